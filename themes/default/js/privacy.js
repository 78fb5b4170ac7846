// What this edition has stored on the device, for the reader to see and remove. Nobody else can make this list.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  portaat.modules ??= {};

  /** @returns {[string, string][] | null} name and raw text of everything stored, null when the browser refuses */
  function stored() {
    try {
      const all = /** @type {[string, string][]} */ (Object.entries(localStorage));
      return all.filter(([key]) => key.startsWith(portaat.prefix)).map(([key, raw]) => /** @type {[string, string]} */ (
        [key.slice(portaat.prefix.length), raw])).sort(([a], [b]) => (a < b ? -1 : 1));
    } catch {
      return null;
    }
  }

  /** What a page is called, its id where the handbook has it no more. @param {string} page */
  const titleOf = (page) => document.querySelector(`#sheets [value="${CSS.escape(page)}"]`)?.getAttribute("label") ?? page;

  /** @param {string} name */
  function title(name) {
    const { kind, named } = portaat.strings.privacy;
    const [first, ...page] = name.split(":");
    const known = Object.hasOwn(kind, first) ? kind[first] : first;
    return page.length ? portaat.say(named, { kind: known, name: titleOf(page.join(":")) }) : known;
  }

  /** @param {string} name */
  function savedAt(name) {
    const { saved, unreadable } = portaat.strings.privacy;
    const date = new Date(portaat.read(name)?.saved ?? NaN);
    if (Number.isNaN(date.getTime())) return unreadable;
    const locale = portaat.lang === "en" ? "en-GB" : portaat.lang;
    return portaat.say(saved, { date: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(date) });
  }

  /** @param {string} text @param {string} label @param {() => void} act */
  function button(text, label, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "button plain", textContent: text });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  /** @param {string} name @param {() => void} act */
  const row = (name, act) => rowOf(title(name), savedAt(name), act);

  /** @param {string} title @param {string} about @param {() => void} act */
  function rowOf(title, about, act) {
    const { remove } = portaat.strings.privacy;
    const line = document.createElement("tr");
    const head = Object.assign(document.createElement("th"), { scope: "row", className: "start" });
    const when = Object.assign(document.createElement("span"), { className: "small", textContent: about });
    const cell = Object.assign(document.createElement("td"), { className: "end" });
    head.append(title, document.createElement("br"), when);
    cell.append(button(remove, `${remove}: ${title}`, act));
    line.append(head, cell);
    return line;
  }

  /** @param {[string, string][]} gone */
  function restore(gone) {
    portaat.attempt(() => gone.forEach(([name, raw]) => localStorage.setItem(portaat.prefix + name, raw)));
  }

  /** @param {HTMLElement} block */
  portaat.modules.storage = (block) => {
    const words = portaat.strings.privacy;
    const list = document.createElement("tbody");
    const box = Object.assign(document.createElement("div"), { className: "table" });
    const status = Object.assign(document.createElement("p"), { className: "status" });
    const all = document.createElement("p");
    status.setAttribute("role", "status");

    /** @param {[string, string][]} gone @param {string} text */
    const drop = (gone, text) => {
      for (const [name] of gone) portaat.store.remove(name);
      draw();
      portaat.store.offerUndo(status, text, () => (restore(gone), draw()), words.restored);
    };
    const draw = () => {
      const found = stored();
      const rows = (found ?? []).map((one) => row(one[0], () => drop([one], portaat.say(words.removed, { name: title(one[0]) }))));
      const { copy } = portaat;
      // Pages come back as they are opened, so there is nothing to undo.
      if (copy) rows.push(rowOf(copy.title, copy.text, () => void copy.forget().then(() => (status.textContent = portaat.say(words.removed, { name: copy.title })))));
      list.replaceChildren(...rows);
      box.hidden = rows.length === 0;
      all.replaceChildren(rows.length === 0 ? (found ? words.nothing : words.refused)
        : button(words.remove_all, words.remove_all, () => (void portaat.copy?.forget(), drop(found ?? [], words.removed_all))));
    };
    addEventListener("storage", draw);
    box.append(document.createElement("table"));
    box.firstElementChild?.append(list);
    block.classList.add("prose");
    block.append(box, all, status);
    draw();
  };
})();

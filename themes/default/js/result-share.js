// Taking the result along: the code, its link, paper; and making a result that came by link one's own, which can be taken back.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /** @param {Element} node */
  function select(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }

  /**
   * Browsers without the clipboard, as on plain http, copy what is selected.
   * @param {string} text
   * @param {HTMLElement} box
   */
  async function copy(text, box) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const shown = box.textContent;
      box.textContent = text;
      select(box);
      let done = false;
      portaat.attempt(() => { done = document.execCommand("copy"); });
      box.textContent = shown;
      if (!done) select(box);
      return done;
    }
  }

  /** @param {string} code */
  const linkOf = (code) => `${location.href.replace(/#.*$/, "")}#r=${code}`;

  /** @param {HTMLElement} main @param {HTMLElement} button */
  async function copyFrom(main, button) {
    const words = portaat.strings.result;
    const box = result.find(main, "[data-code]");
    const link = button.dataset.copy === "link";
    const code = box.textContent ?? "";
    const done = await copy(link ? linkOf(code) : code, box);
    result.find(main, "[data-copy-line]").textContent = !done ? words.copy_failed : link ? words.link_copied : words.code_copied;
  }

  /**
   * The entries a code stands for, as the form would have stored them.
   * @param {Shown} shown
   * @returns {Entries}
   */
  function entriesOf({ model, answers, evidence }) {
    const given = model.dims.flatMap((dim) => dim.items).filter((it) => Object.hasOwn(answers, it.id));
    return Object.fromEntries(given.map(({ id, rev }) => {
      const value = /** @type {Answer} */ (answers[id]);
      const proof = evidence && Number(value) >= 3 ? { evidence: evidence[id] ?? 0 } : {};
      return [id, { rev, value, ...proof }];
    }));
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function keep(main, shown) {
    const before = portaat.store.entries();
    const words = portaat.strings.result;
    const line = result.find(main, "[data-status-line]");
    const offer = result.find(main, "[data-foreign]");
    line.hidden = false;
    if (!portaat.store.replace(entriesOf(shown))) {
      line.textContent = portaat.strings.store.refused;
      return;
    }
    offer.hidden = true;
    const undo = () => {
      if (Object.keys(before).length) portaat.store.replace(before);
      else portaat.store.clear();
      offer.hidden = false;
    };
    portaat.store.offerUndo(line, words.kept, undo, words.restored);
  }

  /** @param {Shown} shown */
  const codeOf = ({ model, answers, evidence, role }) => portaat.score.shareCode(model, answers, evidence, role ?? "-");

  /** What keeping a result would do to the answers on the device. @param {Shown} shown */
  function changes(shown) {
    const [before, after] = [portaat.store.entries(), entriesOf(shown)];
    const [old, next] = [before, after].map((entries) => Object.keys(entries));
    const value = (/** @type {Entry} */ { value: said, evidence }) => `${said} ${evidence ?? ""}`;
    return { added: next.filter((id) => !Object.hasOwn(before, id)).length, removed: old.filter((id) => !Object.hasOwn(after, id)).length,
      changed: next.filter((id) => Object.hasOwn(before, id) && value(before[id]) !== value(after[id])).length };
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function share(main, shown) {
    const some = Object.keys(portaat.store.entries()).length > 0;
    result.find(main, "[data-changes]").textContent = some ? portaat.say(portaat.strings.result.changes, changes(shown)) : "";
    result.find(main, "[data-code]").textContent = codeOf(shown);
    result.find(main, "[data-copy-line]").textContent = "";
  }

  /** @param {HTMLElement} main @param {() => Shown | null} shown */
  function listen(main, shown) {
    for (const button of main.querySelectorAll("[data-copy]")) {
      if (button instanceof HTMLElement) button.addEventListener("click", () => void copyFrom(main, button));
    }
    result.find(main, "[data-print]").addEventListener("click", () => print());
    result.find(main, "[data-keep]").addEventListener("click", () => {
      const now = shown();
      if (now) keep(main, now);
    });
  }

  Object.assign(result, { share, listen, entriesOf, codeOf, changes });
})();

// A workshop as a file: taken along, and opened the next time to see what has changed since.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const workshop = (portaat.workshop ??= /** @type {WorkshopParts} */ ({}));
  const NAME = "team:assessment/workshop";

  /** @param {Model} model */
  const itemsOf = (model) => model.dims.flatMap((dim) => dim.items.map(({ id, rev }) => ({ id, rev })));

  /** @param {Date} now */
  function fileOf(now) {
    const [model] = workshop.models();
    return JSON.stringify({ portaat: "workshop", v: 1, saved: now.toISOString(), lang: portaat.lang, model: { id: model.id, version: model.version, items: itemsOf(model) }, workshop: workshop.state() }, null, 1);
  }

  /** What was agreed the last time, on the questions that still mean the same. @param {string} text @returns {Record<string, number> | null} */
  function agreedIn(text) {
    try {
      const file = JSON.parse(text);
      if (file.portaat !== "workshop" || file.v !== 1) return null;
      const [model] = workshop.models();
      const revs = new Map(file.model.items.map((/** @type {any} */ it) => [it.id, it.rev]));
      const { rounds } = workshop.stateOf(model, file.workshop);
      return Object.fromEntries(itemsOf(model).flatMap(({ id, rev }) => (revs.get(id) === rev && rounds[id].agreed ? [[id, rounds[id].agreed]] : [])));
    } catch {
      return null;
    }
  }

  /** @param {HTMLElement} main @param {HTMLInputElement} input */
  async function openBefore(main, input) {
    const words = portaat.strings.workshop;
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const found = chosen.size > 1e6 ? null : agreedIn(await chosen.text().catch(() => ""));
    input.value = "";
    if (found) workshop.before = found;
    workshop.find(main, "[data-status-line]").textContent = found ? portaat.say(words.before_opened, { n: Object.keys(found).length }) : words.unreadable;
    workshop.redraw();
  }

  /** @param {HTMLElement} main */
  function clear(main) {
    const words = portaat.strings.workshop;
    const before = workshop.state();
    workshop.restore(null);
    portaat.store.remove(NAME);
    portaat.store.offerUndo(workshop.find(main, "[data-status-line]"), words.cleared, () => workshop.restore(before), words.restored);
  }

  /** @param {HTMLElement} main @param {HTMLElement} button */
  function press(main, button) {
    if (button.hasAttribute("data-clear")) return clear(main);
    if (button.dataset.export === "print") return print();
    const now = new Date();
    portaat.download(`${portaat.strings.workshop.file}-${now.toISOString().slice(0, 10)}.json`, "application/json", fileOf(now));
    workshop.find(main, "[data-status-line]").textContent = portaat.strings.workshop.saved;
  }

  Object.assign(workshop, { openBefore, agreedIn, press, fileOf });
})();

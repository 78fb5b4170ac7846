// The same answers grouped another way: plain means with bars, never a level, and only where at least half of a group's questions
// have an answer that counts. The groups stand in the page; the short form asks too little of them.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /**
   * @param {string[]} items
   * @param {Answers} answers
   * @returns {{ n: number, all: string, score: number | null }} how many count, which they are, and their plain mean in hundredths
   */
  function groupMean(items, answers) {
    const { isRating, pick, rdiv, sum } = portaat.score;
    const rated = items.map((id) => pick(answers, id)).filter(isRating);
    const n = rated.length;
    return { n, all: rated.join(" + "), score: n === 0 || 2 * n < items.length ? null : rdiv(100 * sum(rated), n) };
  }

  /** @param {Model} model @param {string[]} items */
  const asksAll = (model, items) => items.every((id) => model.dims.some((dim) => dim.items.some((it) => it.id === id)));

  /** @param {HTMLElement} row */
  const itemsOf = (row) => (row.dataset.items ?? "").split(" ");

  /** @param {HTMLElement} row @param {Answers} answers */
  function fill(row, answers) {
    const words = portaat.strings.result.lens;
    const items = itemsOf(row);
    const { n, all, score } = groupMean(items, answers);
    const text = { val: score === null ? "–" : result.decimal(score), say: portaat.say(score === null ? words.few : words.answered, { n, all, count: items.length }) };
    for (const [name, said] of Object.entries(text)) {
      const cell = row.querySelector(`.${name}`);
      if (cell) cell.textContent = said;
    }
    if (score === null) delete row.dataset.mean;
    else row.dataset.mean = String(score);
    const plot = row.querySelector(".plot");
    if (plot) result.bar(plot, score);
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function lenses(main, { model, answers }) {
    const rows = /** @type {HTMLElement[]} */ ([...main.querySelectorAll("[data-group]")]);
    const asked = rows.filter((row) => asksAll(model, itemsOf(row)));
    const known = asked.some((row) => groupMean(itemsOf(row), answers).score !== null);
    result.find(main, "[data-lenses]").hidden = asked.length < rows.length || !known;
    for (const row of asked) fill(row, answers);
  }

  Object.assign(result, { groupMean, lenses });
})();

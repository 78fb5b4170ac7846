// The publisher's targets beside the result: a mark on the dimension's line, words in its row and in its action. Loaded only where
// there are targets. They never touch a score: the result is drawn first, and this is drawn over it.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  const { table, actions } = result;

  /** @param {ParentNode} main @returns {Record<string, number>} the level each dimension should reach */
  const targetsOf = (main) => Object.fromEntries([.../** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("tr[data-target]"))]
    .map(({ dataset }) => [dataset.dimension ?? "", Number(dataset.target)]));

  /** @param {number} target @param {number | null} level */
  function wordsOf(target, level) {
    const words = portaat.strings.target;
    const text = level === null ? words.open : level < target ? words.below : words.reached;
    return portaat.say(text, { n: target, level: level ?? "" });
  }

  /** Where the level begins, higher than the other marks. @param {Element} drawing @param {number} from hundredths */
  function mark(drawing, from) {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    const x = `${(from - 100) / 4}%`;
    for (const [key, value] of Object.entries({ class: "goal", x1: x, x2: x, y1: 1, y2: 23 })) line.setAttribute(key, String(value));
    drawing.append(line);
  }

  /** @param {string} text @param {string} name */
  const said = (text, name) => Object.assign(document.createElement("span"), { className: name, textContent: text });

  result.table = (main, shown) => {
    table(main, shown);
    shown.targets = targetsOf(main);
    for (const [id, target] of Object.entries(shown.targets)) {
      const row = main.querySelector(`tr[data-dimension="${id}"]`);
      const level = shown.scored.dims.find((d) => d.id === id)?.level ?? null;
      const drawing = row?.querySelector(".plot svg");
      if (drawing) mark(drawing, shown.model.rules.thresholds[target - 1]);
      row?.querySelector(".say")?.append(said(wordsOf(target, level), "remark"));
    }
  };

  result.actions = (main, shown) => {
    actions(main, shown);
    for (const card of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("[data-action]"))) {
      const target = shown.targets?.[card.dataset.action ?? ""];
      const level = shown.scored.dims.find((d) => d.id === card.dataset.action)?.level ?? null;
      if (target) card.querySelector("[data-text]")?.append(" ", wordsOf(target, level));
    }
  };

  Object.assign(result, { targetWords: wordsOf });
})();

// The drawings of the team: everybody as a dot on the scale, with the mean and its interval under them; two roles on one line.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  const [FOOT, HIGH, MOST] = [57, 48, 14];

  /** @param {string} name @param {Record<string, string | number>} attributes @param {Node[]} children */
  function svg(name, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    node.append(...children);
    return node;
  }

  /** Hundredths of 1–5 as a place on the line. @param {number} score */
  const place = (score) => `${(score - 100) / 4}%`;

  /** @param {number[]} thresholds @param {number} y */
  const ground = (thresholds, y) => [svg("line", { class: "track", x1: 0, x2: "100%", y1: y, y2: y }),
    ...[...thresholds, 500].map((t) => svg("line", { class: "tick", x1: place(t), x2: place(t), y1: y - 3, y2: y + 3 }))];

  /** How many have each score, in steps of a fifth where all of them would not fit. @param {number[]} scores */
  function heaps(scores) {
    const count = (/** @type {(score: number) => number} */ at) => {
      const all = new Map();
      for (const score of scores) all.set(at(score), (all.get(at(score)) ?? 0) + 1);
      return all;
    };
    const exact = count((score) => score);
    return Math.max(0, ...exact.values()) <= MOST && exact.size <= 24 ? exact : count((score) => Math.round(score / 20) * 20);
  }

  /** A dot for each, smaller where they stand high; a bar where even that would not fit. @param {Map<number, number>} all */
  function dots(all) {
    const most = Math.max(0, ...all.values());
    const step = Math.min(8, HIGH / most);
    if (most > MOST) {
      return [...all].map(([score, n]) => svg("line", { class: "heap", x1: place(score), x2: place(score), y1: FOOT - 4, y2: FOOT - 4 - (HIGH * n) / most }));
    }
    return [...all].flatMap(([score, n]) => Array.from({ length: n }, (_, k) => svg("circle", { class: "one", cx: place(score), cy: FOOT - 4 - step * (k + 0.5), r: 0.45 * step })));
  }

  /**
   * Everybody's score; the mean and its interval where a mean says something.
   * @param {Element} cell
   * @param {number[]} scores
   * @param {GroupDimension} d
   * @param {number[]} thresholds
   */
  function spread(cell, scores, d, thresholds) {
    const drawing = svg("svg", { class: "tall", "aria-hidden": "true" }, ...ground(thresholds, FOOT), ...dots(heaps(scores)));
    if (!d.contested) {
      const [low, high] = d.ci.map((x) => place(100 * x));
      drawing.append(svg("line", { class: "ci", x1: low, x2: high, y1: FOOT, y2: FOOT }),
        svg("line", { class: "mean", x1: place(100 * d.mean), x2: place(100 * d.mean), y1: FOOT - 5, y2: FOOT + 5 }));
    }
    cell.replaceChildren(drawing);
  }

  /** Two means on one line. @param {Element} cell @param {number[]} means @param {number[]} thresholds */
  function pair(cell, [lead, front], thresholds) {
    const [a, b] = [place(100 * lead), place(100 * front)];
    const square = svg("svg", { x: b, y: 12, overflow: "visible" }, svg("rect", { class: "ring", x: -5.5, y: -5.5, width: 11, height: 11 }));
    cell.replaceChildren(svg("svg", { "aria-hidden": "true" }, ...ground(thresholds, 12), svg("line", { class: "stem", x1: a, x2: b, y1: 12, y2: 12 }),
      square, svg("circle", { class: "dot", cx: a, cy: 12, r: 7 })));
  }

  /** The level numbers over a column. @param {Element} cell @param {number[]} thresholds */
  function axis(cell, thresholds) {
    const numbers = thresholds.map((t, n) => {
      const text = svg("text", { x: place((t + (thresholds[n + 1] ?? 500)) / 2), y: 17 });
      text.textContent = String(n + 1);
      return text;
    });
    cell.querySelector("svg")?.remove();
    cell.prepend(svg("svg", { "aria-hidden": "true" }, ...numbers, ...ground(thresholds, 12).slice(1)));
  }

  Object.assign(team, { axis, spread, pair, heaps });
})();

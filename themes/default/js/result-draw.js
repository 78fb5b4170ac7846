// The drawings of the result: the marks in the table's own column, and the map of encounters and culture. Everything they show
// stands beside them as text; they only make it quicker to see.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [attributes]
   * @param {(Node | string)[]} children
   */
  function svg(name, attributes = {}, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    node.append(...children);
    return node;
  }

  /** Hundredths of 1–5 as a place on the line. @param {number} score */
  const place = (score) => `${(score - 100) / 4}%`;

  /** @param {number[]} thresholds */
  const ticks = (thresholds) =>
    [...thresholds, 500].map((t) => svg("line", { class: "tick", x1: place(t), x2: place(t), y1: 9, y2: 15 }));

  /**
   * The level numbers over the column.
   * @param {Element} cell
   * @param {number[]} thresholds
   */
  function axis(cell, thresholds) {
    const middle = thresholds.map((t, n) => (t + (thresholds[n + 1] ?? 500)) / 2);
    const numbers = middle.map((m, n) => svg("text", { x: place(m), y: 17 }, String(n + 1)));
    cell.querySelector("svg")?.remove();
    cell.prepend(svg("svg", { "aria-hidden": "true" }, ...numbers, ...ticks(thresholds)));
  }

  /** @param {string} x @param {"dot" | "limit" | "blind"} shape */
  function sign(x, shape) {
    if (shape === "blind") return svg("circle", { class: "ring", cx: x, cy: 12, r: 6 });
    if (shape === "dot") return svg("circle", { class: "dot", cx: x, cy: 12, r: 7 });
    return svg("svg", { x, y: 12, overflow: "visible" }, svg("path", { class: "dot", d: "M0 -8 8 0 0 8 -8 0z" }));
  }

  /**
   * A score on its line; an empty line without one.
   * @param {Element} cell
   * @param {number | null} score
   * @param {number[]} thresholds
   * @param {"dot" | "limit" | "blind"} shape
   */
  function plot(cell, score, thresholds, shape) {
    const line = svg("line", { class: "track", x1: 0, x2: "100%", y1: 12, y2: 12 });
    const drawing = svg("svg", { "aria-hidden": "true" }, line, ...ticks(thresholds));
    if (score !== null) {
      drawing.append(svg("line", { class: "stem", x1: 0, x2: place(score), y1: 12, y2: 12 }), sign(place(score), shape));
    }
    cell.replaceChildren(drawing);
  }

  /**
   * A plain bar, without the levels' marks; an empty line without a score.
   * @param {Element} cell
   * @param {number | null} score
   */
  function bar(cell, score) {
    const whole = [100, 200, 300, 400, 500].map((t) => svg("line", { class: "tick", x1: place(t), x2: place(t), y1: 10, y2: 14 }));
    const drawing = svg("svg", { "aria-hidden": "true" }, svg("line", { class: "track", x1: 0, x2: "100%", y1: 12, y2: 12 }), ...whole);
    if (score !== null) drawing.append(svg("rect", { class: "bar", x: -2, y: 7, width: `${(score - 100) / 4 + 1}%`, height: 10 }));
    cell.replaceChildren(drawing);
  }

  // The map: level 1 at the lower left corner of a field with sides of four points.
  const POINT = 68;
  const [LEFT, FOOT, RIGHT, HEAD] = [50, 284, 50 + 4 * POINT, 284 - 4 * POINT];
  /** @param {number} score */
  const across = (score) => LEFT + (POINT * (score - 100)) / 100;
  /** @param {number} score */
  const up = (score) => FOOT - (POINT * (score - 100)) / 100;

  /** @param {number} gap hundredths */
  function field(gap) {
    const g = (POINT * gap) / 100;
    const band = `M${LEFT} ${FOOT}V${FOOT - g}L${RIGHT - g} ${HEAD}H${RIGHT}V${HEAD + g}L${LEFT + g} ${FOOT}z`;
    const flight = `M${LEFT} ${FOOT}h27.2${"v-54.4h54.4".repeat(4)}v-54.4h27.2`;
    return [svg("path", { class: "tint", d: band }), svg("path", { d: flight }), svg("path", { d: `M${LEFT} ${HEAD}V${FOOT}H${RIGHT}` })];
  }

  /** @param {number} n */
  function mark(n) {
    const [x, y] = [across(100 * n), up(100 * n)];
    return [svg("path", { class: "thin", d: `M${x} ${FOOT}v5M${LEFT} ${y}h-5` }),
      svg("text", { class: "q", x, y: FOOT + 19, "text-anchor": "middle" }, String(n)),
      svg("text", { class: "q", x: LEFT - 9, y: y + 4.5, "text-anchor": "end" }, String(n))];
  }

  /** @param {string[]} lines @param {number} x @param {number} y @param {string} anchor */
  const label = (lines, x, y, anchor) => lines.map((line, n) =>
    svg("text", { class: "halo", x, y: y + 16 * n, "text-anchor": anchor }, line));

  /**
   * Where the two parts stand to each other.
   * @param {{ title: string, first: number, second: number, names: string[], gap: number }} data
   */
  function map({ title, first, second, names, gap }) {
    const { map_first, map_second } = portaat.strings.result;
    const [x, y] = [across(first), up(second)];
    return svg("svg", { class: "draw", viewBox: "0 0 336 336", role: "img", "aria-label": title },
      ...field(gap), ...[1, 2, 3, 4, 5].flatMap(mark),
      svg("path", { class: "thin", "stroke-dasharray": "2 4", d: `M${x} ${y}V${FOOT}M${x} ${y}H${LEFT}` }),
      ...label(map_second, LEFT + 10, HEAD + 15, "start"), ...label(map_first, RIGHT - 4, FOOT - 28, "end"),
      svg("circle", { class: "fill you", cx: x, cy: y, r: 8.5 }), svg("circle", { cx: x, cy: y, r: 13 }),
      svg("text", { class: "q", x: (LEFT + RIGHT) / 2, y: 332, "text-anchor": "middle" }, names[0]),
      svg("text", { class: "q", transform: `translate(12 ${(HEAD + FOOT) / 2}) rotate(-90)`, "text-anchor": "middle" }, names[1]));
  }

  Object.assign(result, { axis, plot, bar, map });
})();

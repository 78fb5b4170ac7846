// How every number came about, with the reader's own answers: the sum as one would type it into a pocket calculator, and in words
// what held the level down or kept the score back. Nothing is decided here; the scorer's result is only taken apart again.
"use strict";

/** @typedef {{ id: string, w: number, value: Answer | null, counted: boolean }} Term a question's share in its dimension */
/** @typedef {{ terms: Term[], sum: string, notes: string[] }} Calculation */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /** @param {Dimension} dim @param {Answers} answers @returns {Term[]} */
  function terms({ items }, answers) {
    const { pick, isRating } = portaat.score;
    return items.map(({ id, w, na }) => {
      const value = pick(answers, id) ?? null;
      return { id, w, value: value === "n" && !na ? null : value, counted: isRating(value) };
    });
  }

  /** A weight of one goes without saying. @param {number} w @param {string} value */
  const times = (w, value) => (w === 1 ? value : `${w} × ${value}`);

  /** @param {{ w: number }[]} all */
  const weigh = (all) => all.reduce((n, { w }) => n + w, 0);

  /** @param {string[]} values @param {number} weight @param {number} score */
  const fraction = (values, weight, score) =>
    `${values.length > 1 ? `(${values.join(" + ")})` : values[0]} / ${weight} = ${result.decimal(score)}`;

  /** How much of the dimension was rated, where it was not all. @param {Term[]} all @param {DimensionResult} d @param {Rules} rules */
  function coverage(all, d, rules) {
    const words = portaat.strings.result.calc;
    if (d.status === "not_applicable") return [words.not_applicable];
    const asked = all.filter(({ value }) => value !== "n");
    const values = { a: weigh(all.filter(({ counted }) => counted)), b: weigh(asked), pct: d.coverage ?? 0, min: rules.min_coverage_pct };
    const unknown = portaat.score.rdiv(100 * weigh(asked.filter(({ value }) => value === "d")), values.b);
    return [
      ...(values.a < values.b ? [portaat.say(words.coverage, values)] : []),
      ...(d.status === "ok" ? [] : [portaat.say(words.too_little, values)]),
      ...(d.blind_spot ? [portaat.say(words.blind, { pct: unknown, limit: rules.blind_spot_pct })] : []),
    ];
  }

  /** What the score is enough for, and what the key questions leave of it. @param {Term[]} all @param {DimensionResult} d @param {Rules} rules */
  function level(all, d, rules) {
    const words = portaat.strings.result.calc;
    if (d.status !== "ok") return [];
    const from = result.decimal(rules.thresholds[d.candidate - 1]);
    const caps = d.capped_by.map((id) => {
      const value = all.find((term) => term.id === id)?.value ?? null;
      return portaat.score.isRating(value) ? portaat.say(words.capped, { value, n: d.level }) : portaat.say(words.unknown_key, { n: d.level });
    });
    return [portaat.say(words.enough, { n: d.candidate, from }), ...caps];
  }

  /** @param {Term[]} all @param {Shown} shown @param {DimensionResult} d */
  function proof(all, { evidence }, d) {
    const words = portaat.strings.result;
    if (!evidence || d.status !== "ok" || !d.confidence) return [];
    const claims = all.filter(({ counted, value }) => counted && Number(value) > 2);
    const n = claims.filter(({ id }) => (portaat.score.pick(evidence, id) ?? 0) > 0).length;
    return claims.length ? [portaat.say(words.calc.proof, { n, count: claims.length, word: words[d.confidence] })] : [];
  }

  /** The same without weights, where that would tell another story. @param {Term[]} counted @param {number} score */
  function plainMean(counted, score) {
    const mean = portaat.score.rdiv(100 * counted.reduce((n, { value }) => n + Number(value), 0), counted.length);
    return Math.abs(mean - score) < 10 ? [] : [portaat.say(portaat.strings.result.calc.unweighted, { mean: result.decimal(mean) })];
  }

  /** @param {Shown} shown @param {string} id @returns {Calculation} */
  function explain(shown, id) {
    const { model: { dims, rules }, scored, answers } = shown;
    const n = dims.findIndex((dim) => dim.id === id);
    const [all, d] = [terms(dims[n], answers), scored.dims[n]];
    const counted = all.filter((term) => term.counted);
    const notes = [...coverage(all, d, rules), ...level(all, d, rules), ...proof(all, shown, d)];
    if (d.score === null) return { terms: all, sum: "", notes };
    const sum = fraction(counted.map(({ w, value }) => times(w, String(value))), weigh(counted), d.score);
    return { terms: all, sum, notes: [...plainMean(counted, d.score), ...notes] };
  }

  /** The mean of some dimensions' scores as shown. @param {Shown} shown @param {DimensionResult[]} dims @param {Combined} combined */
  function meanOf({ model }, dims, { score }) {
    if (score === null) return "";
    const ok = dims.flatMap((d) => (d.score === null ? [] : [{ w: model.dims.find((dim) => dim.id === d.id)?.w ?? 0, score: d.score }]));
    return fraction(ok.map((d) => times(d.w, result.decimal(d.score))), weigh(ok), score);
  }

  /** @param {string} tag @param {string} textContent */
  const text = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

  /** @param {Term} term */
  function line({ id, w, value }) {
    const words = portaat.strings.result.calc;
    const row = document.createElement("tr");
    const said = value === null ? words.none : value === "d" ? words.unknown : value === "n" ? words.outside : portaat.say(words.answer, { n: value });
    const head = text("th", result.texts(null, id).question);
    head.setAttribute("scope", "row");
    row.append(head, text("td", said), text("td", portaat.say(words.weight, { n: w })));
    return row;
  }

  /** @param {Calculation} found */
  function draw({ terms: all, sum, notes }) {
    const table = document.createElement("table");
    const body = document.createElement("tbody");
    body.append(...all.map(line));
    table.className = "terms";
    table.append(body);
    return [...(all.length ? [table] : []), ...(sum ? [text("pre", sum)] : []), ...notes.map((note) => text("p", note))];
  }

  /**
   * Makes a row's number open what it was worked out from, in a row of its own below.
   * @param {HTMLElement} row
   * @param {string} id
   * @param {Calculation} found
   */
  function attach(row, id, found) {
    const cell = row.querySelector(".val");
    const old = document.getElementById(id);
    const [below, box] = [document.createElement("tr"), Object.assign(document.createElement("td"), { colSpan: 5 })];
    const button = Object.assign(document.createElement("button"), { type: "button", className: "textual", textContent: cell?.textContent ?? "" });
    old?.remove();
    box.append(...draw(found));
    below.append(box);
    Object.assign(below, { id, className: "calc", hidden: true });
    button.setAttribute("aria-label", portaat.say(portaat.strings.result.calc.open, { score: button.textContent ?? "" }));
    button.setAttribute("aria-controls", id);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
      below.hidden = !below.hidden;
      button.setAttribute("aria-expanded", String(!below.hidden));
    });
    cell?.replaceChildren(button);
    row.after(below);
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function sum(main, shown) {
    const { model, scored } = shown;
    const words = portaat.strings.result;
    const whole = meanOf(shown, scored.dims, scored.overall);
    result.find(main, "[data-sum]").replaceChildren(...draw({ terms: [], sum: whole, notes: [whole ? words.sum_mean : words.sum_none, result.reason(shown)] }));
    for (const { id } of model.dims) attach(result.find(main, `tr[data-dimension="${id}"]`), `sum-${id}`, explain(shown, id));
    for (const part of scored.parts) {
      const own = scored.dims.filter((d) => model.dims.some((dim) => dim.id === d.id && dim.part === part.id));
      const mean = meanOf(shown, own, part);
      attach(result.find(main, `[data-part="${part.id}"] .part`), `sum-part-${part.id}`,
        { terms: [], sum: mean, notes: [mean ? words.calc.part : words.calc.part_none] });
    }
  }

  Object.assign(result, { explain, meanOf, sum });
})();

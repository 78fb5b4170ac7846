// The overall level with its reason: what the average would give, what holds it down, what is missing and how sure it is.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /** Hundredths in the reader's language. @param {number} score */
  const decimal = (score) =>
    new Intl.NumberFormat(portaat.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(score / 100);

  /** @param {string} dimension */
  const nameOf = (dimension) =>
    document.querySelector(`tr[data-dimension="${dimension}"] th`)?.textContent?.trim() ?? dimension;

  /** @param {string[]} dimensions */
  const namesOf = (dimensions) => dimensions.map(nameOf).join(", ");

  /** @param {HTMLElement} main @param {number | null} level */
  function stairs(main, level) {
    for (const step of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("[data-stair]"))) {
      const n = Number(step.dataset.stair);
      step.dataset.state = level === null || n > level ? "above" : n < level ? "below" : "here";
      step.querySelector(".here")?.remove();
      if (n !== level) continue;
      const here = Object.assign(document.createElement("span"), { className: "here", textContent: portaat.strings.result.here });
      step.append(" ", here);
    }
  }

  /** The lowest level a scored dimension has. @param {Result} scored */
  const lowest = (scored) => Math.min(...scored.dims.flatMap((d) => d.level ?? []));

  /** @param {Shown} shown @param {number} level @param {number} candidate */
  function held({ model, scored }, level, candidate) {
    const words = portaat.strings.result;
    const { limited_by } = scored.overall;
    if (!limited_by.length) return portaat.say(words.provisional, { n: level });
    const low = lowest(scored);
    return `${portaat.say(words.capped, { n: candidate, names: namesOf(limited_by) })} ${
      portaat.say(words.cap, { low, cap: low + model.rules.overall_lag })}`;
  }

  /** @param {Shown} shown */
  function reason(shown) {
    const words = portaat.strings.result;
    const { thresholds } = shown.model.rules;
    const { level, candidate } = shown.scored.overall;
    if (level === null || candidate === null) return words.sum_none;
    if (candidate > level) return held(shown, level, candidate);
    const [from, to] = [thresholds[level - 1], thresholds[level]];
    return portaat.say(to === undefined ? words.top : words.within,
      { n: level, next: level + 1, from: decimal(from), to: decimal(to ?? 0) });
  }

  /** @param {Result} scored */
  function confidence({ dims }) {
    const words = portaat.strings.result;
    const kinds = /** @type {const} */ (["high", "medium", "low"]).map((kind) => ({ kind, n: dims.filter((d) => d.confidence === kind).length }));
    const said = kinds.filter(({ n }) => n).map(({ kind, n }) => portaat.plural(words.confidence_count, n, { word: words[kind] }));
    return portaat.say(words.confidence, { words: said.join(", ") || words.confidence_none });
  }

  /** What a reader should know before leaning on the number. @param {Shown} shown */
  function notes(shown) {
    const { model, scored } = shown;
    const words = portaat.strings.result;
    const provisional = portaat.say(words.provisional, { n: model.rules.unknown_cap });
    const { overall, dims, quality } = scored;
    const missing = dims.filter((d) => d.status === "insufficient").map((d) => d.id);
    const blind = dims.filter((d) => d.blind_spot && !missing.includes(d.id)).map((d) => d.id);
    return [
      ...(overall.provisional && !reason(shown).startsWith(provisional) ? [provisional] : []),
      ...(missing.length && overall.score !== null ? [portaat.say(words.missing, { names: namesOf(missing) })] : []),
      ...(blind.length ? [portaat.say(words.blind, { names: namesOf(blind) })] : []),
      ...(quality.straight_line ? [words.straight] : []),
      confidence(scored),
      ...(dims.some((d) => d.confidence === "low") ? [words.low_hint] : []),
    ];
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function overall(main, shown) {
    const { score, level, candidate } = shown.scored.overall;
    const words = portaat.strings.result;
    const box = result.find(main, "[data-overall]");
    result.mark(box, { score, level, status: result.status(shown.scored.overall, shown.scored.dims) });
    stairs(box, level);
    result.find(box, "[data-figure]").hidden = score === null;
    result.find(box, "[data-number]").textContent = score === null ? "" : decimal(score);
    result.find(box, "[data-why]").textContent = level === null || candidate === null ? words.why_none
      : candidate > level ? portaat.say(words.why_not, { n: level + 1 }) : words.why;
    result.find(box, "[data-reason]").textContent = reason(shown);
    result.find(box, "[data-notes]").replaceChildren(...notes(shown).map((text) =>
      Object.assign(document.createElement("li"), { textContent: text })));
  }

  Object.assign(result, { decimal, nameOf, namesOf, reason, notes, overall });
})();

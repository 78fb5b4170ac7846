// Fills the table of dimensions: the names and links stand in the page, the numbers, marks and remarks come from the answers.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /**
   * What other programs read: an attribute is absent where there is nothing to say.
   * @param {HTMLElement} node
   * @param {{ score: number | null, level: number | null, status: string }} values
   */
  function mark(node, { score, level, status }) {
    for (const [key, value] of Object.entries({ score, level })) {
      if (value === null) delete node.dataset[key];
      else node.dataset[key] = String(value);
    }
    node.dataset.status = status;
  }

  /**
   * @param {Combined} combined
   * @param {DimensionResult[]} dims
   */
  function status({ score }, dims) {
    if (score !== null) return "ok";
    return dims.every((d) => d.status === "not_applicable") ? "not_applicable" : "insufficient";
  }

  /** @param {Element} row @param {{ score: number | null, level: number | null }} values */
  function numbers(row, { score, level }) {
    const { level_n, no_score } = portaat.strings.result;
    const [val, lvl] = [row.querySelector(".val"), row.querySelector(".lvl")];
    if (val) val.textContent = score === null ? "–" : result.decimal(score);
    if (lvl) lvl.textContent = level === null ? no_score : portaat.say(level_n, { n: level });
  }

  /** @param {string} shape */
  function flagSign(shape) {
    const box = document.createElement("span");
    box.className = `sign ${shape}`;
    box.setAttribute("aria-hidden", "true");
    return box;
  }

  /** @param {string} text @param {string} [shape] */
  function flag(text, shape) {
    const line = document.createElement("span");
    line.className = shape ? "flag" : "remark";
    line.append(...(shape ? [flagSign(shape)] : []), text);
    return line;
  }

  /**
   * @param {DimensionResult} d
   * @param {boolean} limits
   */
  function remarks(d, limits) {
    const words = portaat.strings.result;
    return [
      ...(limits ? [flag(words.flag.limit, "limit")] : []),
      ...(d.blind_spot ? [flag(words.flag.blind, "blind")] : []),
      ...(d.capped_by.length ? [flag(words.flag.capped)] : []),
      ...(d.status === "ok" ? [] : [flag(words.flag[d.status])]),
    ];
  }

  /** @param {HTMLElement} row @param {DimensionResult} d @param {Shown} shown */
  function fillRow(row, d, { model, scored }) {
    const limits = scored.overall.limited_by.includes(d.id);
    mark(row, d);
    numbers(row, d);
    const plot = row.querySelector(".plot");
    if (plot) result.plot(plot, d.score, model.rules.thresholds, limits ? "limit" : d.blind_spot ? "blind" : "dot");
    row.querySelector(".say")?.replaceChildren(...remarks(d, limits));
  }

  /** @param {HTMLElement} body @param {PartResult} part @param {Shown} shown */
  function fillPart(body, part, { model, scored }) {
    const own = new Set(model.dims.filter((dim) => dim.part === part.id).map((dim) => dim.id));
    mark(body, { ...part, status: status(part, scored.dims.filter((d) => own.has(d.id))) });
    const row = body.querySelector(".part");
    if (row) numbers(row, part);
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function table(main, shown) {
    const head = main.querySelector(".chart thead .plot");
    if (head) result.axis(head, shown.model.rules.thresholds);
    for (const d of shown.scored.dims) {
      const row = main.querySelector(`tr[data-dimension="${d.id}"]`);
      if (row instanceof HTMLElement) fillRow(row, d, shown);
    }
    for (const part of shown.scored.parts) {
      const body = main.querySelector(`[data-part="${part.id}"]`);
      if (body instanceof HTMLElement) fillPart(body, part, shown);
    }
  }

  Object.assign(result, { mark, status, table });
})();

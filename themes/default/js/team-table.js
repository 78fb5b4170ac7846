// What the page says of a team: each dimension with its spread first and what may be said of it after, the parts, the whole.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  /** @param {ParentNode} root @param {string} selector */
  function find(root, selector) {
    const found = root.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`the team page has no ${selector}`);
    return found;
  }

  /** @param {number} x @param {number} [places] */
  const number = (x, places = 2) => new Intl.NumberFormat(portaat.lang, { minimumFractionDigits: places, maximumFractionDigits: places }).format(Number(x.toFixed(places)) || 0).replace("-", "−");

  /** @param {string} dim */
  const nameOf = (dim) => document.querySelector(`tr[data-dimension="${dim}"] th`)?.textContent ?? dim;

  /** On one line. @param {number[]} ci */
  const range = ([low, high]) => `${number(low)}\u2060…\u2060${number(high)}`;

  /** An attribute is absent where there is nothing to say. @param {HTMLElement} node @param {Record<string, string | number | boolean | null | undefined>} values */
  function mark(node, values) {
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === undefined) delete node.dataset[key];
      else node.dataset[key] = String(value);
    }
  }

  /** @param {string} name @param {string} text @param {string} [className] */
  const make = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

  /** The words about a dimension. @param {GroupDimension} d */
  function remarks(d) {
    const words = portaat.strings.team;
    const agreed = d.agreement ? words.agreement[d.agreement.label.replace(" ", "_")] : words.agreement.unknown;
    return [make("span", d.contested ? words.contested : agreed, d.contested ? "flag" : "remark"),
      ...(d.contested || !d.capped_by.length ? [] : [make("span", words.capped, "remark")]),
      make("span", portaat.say(words.about, { n: portaat.plural(words.people, d.n), range: range(d.ci), confidence: words.confidence[d.confidence], dk: d.dk_pct }), "small remark")];
  }

  /** @param {HTMLElement} row @param {GroupDimension | Suppressed} d @param {number[]} scores @param {Model} model @param {string} [why] it is hidden */
  function fillRow(row, d, scores, model, why = portaat.strings.team.suppressed) {
    const words = portaat.strings.team;
    const [plot, val, lvl, say] = [".plot", ".val", ".lvl", ".say"].map((cell) => find(row, cell));
    if (d.status === "suppressed") {
      mark(row, { status: d.status, n: null, mean: null, level: null, contested: null });
      for (const cell of [plot, val, lvl]) cell.textContent = "";
      return say.replaceChildren(make("span", portaat.say(why, { min: model.rules.min_group }), "remark"));
    }
    mark(row, { status: "ok", n: d.n, mean: d.mean.toFixed(4), level: d.contested ? null : d.level, contested: d.contested });
    team.spread(plot, scores, d, model.rules.thresholds);
    val.textContent = number(d.mean);
    lvl.textContent = d.contested ? "–" : portaat.say(words.level_n, { n: d.level });
    say.replaceChildren(...remarks(d));
  }

  /** @param {HTMLElement} node @param {Combined} combined */
  const markWhole = (node, { score, level }) => mark(node, { score, level, status: score === null ? "insufficient" : "ok" });

  /** @param {HTMLElement} main @param {GroupResult} result */
  function fillParts(main, { parts }) {
    const words = portaat.strings.team;
    for (const part of parts) {
      const body = find(main, `tbody[data-part="${part.id}"]`);
      const row = find(body, ".part");
      markWhole(body, part);
      find(row, ".val").textContent = part.score === null ? "–" : number(part.score / 100);
      find(row, ".lvl").textContent = part.level === null ? words.no_score : portaat.say(words.level_n, { n: part.level });
    }
  }

  /** @param {Seen} seen */
  function* table({ main, model, result, scores, held }) {
    const head = main.querySelector(".chart thead .plot");
    if (head) team.axis(head, model.rules.thresholds);
    for (const [n, d] of result.dims.entries()) {
      yield fillRow(find(main, `tr[data-dimension="${d.id}"]`), d, scores[n], model, held.includes(d.id) ? portaat.strings.team.held_row : undefined);
    }
    fillParts(main, result);
  }

  /** Why the level is what it is. @param {Seen} seen */
  function reasons({ model, held, result: { overall, dims } }) {
    const words = portaat.strings.team;
    const names = (/** @type {string[]} */ ids) => ids.map(nameOf).join(", ");
    const contested = dims.flatMap((d) => (d.status === "ok" && d.contested ? d.id : []));
    const missing = dims.flatMap((d) => (d.status === "ok" || held.includes(d.id) ? [] : d.id));
    return [
      ...(overall.limited_by.length ? [portaat.say(words.limited, { n: overall.candidate ?? 0, names: names(overall.limited_by) })] : []),
      ...(overall.provisional ? [portaat.say(words.provisional, { n: model.rules.unknown_cap })] : []),
      ...(missing.length ? [portaat.say(words.missing, { names: names(missing), min: model.rules.min_group })] : []),
      ...(contested.length ? [portaat.say(words.contested_in, { names: names(contested) })] : []),
    ];
  }

  /** The whole, and what the heading says. @param {Seen} seen */
  function whole(seen) {
    const { main, result } = seen;
    const words = portaat.strings.team;
    const box = find(main, "[data-overall]");
    const { level, score } = result.overall;
    markWhole(box, result.overall);
    for (const step of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-stair]"))) {
      const n = Number(step.dataset.stair);
      step.dataset.state = level === null || n > level ? "above" : n < level ? "below" : "here";
      step.querySelector(".here")?.remove();
      if (n === level) step.append(" ", make("span", portaat.strings.result.here, "here"));
    }
    const name = level === null ? "" : find(box, `[data-stair="${level}"] [data-name]`).textContent ?? "";
    find(box, "h2").textContent = level === null ? words.no_level : portaat.say(words.headline, { n: level, name });
    find(box, "[data-figure]").hidden = score === null;
    find(box, "[data-number]").textContent = score === null ? "" : number(score / 100);
    find(box, "[data-reasons]").replaceChildren(...reasons(seen).map((text) => make("li", text)));
  }

  Object.assign(team, { find, number, range, nameOf, mark, make, table, whole });
})();

// Up to eight earlier results beside this one. Two results are held against each other only on the questions both have asked with
// the same meaning, scored by the same rules; for one person a difference under half a point says nothing and is not named.
"use strict";

/** @typedef {{ id: string, status: "ok" | "insufficient" | "not_comparable", before: number | null, now: number | null, whole: boolean, flag: "up" | "down" | "same" | null, common: number, count: number }} Bridged `common` of `count` questions are asked the same way in both */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  const [MOST, LEAST, LASTING] = [8, 50, 0.7];

  /** @param {{ w: number }[]} items */
  const weigh = (items) => portaat.score.sum(items.map(({ w }) => w));

  /** @param {Dimension} dim @param {FileDimension | undefined} old the questions both ask with the same meaning */
  function commonItems(dim, old) {
    const revs = new Map(old?.items.map(({ id, rev }) => [id, rev]));
    return dim.items.filter(({ id, rev }) => revs.get(id) === rev);
  }

  /** @param {Dimension} dim @param {FileDimension | undefined} old @param {Item[]} items @param {Rules} rules whether they are enough of both */
  function comparable(dim, old, items, rules) {
    if (!old) return false;
    const ids = new Set(items.map(({ id }) => id));
    const enough = (/** @type {Item[]} */ part, /** @type {Item[]} */ all) => 100 * weigh(part) >= rules.bridge_pct * weigh(all);
    return enough(items, dim.items) && enough(old.items.filter(({ id }) => ids.has(id)), old.items);
  }

  /** @param {number} delta */
  const flagOf = (delta) => (delta >= LEAST ? "up" : delta <= -LEAST ? "down" : "same");

  /** @param {{ model: Model, answers: Answers }} shown @param {ResultFile} wave @returns {Bridged[]} */
  function bridge({ model: { dims, rules }, answers }, wave) {
    return dims.map((dim) => {
      const old = wave.model.dims.find(({ id }) => id === dim.id);
      const items = commonItems(dim, old);
      const none = { id: dim.id, before: null, now: null, whole: false, flag: null, common: items.length, count: dim.items.length };
      if (!comparable(dim, old, items, rules)) return { ...none, status: "not_comparable" };
      const [before, now] = [wave.answers, answers].map((given) => portaat.score.scoreDim({ ...dim, items }, given, rules).score);
      if (before === null || now === null) return { ...none, status: "insufficient", before };
      return { ...none, status: "ok", before, now, whole: items.length === dim.items.length, flag: flagOf(now - before) };
    });
  }

  /** What stands in for the lowest one's own rise: the lowest of many tends to rise by itself. @param {Shown} shown @param {ResultFile} wave */
  function regression(shown, wave) {
    const all = bridge(shown, wave).flatMap((one) => (one.before === null || one.status !== "ok" ? [] : [{ ...one, before: one.before }]));
    const lowest = all.reduce((low, one) => (low && low.before <= one.before ? low : one), /** @type {typeof all[0] | null} */ (null));
    if (!lowest || lowest.flag !== "up" || all.length < 3) return null;
    const mean = portaat.score.sum(all.map(({ before }) => before)) / all.length;
    return { id: lowest.id, before: lowest.before, expected: Math.floor(mean + LASTING * (lowest.before - mean) + 0.5) };
  }

  /** What was kept and can still be read, the oldest first. @returns {ResultFile[]} */
  function kept() {
    const found = portaat.read("waves")?.data.results;
    const time = (/** @type {ResultFile} */ { saved }) => Date.parse(saved);
    return Array.isArray(found) ? found.filter(result.isResult).slice(-MOST).sort((a, b) => time(a) - time(b)) : [];
  }

  /** @param {ResultFile[]} all */
  const keep = (all) => (all.length ? portaat.write("waves", { results: all.slice(-MOST) }) : portaat.store.remove("waves"));

  /** @param {ResultFile} a @param {ResultFile} b */
  const same = (a, b) => JSON.stringify([a.model.fingerprint, a.answers, a.evidence]) === JSON.stringify([b.model.fingerprint, b.answers, b.evidence]);

  /** @param {string} tag @param {string} textContent @param {object} [more] */
  const make = (tag, textContent, more) => Object.assign(document.createElement(tag), { textContent, ...more });

  /** @param {Bridged} one */
  function cell(one) {
    const words = portaat.strings.result.wave;
    const box = make("td", one.before === null ? "–" : result.decimal(one.before));
    const say = one.status === "not_comparable" ? portaat.say(words.not_comparable, { n: one.common, count: one.count }) : one.status === "insufficient" ? words.insufficient
      : [one.flag === "same" ? "" : words[one.flag ?? "same"], one.whole || one.now === null ? "" : portaat.say(words.now_on, { score: result.decimal(one.now) })].filter(Boolean).join(" ");
    if (say) box.append(make("span", say, { className: "remark" }));
    return box;
  }

  /** Only the same questions give an overall that can stand beside this one. @param {Shown} shown @param {ResultFile} wave @returns {Bridged} */
  function overall({ model, scored }, wave) {
    const alike = portaat.score.fingerprint(model) === wave.model.fingerprint;
    const before = alike ? portaat.score.scoreOne(model, wave.answers, wave.evidence).overall.score : null;
    const now = scored.overall.score;
    const status = !alike ? "not_comparable" : before === null || now === null ? "insufficient" : "ok";
    const [common, count] = (/** @type {const} */ (["common", "count"])).map((name) => portaat.score.sum(bridge({ model, answers: {} }, wave).map((one) => one[name])));
    return { id: "", status, before, now, whole: true, common, count, flag: status === "ok" ? flagOf((now ?? 0) - (before ?? 0)) : null };
  }

  /** @param {string} name @param {Bridged[]} cells @param {number | null} now */
  function row(name, cells, now) {
    const line = document.createElement("tr");
    line.append(make("th", name, { scope: "row" }), ...cells.map(cell), make("td", now === null ? "–" : result.decimal(now)));
    return line;
  }

  /** @param {HTMLElement} main @param {Shown} shown @param {ResultFile[]} all */
  function head(main, shown, all) {
    const words = portaat.strings.result.wave;
    const line = document.createElement("tr");
    const columns = all.map((wave) => {
      const column = make("th", result.dateOf(wave.saved), { scope: "col" });
      const button = make("button", words.remove, { type: "button", className: "textual", onclick: () => drop(main, shown, wave) });
      button.setAttribute("aria-label", `${words.remove}: ${result.dateOf(wave.saved)}`);
      column.append(document.createElement("br"), button);
      return column;
    });
    line.append(make("th", portaat.strings.result.dimension, { scope: "col" }), ...columns, make("th", words.now, { scope: "col" }));
    return line;
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function waves(main, shown) {
    const words = portaat.strings.result.wave;
    const box = result.find(main, "[data-waves]");
    const all = kept();
    result.find(box, "[data-wave-table]").hidden = all.length === 0;
    const lines = all.map((wave) => bridge(shown, wave));
    result.find(box, "thead").replaceChildren(head(main, shown, all));
    result.find(box, "tbody").replaceChildren(row(portaat.strings.result.overall, all.map((wave) => overall(shown, wave)), shown.scored.overall.score),
      ...shown.scored.dims.map((d, n) => row(result.nameOf(d.id), lines.map((line) => line[n]), d.score)));
    const notes = all.flatMap((wave) => {
      const found = regression(shown, wave);
      return found ? [portaat.say(words.regression, { name: result.nameOf(found.id), date: result.dateOf(wave.saved), score: result.decimal(found.before), expected: result.decimal(found.expected) })] : [];
    });
    result.find(box, "[data-wave-notes]").replaceChildren(...notes.map((note) => make("li", note)));
  }

  /** @param {HTMLElement} main @param {Shown | null} shown drawn anew unless it is somebody else's @param {ResultFile[]} next @param {string} text @param {HTMLElement} line */
  function change(main, shown, next, text, line) {
    const before = kept();
    const words = portaat.strings.result.wave;
    const draw = () => { if (shown && shown.own !== false) waves(main, shown); };
    if (!keep(next)) return void (line.textContent = words.refused);
    draw();
    portaat.store.offerUndo(line, text, () => (keep(before), draw()), words.restored);
  }

  /** @param {HTMLElement} main */
  const lineOf = (main) => result.find(main, "[data-wave-line]");

  /** @param {HTMLElement} main @param {Shown} shown @param {ResultFile} gone */
  const drop = (main, shown, gone) =>
    change(main, shown, kept().filter((wave) => wave.saved !== gone.saved || !same(wave, gone)), portaat.strings.result.wave.removed, lineOf(main));

  /** @param {HTMLElement} main @param {Shown | null} shown @param {ResultFile} one @param {HTMLElement} line */
  function addWave(main, shown, one, line) {
    const words = portaat.strings.result.wave;
    const all = kept();
    if (all.some((wave) => same(wave, one))) line.textContent = words.already;
    else change(main, shown, [...all, one], all.length < MOST ? words.kept : words.kept_oldest, line);
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  const keepWave = (main, shown) => addWave(main, shown, result.recordOf(shown, new Date()), lineOf(main));

  Object.assign(result, { MOST, bridge, regression, keptWaves: kept, waves, addWave, keepWave });
})();

// A result as a file, and such files opened again. A file may have been written by anybody: it is measured whole before anything in
// it is used. One of this version is shown like a link, kept only when asked for; one of another version is shown as it was
// written and never scored by these rules.
"use strict";

/** @typedef {{ id: string, part: string | null, w: number, items: Item[] }} FileDimension */
/** @typedef {{ id: string, version: string, fingerprint: string, parts: string[], dims: FileDimension[] }} FileModel */
/** @typedef {{ id: string, score: number | null, level: number | null }} FileScore */
/** @typedef {{ saved: string, lang: string, model: FileModel, role: string, function?: string | null, talk: string | null, answers: Answers, evidence: Evidence | null, overall: FileScore, dims: FileScore[], targets?: Record<string, number> }} ResultFile */
/** @typedef {{ file?: ResultFile, code?: string, other?: boolean }} OpenedFile no `file` when it cannot be used */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  const [BIGGEST, MOST] = [1e6, 200];

  /** @param {Shown} shown @param {Date} now @returns {ResultFile} */
  function recordOf({ model, answers, evidence, scored, role, function: place, talk, targets }, now) {
    const items = (/** @type {Item[]} */ all) => all.map(({ id, rev, w, key, na, basic }) => ({ id, rev, w, key, na, basic }));
    const dims = model.dims.map(({ id, part, w, items: own }) => ({ id, part, w, items: items(own) }));
    const score = (/** @type {{ id: string, score: number | null, level: number | null }} */ d) => ({ id: d.id, score: d.score, level: d.level });
    return { saved: now.toISOString(), lang: portaat.lang, role: role ?? "-", function: place ?? null, talk: talk ?? null, answers, evidence,
      model: { id: model.id, version: model.version, fingerprint: portaat.score.fingerprint(model), parts: model.parts, dims },
      overall: score({ ...scored.overall, id: "" }), dims: scored.dims.map(score), ...(targets && { targets }) };
  }

  /** @param {Shown} shown @param {Date} now */
  const fileOf = (shown, now) => JSON.stringify({ portaat: "result", v: 1, ...recordOf(shown, now) }, null, 2);

  /** @param {unknown} text @param {RegExp} pattern */
  const is = (text, pattern) => typeof text === "string" && pattern.test(text);
  const ID = /^[a-z][a-z0-9-]{0,60}$/;
  const PRINT = /^[0-9a-f]{8}$/;

  /** @param {any} list @param {(one: any) => boolean} fits */
  const all = (list, fits) => Array.isArray(list) && list.length <= MOST && list.every((one) => Object(one) === one && fits(one));

  /** @param {any} n @param {number} least @param {number} most */
  const whole = (n, least, most) => Number.isInteger(n) && n >= least && n <= most;

  /** @param {any} it */
  const isItem = (it) => is(it.id, ID) && whole(it.rev, 1, 9999) && whole(it.w, 1, 3) && [it.key, it.na, it.basic].every((flag) => typeof flag === "boolean");

  /** @param {any} dim */
  const isDim = (dim) => is(dim.id, ID) && (dim.part === null || is(dim.part, ID)) && whole(dim.w, 1, 3) && all(dim.items, isItem);

  /** Whether the fingerprint is that of the questions in it. @param {any} model */
  const isModel = (model) => Object(model) === model && is(model.id, ID) && is(model.version, /^[\w.+-]{1,40}$/) && is(model.fingerprint, PRINT) &&
    all(model.dims, isDim) && Array.isArray(model.parts) && model.parts.every((/** @type {unknown} */ id) => is(id, ID)) &&
    portaat.score.fingerprint(model) === model.fingerprint;

  /** @param {any} d */
  const isScore = (d) => Object(d) === d && (d.score === null || whole(d.score, 100, 500)) && (d.level === null || whole(d.level, 1, 5));

  /** Every answer is one its question offers, and nothing else is there. @param {any} found @param {(id: string, value: any) => boolean} fits */
  const isGiven = (found, fits) => Object(found) === found && Object.entries(found).every(([id, value]) => fits(id, value));

  /** Files saved before functions were kept have none. @param {any} place */
  const isPlace = (place) => place === undefined || place === null || is(place, ID);

  /** @param {any} file @returns {file is ResultFile} */
  function isResult(file) {
    if (Object(file) !== file || !isModel(file.model) || Number.isNaN(Date.parse(file.saved)) || !is(file.role, /^[lfs-]$/) || !isPlace(file.function)) return false;
    const items = new Map(file.model.dims.flatMap((/** @type {FileDimension} */ dim) => dim.items.map((it) => [it.id, it])));
    const answer = (/** @type {string} */ id, /** @type {any} */ value) => items.has(id) && ([1, 2, 3, 4, 5, "d"].includes(value) || (value === "n" && items.get(id).na));
    const proof = (/** @type {string} */ id, /** @type {any} */ value) => items.has(id) && whole(value, 0, 2);
    return isGiven(file.answers, answer) && (file.evidence === null || isGiven(file.evidence, proof)) && (file.talk === null || is(file.talk, /^[01-]{5}[1-5-]{5}$/)) &&
      isScore(file.overall) && all(file.dims, (d) => is(d.id, ID) && isScore(d));
  }

  /** @param {string} text @param {Model[]} models @returns {OpenedFile} */
  function read(text, models) {
    try {
      const file = JSON.parse(text);
      if (text.length > BIGGEST || file.portaat !== "result" || file.v !== 1 || !isResult(file)) return {};
      const { saved, lang, role, function: place, talk, answers, evidence, model: asked, overall, dims } = file;
      const clean = { saved, lang, role, function: place, talk, answers, evidence, model: asked, overall, dims };
      const model = models.find((one) => portaat.score.fingerprint(one) === file.model.fingerprint);
      return model ? { file: clean, code: portaat.score.shareCode(model, answers, evidence, role) } : { file: clean, other: true };
    } catch {
      return {};
    }
  }

  /** A day as it is written in the page's language. @param {string} text */
  const dateOf = (text) => new Intl.DateTimeFormat(portaat.lang === "en" ? "en-GB" : portaat.lang, { dateStyle: "medium" }).format(new Date(text));

  /** @param {HTMLElement} main @param {HTMLInputElement} input @param {Shown | null} own */
  async function openFile(main, input, own) {
    const words = portaat.strings.result.file;
    const line = result.find(main, "[data-import-line]");
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const text = chosen.size > BIGGEST ? "" : await chosen.text().catch(() => "");
    input.value = "";
    const { file, code, other } = read(text, result.models());
    const offer = result.find(main, "[data-join]");
    offer.replaceChildren();
    result.find(main, "[data-other]").hidden = true;
    line.textContent = !file ? words.unreadable : other ? words.opened_other : words.opened;
    if (!file) return;
    if (other) return result.otherFile(main, file, own);
    location.hash = `r=${code}${file.talk ? `&t=${file.talk}` : ""}${file.function ? `&f=${file.function}` : ""}`;
    result.offerWave(main, file, own, offer);
    Object.assign(result.find(main, "h1"), { tabIndex: -1 }).focus();
  }

  Object.assign(result, { dateOf, recordOf, fileOf, isResult, isModel, readFile: read, openFile });
})();

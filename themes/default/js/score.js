// Turns one person's answers into levels with their reasons, and into a code that can be pasted and read back. Nothing but the
// language is used here (no page, storage, clock or text), so that every number can be held against the reference scorer outside
// a browser. Scores are integer hundredths and rounding is half-up: thresholds are never decided by fractions.
"use strict";

/**
 * @typedef {object} Item
 * @property {string} id
 * @property {number} rev raised when the meaning changes
 * @property {number} w
 * @property {boolean} key limits the level of its dimension
 * @property {boolean} na may be answered "n"
 * @property {boolean} basic comes first in the actions when weak
 *
 * @typedef {object} Dimension
 * @property {string} id
 * @property {string | null} part
 * @property {number} w
 * @property {string | null} [chapter]
 * @property {string | null} [worksheet]
 * @property {Item[]} items
 *
 * @typedef {object} Rules
 * @property {number[]} thresholds hundredths, the lower bound of level 1, 2, …
 * @property {number} min_coverage_pct
 * @property {number} min_dimensions_pct
 * @property {number} key_lag
 * @property {number} unknown_cap
 * @property {number} overall_lag
 * @property {number} blind_spot_pct
 * @property {number} target
 * @property {number} cap_bonus
 * @property {number} straight_min
 * @property {number} min_group
 * @property {number} contested_below
 * @property {number} gap_flag
 * @property {number} change_flag
 * @property {number} bridge_pct
 * @property {number} profile_gap
 *
 * @typedef {object} Model
 * @property {string} id
 * @property {string} version
 * @property {Rules} rules
 * @property {string[]} parts
 * @property {Dimension[]} dims
 *
 * @typedef {number | "d" | "n"} Answer 1–5, "d" for don't know, "n" for does not concern us
 * @typedef {Record<string, Answer | null | undefined>} Answers by item id; an unanswered item is absent
 * @typedef {Record<string, number | null | undefined>} Evidence 0–2 by item id
 *
 * @typedef {object} Coverage
 * @property {string} id
 * @property {string[]} capped_by
 * @property {number | null} coverage
 * @property {boolean} blind_spot
 * @property {"high" | "medium" | "low" | "unrated" | null} confidence
 *
 * `score` in hundredths, `index` 0–100, `candidate` the level the score alone would give.
 * @typedef {{ score: number, index: number, level: number, candidate: number }} Grade
 * @typedef {{ score: null, index: null, level: null, candidate: null }} NoGrade
 * @typedef {Coverage & ({ status: "ok" } & Grade | { status: "insufficient" | "not_applicable" } & NoGrade)} DimensionResult
 *
 * @typedef {(Grade | NoGrade) & { limited_by: string[], provisional: boolean }} Combined
 * @typedef {Combined & { id: string }} PartResult
 * @typedef {{ gap: number, kind: "first_ahead" | "second_ahead" | "in_step" }} Profile
 * @typedef {{ kind: "basics" | "find_out" | "unblock" | "improve", dim: string, item: string | null, p?: number }} Action
 * @typedef {{ rated: number, dont_know: number, straight_line: boolean }} Quality
 *
 * @typedef {object} Result
 * @property {DimensionResult[]} dims
 * @property {PartResult[]} parts
 * @property {Profile | null} profile
 * @property {Combined} overall
 * @property {Action[]} actions
 * @property {Quality} quality
 *
 * @typedef {{ model: string, role: string, answers: Answers, evidence: Evidence | null }} ParsedCode
 * @typedef {{ error: "format" | "check" | "fingerprint" | "length" | "value" }} CodeError
 * @typedef {{ talk: number | null, walk: number | null, gap: number | null, flag: string }} TalkWalk
 *
 * @typedef {{ id: string, cap: number }} Cap
 * @typedef {{ dim: string, item: string, w: number, basic: boolean, value: number }} Rated
 *
 * What `combine` needs of a dimension; a suppressed one of a team counts as insufficient.
 * @typedef {{ id: string, status: "ok", score: number, level: number }} ScoredDimension
 * @typedef {ScoredDimension | { id: string, status: "insufficient" | "not_applicable" }} Scored
 */

(() => {
  const portaat = (globalThis.portaat ??= {});

  // No model has 999 items: a longer text is not worth looking at.
  const CODE = /^1\.([0-9a-f]{8})\.([lfs-])\.([\w-]{0,999})\.([\w-]{0,999})\.[0-9a-f]{4}$/;

  const NO_SCORE = { score: null, index: null, level: null, candidate: null };

  /**
   * Half-up rounding of a fraction of integers, den > 0.
   * @param {number} num
   * @param {number} den
   */
  const rdiv = (num, den) => Math.floor((2 * num + den) / (2 * den));

  /**
   * An own property only: an item may be called "constructor".
   * @template T
   * @param {Record<string, T>} values
   * @param {string} id
   * @returns {T | undefined}
   */
  const pick = (values, id) => (Object.hasOwn(values, id) ? values[id] : undefined);

  /**
   * @param {unknown} value
   * @returns {value is number}
   */
  const isRating = (value) => [1, 2, 3, 4, 5].includes(/** @type {number} */ (value));

  /** @param {number[]} xs */
  const sum = (xs) => xs.reduce((all, x) => all + x, 0);

  /**
   * Which side of zero a gap of at least `least` is on.
   * @template {string} T
   * @param {number} gap
   * @param {number} least
   * @param {T} above
   * @param {T} below
   * @param {T} near
   */
  const side = (gap, least, above, below, near) => (gap >= least ? above : gap <= -least ? below : near);

  /** @param {Model} model */
  const itemsOf = (model) => model.dims.flatMap((dim) => dim.items);

  /**
   * FNV-1a over the text's UTF-8 bytes.
   * @param {string} text
   */
  function fnv1a(text) {
    let hash = 0x811c9dc5;
    const add = (/** @type {number} */ byte) => (hash = Math.imul(hash ^ byte, 0x01000193));
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0;
      let more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      add(more ? ((-0x80 >> more) & 0xff) | (code >> (6 * more)) : code);
      while (more--) add(0x80 | ((code >> (6 * more)) & 0x3f));
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  }

  /**
   * Appends the check digits.
   * @param {string} body
   */
  const seal = (body) => `${body}.${fnv1a(body).slice(0, 4)}`;

  /**
   * Changes when an id, revision, weight or flag changes; not when words do.
   * @param {Model} model
   */
  function fingerprint(model) {
    const parts = [model.id];
    for (const dim of model.dims) {
      parts.push(`${dim.id}:${dim.w}@${dim.part || ""}`);
      for (const it of dim.items) parts.push(`${it.id}.${it.rev}:${it.w}:${+it.key}${+it.na}${+it.basic}`);
    }
    return fnv1a(parts.join("|"));
  }

  /**
   * The short form: the same model with nothing but its key items.
   * @param {Model} model
   * @returns {Model}
   */
  function quick(model) {
    const dims = model.dims.map((dim) => ({ ...dim, items: dim.items.filter((it) => it.key) }));
    return { ...model, id: `${model.id}-quick`, dims };
  }

  /**
   * The largest level whose threshold num/den reaches, 0 if none.
   * @param {number} num
   * @param {number} den
   * @param {number[]} thresholds
   */
  function candidateLevel(num, den, thresholds) {
    return thresholds.filter((bound) => num >= bound * den).length;
  }

  /**
   * A score with its level, which no cap may be under; `by` names what held it back.
   * @param {number} points hundredths times weight
   * @param {number} weight
   * @param {Rules} rules
   * @param {Cap[]} caps
   */
  function grade(points, weight, rules, caps) {
    const candidate = candidateLevel(points, weight, rules.thresholds);
    const cap = Math.min(5, ...caps.map((c) => c.cap));
    const by = cap < candidate ? caps.filter((c) => c.cap === cap).map((c) => c.id) : [];
    const index = rdiv(points - 100 * weight, 4 * weight);
    return { by, result: { score: rdiv(points, weight), index, level: Math.min(candidate, cap), candidate } };
  }

  /**
   * The rated items: lowest first, then heaviest, then in the model's order.
   * @param {Dimension[]} dims
   * @param {Answers} answers
   * @returns {Rated[]}
   */
  function weakest(dims, answers) {
    const rated = dims.flatMap((dim) => dim.items.flatMap(({ id, w, basic }) => {
      const value = pick(answers, id);
      return isRating(value) ? { dim: dim.id, item: id, w, basic, value } : [];
    }));
    return rated.sort((a, b) => a.value - b.value || b.w - a.w);
  }

  /** @param {{ w: number }[]} items */
  const weigh = (items) => sum(items.map((it) => it.w));

  /**
   * How far the ratings of 3 and more are backed by evidence, and how much was answered at all.
   * @param {Rated[]} rated
   * @param {number} coverage
   * @param {Evidence} evidence
   */
  function confidence(rated, coverage, evidence) {
    const claims = rated.filter((it) => it.value > 2);
    const proved = claims.filter((it) => (pick(evidence, it.item) ?? 0) > 0);
    const share = claims.length ? rdiv(100 * proved.length, claims.length) : 100;
    return coverage >= 80 && share >= 60 ? "high" : coverage >= 60 && share >= 30 ? "medium" : "low";
  }

  /**
   * @param {Dimension} dim
   * @param {Answers} answers
   * @param {Rules} rules
   * @param {Evidence | null} [evidence]
   * @returns {DimensionResult}
   */
  function scoreDim(dim, answers, rules, evidence) {
    const items = dim.items.map((it) => ({ ...it, value: pick(answers, it.id) })).filter((it) => it.value !== "n" || !it.na);
    const rated = weakest([dim], answers);
    const [all, known, unknown] = [items, rated, items.filter((it) => it.value === "d")].map(weigh);
    /** @type {DimensionResult} */
    const out = { id: dim.id, status: "not_applicable", ...NO_SCORE, capped_by: [], coverage: null, blind_spot: false,
      confidence: null };
    if (!all) return out;
    const coverage = (out.coverage = rdiv(100 * known, all));
    out.blind_spot = 100 * unknown >= rules.blind_spot_pct * all;
    if (100 * known < rules.min_coverage_pct * all) return { ...out, status: "insufficient" };
    const caps = items.filter((it) => it.key).map(({ id, value }) =>
      ({ id, cap: isRating(value) ? value + rules.key_lag : rules.unknown_cap }));
    const { by, result } = grade(sum(rated.map((it) => 100 * it.w * it.value)), known, rules, caps);
    return { ...out, ...result, status: "ok", capped_by: by,
      confidence: evidence ? confidence(rated, coverage, evidence) : "unrated" };
  }

  /**
   * One result out of many, from the hundredths as shown, so that a reader can follow with a pocket calculator.
   * @param {Scored[]} dims
   * @param {Model} model
   * @returns {Combined}
   */
  function combine(dims, model) {
    const { rules } = model;
    const weight = (/** @type {Scored} */ d) => model.dims.find((dim) => dim.id === d.id)?.w ?? 0;
    const ok = dims.flatMap((d) => (d.status === "ok" ? d : []));
    const known = sum(ok.map(weight));
    const all = sum(dims.filter((d) => d.status !== "not_applicable").map(weight));
    if (!all || 100 * known < rules.min_dimensions_pct * all) return { ...NO_SCORE, limited_by: [], provisional: false };
    const caps = ok.map((d) => ({ id: d.id, cap: d.level + rules.overall_lag }));
    const { by, result } = grade(sum(ok.map((d) => weight(d) * d.score)), known, rules, caps);
    const provisional = known < all;
    return { ...result, level: Math.min(result.level, provisional ? rules.unknown_cap : 5), limited_by: by, provisional };
  }

  /**
   * Each part by the same rule as the whole.
   * @param {Scored[]} dims
   * @param {Model} model
   * @returns {PartResult[]}
   */
  function partResults(dims, model) {
    const partOf = (/** @type {Scored} */ d) => model.dims.find((dim) => dim.id === d.id)?.part;
    return model.parts.map((id) => ({ ...combine(dims.filter((d) => partOf(d) === id), model), id }));
  }

  /**
   * How the first part stands to the second; only where there are two.
   * @param {PartResult[]} parts
   * @param {Model} model
   * @returns {Profile | null}
   */
  function profile(parts, model) {
    const [first, second] = parts.map((part) => part.score);
    if (parts.length !== 2 || first === null || second === null) return null;
    const gap = first - second;
    return { gap, kind: side(gap, model.rules.profile_gap, "first_ahead", "second_ahead", "in_step") };
  }

  /**
   * Dimensions below their target or held back by a key item, the most pressing first.
   * @param {Model} model
   * @param {Answers} answers
   * @param {DimensionResult[]} dims in the model's order
   * @returns {Action[]}
   */
  function improvements(model, answers, dims) {
    const { target, cap_bonus } = model.rules;
    const lowest = Math.min(...dims.map((r) => r.level ?? Infinity));
    const found = model.dims.flatMap((dim, n) => {
      const r = dims[n];
      if (r.status !== "ok") return [];
      const gap = Math.max(0, target - r.score) + cap_bonus * (r.candidate - r.level);
      const p = dim.w * gap * (r.level === lowest ? 3 : 2);
      const [item] = r.capped_by;
      const kind = /** @type {Action["kind"]} */ (item ? "unblock" : "improve");
      return p ? { score: r.score, kind, dim: dim.id, item: item ?? weakest([dim], answers)[0].item, p } : [];
    });
    return found.sort((a, b) => b.p - a.p || a.score - b.score).map(({ score, ...action }) => action);
  }

  /**
   * At most three actions, one a dimension: mend the basics, find out what nobody knows, then what pays most.
   * @param {DimensionResult[]} dims
   * @param {Model} model
   * @param {Answers} answers
   */
  function priorities(dims, model, answers) {
    const basics = weakest(model.dims, answers).filter((it) => it.basic && it.value < 3);
    /** @type {Action[]} */
    const all = basics.map(({ dim, item }) => ({ kind: "basics", dim, item }));
    for (const r of dims) {
      if (r.status === "insufficient" || r.blind_spot) all.push({ kind: "find_out", dim: r.id, item: null });
    }
    all.push(...improvements(model, answers, dims));
    const seen = new Set();
    return all.filter((a) => !seen.has(a.dim) && seen.add(a.dim)).slice(0, 3);
  }

  /**
   * @param {Model} model
   * @param {Answers} answers
   * @returns {Quality}
   */
  function quality(model, answers) {
    const rated = weakest(model.dims, answers);
    const unknown = itemsOf(model).filter((it) => pick(answers, it.id) === "d");
    const same = rated.length > 0 && rated[0].value === rated[rated.length - 1].value;
    return { rated: rated.length, dont_know: unknown.length, straight_line: same && rated.length >= model.rules.straight_min };
  }

  /**
   * Everything about one person's answers.
   * @param {Model} model
   * @param {Answers} answers
   * @param {Evidence | null} [evidence] null when it was not asked
   * @returns {Result}
   */
  function scoreOne(model, answers, evidence = null) {
    const dims = model.dims.map((dim) => scoreDim(dim, answers, model.rules, evidence));
    const parts = partResults(dims, model);
    return { dims, parts, profile: profile(parts, model), overall: combine(dims, model),
      actions: priorities(dims, model, answers), quality: quality(model, answers) };
  }

  /**
   * What is said against what is done.
   * @param {(number | null | undefined)[]} claims 1, 0 or null
   * @param {(number | null | undefined)[]} practice 1–5 or null
   * @returns {TalkWalk}
   */
  function talkWalk(claims, practice) {
    const said = claims.flatMap((x) => x ?? []);
    const done = practice.flatMap((x) => x ?? []);
    if (said.length < 3 || done.length < 3) return { talk: null, walk: null, gap: null, flag: "insufficient" };
    const talk = rdiv(100 * sum(said), said.length);
    const walk = rdiv(25 * (sum(done) - done.length), done.length);
    const gap = talk - walk;
    return { talk, walk, gap, flag: side(gap, 30, "talk_ahead", "walk_ahead", "in_step") };
  }

  /**
   * One line that fits a link's fragment and names nobody.
   * @param {Model} model
   * @param {Answers} answers
   * @param {Evidence | null} [evidence]
   * @param {string} [role] l leads others, f meets customers, s supports, - not said
   */
  function shareCode(model, answers, evidence = null, role = "-") {
    const items = itemsOf(model);
    const given = items.map((it) => pick(answers, it.id) || "-").join("");
    const proof = evidence ? items.map((it) => pick(evidence, it.id) ?? 0).join("") : "";
    return seal(`1.${fingerprint(model)}.${role}.${given}.${proof}`);
  }

  /**
   * Whether every character is one that its item offers.
   * @param {Item[]} items
   * @param {string} given
   * @param {string} proof
   */
  const offered = (items, given, proof) =>
    items.every((it, n) => (it.na ? "12345d-n" : "12345d-").includes(given[n])) && !/[^0-2]/.test(proof);

  /**
   * Reads a code somebody typed, pasted or sent. The first thing that is wrong is named, from the outside in: the shape, the
   * check digits, the model, the number of answers, their values. `model` is the id of the model the code was made with.
   * @param {string} text
   * @param {Model[]} models
   * @param {string[]} [prints] their fingerprints, for who reads many codes
   * @returns {ParsedCode | CodeError}
   */
  function parseShareCode(text, models, prints = models.map(fingerprint)) {
    const code = typeof text === "string" ? text.trim() : "";
    const [match, print, role, given, proof] = CODE.exec(code) ?? [];
    if (!match) return { error: "format" };
    if (seal(code.slice(0, -5)) !== code) return { error: "check" };
    const model = models[prints.indexOf(print)];
    if (!model) return { error: "fingerprint" };
    const items = itemsOf(model);
    if (given.length !== items.length || (proof && proof.length !== items.length)) return { error: "length" };
    if (!offered(items, given, proof)) return { error: "value" };
    /** @type {Answers} */
    const answers = {};
    for (const [n, { id }] of items.entries()) if (given[n] !== "-") answers[id] = /** @type {Answer} */ (+given[n] || given[n]);
    const evidence = proof ? Object.fromEntries(items.map((it, n) => [it.id, +proof[n]])) : null;
    return { model: model.id, role, answers, evidence };
  }

  portaat.score = { scoreOne, talkWalk, shareCode, parseShareCode, fingerprint, quick,
    scoreDim, combine, partResults, profile, candidateLevel, rdiv, pick, isRating, sum };
})();

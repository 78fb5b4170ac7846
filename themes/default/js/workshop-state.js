// A workshop as data: votes are counted, never listed, so that nobody can be told from the order in which they came. What comes from
// a file or from storage is measured before it is used.
"use strict";

/** @typedef {Record<string, number>} Votes how many said 1–5 or d */
/** @typedef {{ hand: Votes, phones: Votes, open: boolean, first: Votes | null, agreed: number | null, note: string }} Round */
/** @typedef {{ what: string, who: string, by: string }} Deed */
/** @typedef {{ people: number, minutes: number, codes: number, at: number, consent: boolean, rounds: Record<string, Round>, parking: string, actions: Deed[] }} Workshop `codes`: how many people's votes came from phones */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const workshop = (portaat.workshop ??= /** @type {WorkshopParts} */ ({}));
  const VALUES = ["1", "2", "3", "4", "5", "d"];
  const [MOST_PEOPLE, LONGEST] = [50, 2000];

  /** @param {any} n @param {number} least @param {number} most @param {number} other */
  const whole = (n, least, most, other) => (Number.isInteger(n) && n >= least && n <= most ? n : other);

  /** @param {any} text @param {number} [most] */
  const short = (text, most = LONGEST) => (typeof text === "string" ? text.slice(0, most) : "");

  /** @param {any} found @returns {Votes} */
  const votes = (found) => Object.fromEntries(VALUES.map((value) => [value, whole(found?.[value], 0, MOST_PEOPLE, 0)]));

  /** @param {any} [found] @returns {Round} */
  const round = (found) => ({ hand: votes(found?.hand), phones: votes(found?.phones), open: found?.open === true, first: found?.first ? votes(found.first) : null,
    agreed: whole(found?.agreed, 1, 5, 0) || null, note: short(found?.note) });

  /** @param {any} one @returns {Deed} */
  const deed = (one) => ({ what: short(one?.what, 200), who: short(one?.who, 80), by: /^\d{4}-\d\d-\d\d$/.test(one?.by) ? one.by : "" });

  /** A workshop of this model's questions, out of whatever was found. @param {Model} model @param {any} [found] @returns {Workshop} */
  function stateOf(model, found) {
    const items = model.dims.flatMap((dim) => dim.items);
    return { people: whole(found?.people, 2, MOST_PEOPLE, 7), minutes: whole(found?.minutes, 1, 30, 3), codes: whole(found?.codes, 0, MOST_PEOPLE, 0), at: whole(found?.at, 0, items.length + 1, 0),
      consent: found?.consent === true, rounds: Object.fromEntries(items.map(({ id }) => [id, round(found?.rounds?.[id])])), parking: short(found?.parking),
      actions: [0, 1, 2].map((n) => deed(found?.actions?.[n])) };
  }

  /** @param {Votes} a @param {Votes} b @returns {Votes} */
  const plus = (a, b) => Object.fromEntries(VALUES.map((value) => [value, a[value] + b[value]]));

  /** @param {Round} one */
  const all = (one) => plus(one.hand, one.phones);

  /** @param {Votes} found */
  const count = (found) => portaat.score.sum(Object.values(found));

  /** The ratings in order. @param {Votes} found */
  const ratings = (found) => VALUES.slice(0, 5).flatMap((value) => Array(found[value]).fill(Number(value)));

  /** The middle one, of two the lower; null without ratings. @param {Votes} found @returns {number | null} */
  function middle(found) {
    const xs = ratings(found);
    return xs.length ? xs[(xs.length - 1) >> 1] : null;
  }

  /** How far apart the ratings are. @param {Votes} found @returns {"none" | "near" | "far"} */
  function reading(found) {
    const xs = ratings(found);
    return xs.length === 0 ? "none" : xs[xs.length - 1] - xs[0] <= 1 ? "near" : "far";
  }

  /** @param {Round} one @param {string} value @returns {Round} */
  const vote = (one, value) => ({ ...one, hand: { ...one.hand, [value]: one.hand[value] + 1 } });

  /** Takes the votes entered here back, so that they can be given again. @param {Round} one @returns {Round} */
  const empty = (one) => ({ ...one, hand: votes(null) });

  /** Shows the votes of a question; what they agree on at once is noted. @param {Round} one @returns {Round} */
  const reveal = (one) => ({ ...one, open: true, agreed: reading(all(one)) === "near" ? middle(all(one)) : null });

  /** A second vote; the first stays visible beside it. @param {Round} one @returns {Round} */
  const again = (one) => ({ ...one, open: false, first: all(one), hand: votes(null), phones: votes(null), agreed: null });

  /** What was agreed, as answers to the questions. @param {Workshop} state @returns {Answers} */
  const answers = (state) => Object.fromEntries(Object.entries(state.rounds).flatMap(([id, { agreed }]) => (agreed ? [[id, agreed]] : [])));

  Object.assign(workshop, { VALUES, stateOf, plus, all, count, middle, reading, vote, empty, reveal, again, answers });
})();

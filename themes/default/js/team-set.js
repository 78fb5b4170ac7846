// Who is in the team, and how much of that may be seen. What is shown must not give anybody away, also not by comparing it with
// what this tab has shown before: people who come later are let in when there are enough of them, dimension by dimension.
"use strict";

/** @typedef {{ kind: string, ends: number[], groups: string[], counts: Record<string, number> }} Split `groups`: those told apart; `ends`: how many of the people each dimension tells apart; `counts`: people by group then */
/** @typedef {{ people: Member[], ends: number[], split: Split | null, past: Past }} Team `ends`: how many of the people each dimension shows */
/** @typedef {{ team: Team, waiting: number, leaving: number }} Admission */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  const MOST = 30;

  /** @param {Member[]} people @param {Past} past @returns {Team} */
  const anew = (people, past) => ({ people, ends: [], split: null, past });

  /** @returns {Team} */
  const nobody = () => anew([], { index: new Map(), pieces: new Map() });

  /** A team that can be looked at without changing what was. @param {Team} one @returns {Team} */
  const copy = (one) => ({ ...one, ends: [...one.ends], past: { ...one.past, pieces: new Map(one.past.pieces) } });

  /** In no order that tells who came first. @template T @param {T[]} list @returns {T[]} */
  function shuffled(list) {
    const all = [...list];
    for (let n = all.length - 1; n > 0; n -= 1) {
      const k = Math.floor(Math.random() * (n + 1));
      [all[n], all[k]] = [all[k], all[n]];
    }
    return all;
  }

  /**
   * Lets in whom it may: everybody at first, then only groups of at least `min`; those who are gone leave the same way.
   * @param {Team} before
   * @param {Map<string, Member>} wanted
   * @param {number} min
   * @returns {Admission}
   */
  function admit(before, wanted, min) {
    const here = new Set(before.people.map(({ key }) => key));
    const added = [...wanted.values()].filter(({ key }) => !here.has(key));
    const none = before.ends.every((end) => end === 0);
    const leaving = before.people.filter(({ key }) => !wanted.has(key)).length;
    const few = (/** @type {number} */ n) => n > 0 && n < min;
    if (wanted.size < min) return { team: anew([], before.past), waiting: wanted.size, leaving: 0 };
    if (none || leaving === before.people.length) return { team: anew(shuffled([...wanted.values()]), before.past), waiting: 0, leaving: 0 };
    if (few(leaving) || few(added.length)) return { team: before, waiting: added.length, leaving };
    if (leaving) return { team: anew(shuffled([...wanted.values()]), before.past), waiting: 0, leaving: 0 };
    return { team: { ...before, people: [...before.people, ...shuffled(added)] }, waiting: 0, leaving: 0 };
  }

  /** Everybody may be counted together: so the shares of those who do not know may be told. @param {Team} now @param {Model} model */
  function gather({ people, past }, model) {
    return team.cut(past, `${model.id} people`, team.labels(past, people, people.length, () => 1), model.rules.min_group);
  }

  /**
   * Moves a dimension's end to the last person when that gives nobody away; false when it would.
   * @param {Team} now
   * @param {number} dim
   * @param {(number | null)[]} scores
   * @param {Model} model
   */
  function advance(now, dim, scores, model) {
    const { people, ends, past } = now;
    const min = model.rules.min_group;
    const groups = team.labels(past, people, people.length, (_, k) => (scores[k] === null ? 0 : 1));
    const open = groups.filter((group) => group).length < min || team.cut(past, team.topic(model.dims[dim]), groups, min);
    ends[dim] = open ? people.length : ends[dim] ?? 0;
    return open;
  }

  /** @param {string} kind @returns {(one: Member) => string} */
  const groupBy = (kind) => (kind === "role" ? ({ role }) => role : ({ place }) => place ?? "-");

  /** How many of each group have a score. @param {Team} now @param {number} dim @param {(number | null)[]} scores @param {(one: Member) => string} of */
  function countIn({ people, ends }, dim, scores, of) {
    /** @type {Counts} */
    const counts = {};
    for (let k = 0; k < ends[dim]; k += 1) if (scores[k] !== null) counts[of(people[k])] = (counts[of(people[k])] ?? 0) + 1;
    return counts;
  }

  /**
   * Decides for which people the groups may be told apart: the present ones, else those for whom it was allowed before.
   * @param {Team} now
   * @param {Model} model
   * @param {(number | null)[][]} scores by dimension
   * @param {string} kind role or function
   * @returns {Generator<void, string[]>} the groups that would be too few
   */
  function* split(now, model, scores, kind) {
    const { people, ends, past } = now;
    const min = model.rules.min_group;
    const of = groupBy(kind);
    if (now.split?.kind !== kind) now.split = null;
    /** @type {Record<string, Counts>} */
    const counts = {};
    for (const [n, { id }] of model.dims.entries()) yield void (counts[id] = countIn(now, n, scores[n], of));
    const many = new Set(Object.values(counts).flatMap(Object.keys)).size > MOST;
    const { show, hide } = portaat.score.suppressAll(many ? {} : counts, min);
    const groups = kind === "role" ? ["l", "f"] : show.filter((group) => group !== "-");
    if (groups.length < 2 || !groups.every((group) => show.includes(group))) return hide;
    const trial = { ...past, pieces: new Map(past.pieces) };
    for (const [n, dim] of model.dims.entries()) {
      const cut = team.labels(past, people, ends[n], (one, k) => (scores[n][k] === null ? 0 : groups.indexOf(of(one)) + 2));
      if (!team.cut(trial, team.topic(dim), cut, min)) return hide;
      yield;
    }
    past.pieces = trial.pieces;
    now.split = { kind, ends: [...ends], groups, counts: countIn({ ...now, ends: [people.length] }, 0, people.map(() => 1), of) };
    return hide;
  }

  Object.assign(team, { nobody, copy, shuffled, admit, gather, advance, split, groupBy });
})();

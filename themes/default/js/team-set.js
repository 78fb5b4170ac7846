// Who is in the team, and how much of that may be seen. What is shown must not give anybody away, also not by comparing it with
// what was shown a moment ago: people who come later are let in when there are enough of them, dimension by dimension.
"use strict";

/** @typedef {{ people: Member[], ends: number[], cuts: number[][], gap: number[] | null }} Team `ends`: how many of the people each dimension shows; `cuts`: what it has shown before; `gap`: the ends for which roles may be told apart */
/** @typedef {{ team: Team, waiting: number, leaving: number }} Admission */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  /** @returns {Team} */
  const nobody = () => ({ people: [], ends: [], cuts: [], gap: null });

  /** @param {Member[]} people @returns {Team} */
  const anew = (people) => ({ people, ends: [], cuts: [], gap: null });

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
    const leaving = before.people.filter(({ key }) => !wanted.has(key)).length;
    const few = (/** @type {number} */ n) => n > 0 && n < min;
    if (wanted.size < min) return { team: nobody(), waiting: wanted.size, leaving: 0 };
    if (leaving === before.people.length) return { team: anew(shuffled(added)), waiting: 0, leaving: 0 };
    if (few(leaving) || few(added.length)) return { team: before, waiting: added.length, leaving };
    if (leaving) return { team: anew(shuffled([...wanted.values()])), waiting: 0, leaving: 0 };
    return { team: { ...before, people: [...before.people, ...shuffled(added)] }, waiting: 0, leaving: 0 };
  }

  /** How many have a score among the people from `from` to `to`, and in a role when one is asked for. @param {(number | null)[]} scores @param {Member[]} people @param {number} from @param {number} to @param {(role: string) => boolean} [fits] */
  function scored(scores, people, from, to, fits = () => true) {
    let n = 0;
    for (let k = from; k < to; k += 1) n += scores[k] !== null && fits(people[k].role) ? 1 : 0;
    return n;
  }

  /**
   * Moves a dimension's end to the last person, when those who are new in it are nobody or enough.
   * @param {Team} now
   * @param {number} dim
   * @param {(number | null)[]} scores
   * @param {number} min
   */
  function advance(now, dim, scores, min) {
    const { people, ends, cuts } = now;
    const end = ends[dim] ?? 0;
    const before = scored(scores, people, 0, end);
    const fresh = scored(scores, people, end, people.length);
    if (before >= min && fresh > 0 && fresh < min) return;
    ends[dim] = people.length;
    cuts[dim] = [...(before < min ? [] : cuts[dim] ?? []), people.length];
  }

  /** Nobody can be singled out by role in anything that was ever shown of a dimension. @param {Team} now @param {number} dim @param {(number | null)[]} scores @param {number} min */
  function safe({ people, cuts }, dim, scores, min) {
    const parts = [(/** @type {string} */ role) => role === "l", (/** @type {string} */ role) => role === "f", (/** @type {string} */ role) => role !== "l" && role !== "f"];
    return cuts[dim].every((to, n) => parts.every((fits) => {
      const count = scored(scores, people, cuts[dim][n - 1] ?? 0, to, fits);
      return count === 0 || count >= min;
    }));
  }

  /**
   * Decides for which people the roles may be told apart: the present ones, else those for whom it was allowed before.
   * @param {Team} now
   * @param {Model} model
   * @param {(number | null)[][]} scores by dimension
   * @returns {string[]} the roles that would be too few
   */
  function openRoles(now, model, scores) {
    const { people, ends } = now;
    const min = model.rules.min_group;
    const counts = Object.fromEntries(model.dims.map(({ id }, n) => [id, Object.fromEntries(["l", "f", "s", "-"].map((role) =>
      [role, scored(scores[n], people, 0, ends[n], (own) => own === role)]))]));
    const { show, hide } = portaat.score.suppressAll(counts, min);
    const open = ["l", "f"].every((role) => show.includes(role)) && (now.cuts.every((cut) => cut.length < 2) || model.dims.every((_, n) => safe(now, n, scores[n], min)));
    if (open) now.gap = [...ends];
    return hide;
  }

  Object.assign(team, { nobody, shuffled, admit, advance, openRoles, scored });
})();

// From a team to what may be seen of it, in steps short enough for the page to answer in between.
"use strict";

/** @typedef {{ id: string, n: number[], means: (number | null)[], gap: GapDimension | Suppressed }} Apart `gap`: between leaders and frontline, else between the highest and the lowest */
/**
 * @typedef {object} Seen what the page shows, prints and writes to files: nothing else leaves the team
 * @property {HTMLElement} main
 * @property {Model} model
 * @property {number} n
 * @property {GroupResult} result
 * @property {number[][]} scores of those each dimension shows, lowest first
 * @property {(GapDimension | Suppressed)[]} gaps between leaders and frontline
 * @property {string} kind what tells groups apart: role or function
 * @property {Split | null} split
 * @property {Apart[]} groups by dimension, when they may be told apart
 * @property {Record<string, number>} counts people by group, when they may be told apart
 * @property {Record<string, number>} present people by group, shown or not
 * @property {string[]} hidden groups that are too few
 * @property {string[]} held dimensions that an earlier result keeps closed
 * @property {Past} past
 * @property {Member[][]} people whom each dimension shows
 */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  const SLICE = 10;

  /** Lets the page breathe. */
  const breath = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });

  /**
   * Takes the steps of a long piece of work a few milliseconds at a time, until it is done or nobody wants it any more.
   * @template T
   * @param {Generator<unknown, T>} steps
   * @param {() => boolean} wanted
   * @returns {Promise<T | undefined>}
   */
  async function work(steps, wanted) {
    while (wanted()) {
      await breath();
      for (const until = performance.now() + SLICE; performance.now() < until;) {
        const { done, value } = steps.next();
        if (!done) continue;
        await breath();
        return value;
      }
    }
  }

  /** @param {(number | null)[]} scores @param {Member[]} people @param {number} end @param {(one: Member) => boolean} [fits] */
  function shown(scores, people, end, fits = () => true) {
    const own = scores.slice(0, end).filter((score, k) => score !== null && fits(people[k]));
    return /** @type {number[]} */ (own);
  }

  /**
   * One dimension: everybody's score, and what may be said of those it shows.
   * @param {Team} now its end moves
   * @param {Model} model
   * @param {number} n
   * @param {number | null} population
   * @param {boolean} open
   * @returns {Generator<void, { all: (number | null)[], held: boolean, result: GroupDimension | Suppressed }>}
   */
  function* look(now, model, n, population, open) {
    const { gather, scoresIn, groupDim } = portaat.score;
    const dim = model.dims[n];
    const columns = [];
    for (const item of dim.items) yield void columns.push(gather({ ...dim, items: [item] }, now.people)[0]);
    const all = scoresIn(dim, columns, model.rules);
    yield;
    const held = !open || !team.advance(now, n, all, model);
    now.ends[n] ??= 0;
    yield;
    return { all, held: held && now.ends[n] === 0, result: groupDim(dim, columns.map((column) => column.slice(0, now.ends[n])), model.rules, population) };
  }

  /**
   * The groups of the chosen kind in one dimension, and how far apart two of them are.
   * @param {Split} split
   * @param {Model} model
   * @param {number} n
   * @param {(number | null)[]} scores
   * @param {Member[]} people
   * @returns {Apart}
   */
  function apart({ kind, ends, groups }, model, n, scores, people) {
    const of = team.groupBy(kind);
    const own = groups.map((group) => shown(scores, people, ends[n], (one) => of(one) === group));
    const { id } = model.dims[n];
    const mean = (/** @type {number[]} */ xs) => portaat.score.sum(xs) / xs.length / 100;
    const told = own.filter((xs) => xs.length >= model.rules.min_group).sort((a, b) => mean(b) - mean(a));
    const [a, b] = kind === "role" ? own : [told[0] ?? [], told.slice(1).pop() ?? []];
    return { id, n: own.map((xs) => xs.length), means: own.map((xs) => (told.includes(xs) ? mean(xs) : null)), gap: portaat.score.gapOf(id, a, b, model.rules) };
  }

  /**
   * Scores a team one dimension at a time and settles how much of each may be seen.
   * @param {Team} now its ends move
   * @param {Model} model
   * @param {number | null} population
   * @param {string} [kind] what tells groups apart: role or function
   * @returns {Generator<void, Omit<Seen, "main">>}
   */
  function* see(now, model, population, kind = "role") {
    const { people } = now;
    const open = people.length < model.rules.min_group || team.gather(now, model);
    yield;
    const seen = [];
    for (const n of model.dims.keys()) yield void seen.push(yield* look(now, model, n, population, open));
    const hidden = yield* team.split(now, model, seen.map(({ all }) => all), kind);
    const { split } = now;
    const [scores, groups] = [/** @type {number[][]} */ ([]), /** @type {Apart[]} */ ([])];
    for (const [n, { all, result }] of seen.entries()) {
      scores.push(result.status === "ok" ? shown(all, people, now.ends[n]).sort((a, b) => a - b) : []);
      yield;
      if (split) yield void groups.push(apart(split, model, n, all, people));
    }
    const gaps = model.dims.map(({ id }, n) => (split?.kind === "role" ? groups[n].gap : /** @type {Suppressed} */ ({ id, status: "suppressed" })));
    const counts = split?.counts ?? {};
    const present = /** @type {Counts} */ ({});
    for (const group of people.map(team.groupBy(kind))) present[group] = (present[group] ?? 0) + 1;
    const held = seen.flatMap((one, n) => (one.held ? model.dims[n].id : []));
    return { model, n: people.length, result: portaat.score.joined(model, people.length, seen.map(({ result }) => result)), scores, gaps, kind, split, groups, counts, present, hidden, held,
      past: now.past, people: now.ends.map((end) => people.slice(0, end)) };
  }

  Object.assign(team, { work, see });
})();

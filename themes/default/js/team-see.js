// From a team to what may be seen of it, in steps short enough for the page to answer in between.
"use strict";

/**
 * @typedef {object} Seen what the page shows, prints and writes to files: nothing else leaves the team
 * @property {HTMLElement} main
 * @property {Model} model
 * @property {number} n
 * @property {GroupResult} result
 * @property {number[][]} scores of those each dimension shows, lowest first
 * @property {(GapDimension | Suppressed)[]} gaps
 * @property {Record<string, number>} counts people by role
 * @property {string[]} hidden roles that are too few
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
      for (const until = performance.now() + SLICE; performance.now() < until;) {
        const { done, value } = steps.next();
        if (done) return value;
      }
      await breath();
    }
  }

  /** @param {(number | null)[]} scores @param {Member[]} people @param {number} end @param {string} [role] */
  function shown(scores, people, end, role) {
    const own = scores.slice(0, end).filter((score, k) => score !== null && (!role || people[k].role === role));
    return /** @type {number[]} */ (own);
  }

  /**
   * Scores a team one dimension at a time and settles how much of each may be seen.
   * @param {Team} now its ends move
   * @param {Model} model
   * @param {number | null} population
   * @returns {Generator<void, Omit<Seen, "main">>}
   */
  function* see(now, model, population) {
    const { rules } = model;
    const { gather, scoresIn, groupDim, joined, gapOf } = portaat.score;
    const { people } = now;
    const [all, dims] = [/** @type {(number | null)[][]} */ ([]), /** @type {(GroupDimension | Suppressed)[]} */ ([])];
    for (const [n, dim] of model.dims.entries()) {
      const columns = [];
      for (const item of dim.items) {
        columns.push(gather({ ...dim, items: [item] }, people)[0]);
        yield;
      }
      all.push(scoresIn(dim, columns, rules));
      yield;
      team.advance(now, n, all[n], rules.min_group);
      yield;
      dims.push(groupDim(dim, columns.map((column) => column.slice(0, now.ends[n])), rules, population));
      yield;
    }
    const hidden = team.openRoles(now, model, all);
    yield;
    const gaps = model.dims.map(({ id }, n) => {
      const [l, f] = ["l", "f"].map((role) => shown(all[n], people, now.gap?.[n] ?? 0, role));
      return gapOf(id, l, f, rules);
    });
    yield;
    const scores = dims.map((d, n) => (d.status === "ok" ? shown(all[n], people, now.ends[n]).sort((a, b) => a - b) : []));
    const counts = Object.fromEntries(["l", "f"].map((role) => [role, people.filter((one) => one.role === role).length]));
    return { model, n: people.length, result: joined(model, people.length, dims), scores, gaps, counts, hidden, people: now.ends.map((end) => people.slice(0, end)) };
  }

  Object.assign(team, { work, see });
})();

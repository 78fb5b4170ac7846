// What this tab has shown of whom. Everything that was ever shown of a topic cuts the people into pieces; whoever compares two results
// can at best learn about a piece. So a result is shown only when each piece stays large enough, whatever came before it: people
// added or removed, a field cleared and filled again, another grouping, an earlier team file.
"use strict";

/** @typedef {{ index: Map<string, number>, pieces: Map<string, Uint16Array> }} Past `pieces`: by topic the piece of each person, 0 before anything of them is shown */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  /** What a number is about: the same questions are the same topic, in whichever form they were asked. @param {Dimension} dim */
  const topic = ({ id, items }) => `${id} ${items.map((it) => `${it.id}.${it.rev}`)}`;

  /** The person's place in the pieces; the first of several with the same answers is the same in a table and without. @param {Past} past @param {string} key */
  function placeOf({ index }, key) {
    const name = key.replace(/#1$/, "");
    const place = index.get(name) ?? index.size;
    index.set(name, place);
    return place;
  }

  /**
   * One display as a label for everybody in it: those with the same label are seen together.
   * @param {Past} past
   * @param {Member[]} people
   * @param {number} end how many of them
   * @param {(one: Member, k: number) => number} label 0 for nobody seen
   */
  function labels(past, people, end, label) {
    const places = people.slice(0, end).map(({ key }) => placeOf(past, key));
    const all = new Uint16Array(past.index.size);
    places.forEach((place, k) => { all[place] = label(people[k], k); });
    return all;
  }

  /**
   * Takes a display into the past of its topic; refuses, and changes nothing, when that would make a piece too small.
   * @param {Past} past
   * @param {string} name
   * @param {Uint16Array} display
   * @param {number} min
   * @returns {boolean}
   */
  function cut(past, name, display, min) {
    const before = past.pieces.get(name) ?? new Uint16Array(0);
    const after = new Uint16Array(Math.max(before.length, display.length));
    const ids = new Map([[0, 0]]);
    const sizes = [min];
    for (let k = 0; k < after.length; k += 1) {
      const pair = 65536 * (before[k] ?? 0) + (display[k] ?? 0);
      after[k] = ids.get(pair) ?? ids.size;
      ids.set(pair, after[k]);
      sizes[after[k]] = (sizes[after[k]] ?? 0) + 1;
    }
    if (sizes.some((n) => n < min)) return false;
    past.pieces.set(name, after);
    return true;
  }

  Object.assign(team, { topic, labels, cut });
})();

// An invented organisation, the same every time, for trying the page out and for training: leaders who see more than those who meet
// customers, one thing people do not agree on, and a first round half a year earlier.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  const PEOPLE = [...Array(6).fill("l"), ...Array(11).fill("f")];
  const HALF_A_YEAR = 183 * 24 * 3600 * 1000;

  /** @param {number} seed */
  function chance(seed) {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
  }

  /** What a role thinks of a dimension, by its place in the model. @param {string} role @param {number} dim */
  const mood = (role, dim) => [3.9, 3.4, 2.7, 3.2, 3.8, 3.1, 2.6, 2.4, 2.7, 3.1, 2.1, 2.2, 2.6][dim % 13] + (role === "l" ? [0, 0.2, 1.4, 0.2, 0, 0.8, 0.3, 1.2, 1, 0.3, 0.4, 0.6, 0.2][dim % 13] : 0);

  /** @param {Model} model @param {number} seed @param {number} lift @returns {string[]} */
  function codes(model, seed, lift) {
    const random = chance(seed);
    return PEOPLE.map((role) => {
      const own = random() - 0.5;
      const answers = Object.fromEntries(model.dims.flatMap((dim, n) => dim.items.map(({ id }) => {
        const split = n % 13 === 6 ? 2.4 * (own > 0 ? 1 : -1) : own;
        const value = Math.round(mood(role, n) + lift + split * 0.9 + (random() - 0.5) * 1.1);
        return [id, random() < 0.04 ? "d" : Math.min(5, Math.max(1, value))];
      })));
      return portaat.score.shareCode(model, /** @type {Answers} */ (answers), null, role);
    });
  }

  /** As they would be pasted: the leaders work in one function, those who meet customers in two. @param {string[]} all */
  function lines(all) {
    const places = Object.keys(team.functions());
    const [service, office] = [places[0], places[places.length - 1]];
    return all.map((code, n) => (places.length < 3 ? code : `${code}&f=${n < 6 ? office : n < 12 ? service : places[2]}`));
  }

  /** @param {Model} model @param {string[]} all */
  const people = (model, all) => all.map((code) => /** @type {Member} */ (team.reader([model])(code).member));

  /** @param {HTMLElement} main */
  function example(main) {
    const [full] = team.models();
    const undo = team.memory(main);
    const words = portaat.strings.team;
    const earlier = { saved: new Date(Date.now() - HALF_A_YEAR).toISOString(), model: full, people: people(full, codes(full, 11, -0.35)) };
    /** @type {HTMLTextAreaElement} */ (team.find(main, "#team-codes")).value = lines(codes(full, 7, 0)).join("\n");
    /** @type {HTMLInputElement} */ (team.find(main, "[data-report-name]")).value = words.example.name;
    /** @type {HTMLInputElement} */ (team.find(main, "[data-population]")).value = "20";
    team.put(main, { files: new Map(), fileLines: [], earlier, example: true });
    portaat.store.offerUndo(team.find(main, "[data-file-line]"), words.example.shown, undo, words.restored);
  }

  Object.assign(team, { example, exampleCodes: codes });
})();

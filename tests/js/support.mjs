// The shipped scripts have no exports: they are loaded here the way a browser does it, one after the other into one global
// object, but into an empty one, so that a script that needs more than it should fails in its test.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const shipped = new URL("../../themes/default/js/", import.meta.url);
const scoring = new URL("../scoring/", import.meta.url);

/** The folder of the reference scorer, for a Python process. */
export const scoringFolder = fileURLToPath(scoring);

/** The published cases and their models, parsed anew on every call. */
export const vectors = () => JSON.parse(readFileSync(new URL("vectors.json", scoring), "utf8"));

/** The source text of one shipped script. */
export const source = (name) => readFileSync(new URL(name, shipped), "utf8");

/** Runs the named scripts in order and returns their global object; `globals` are what the page would offer. */
export function load(names, globals = {}) {
  const context = vm.createContext(globals);
  for (const name of names) vm.runInContext(source(name), context, { filename: name });
  return context;
}

/** `portaat.score` from a world with nothing in it but the language, and without its clock, chance and locale. */
export function loadScore(names = ["score.js", "score-team.js"]) {
  const context = vm.createContext({});
  vm.runInContext("for (const name of ['Date', 'Intl']) delete globalThis[name]; delete Math.random;", context);
  for (const name of names) vm.runInContext(source(name), context, { filename: name });
  return context.portaat.score;
}

/** A value as it is after a trip through JSON: objects of another world then compare equal to ours. */
export const plain = (value) => JSON.parse(JSON.stringify(value));

/** The same value with every object in it frozen. */
export function frozen(value) {
  if (value && typeof value === "object") Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** A small seeded generator of numbers in [0, 1), so that a failing random case can be run again. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

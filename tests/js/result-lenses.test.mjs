// Lenses: plain means of the same answers, and nothing where too little is known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.mjs";
import { plain } from "./support.mjs";

const { groupMean } = open(["core.js", "score.js", "result-lenses.js"], {}).result;

for (const [why, items, answers, expected] of [
  ["a mean, half up", ["a", "b", "c"], { a: 1, b: 2, c: 2 }, { n: 3, all: "1 + 2 + 2", score: 167 }],
  ["half is enough", ["a", "b", "c", "d"], { a: 5, b: 4, c: "d", d: "n" }, { n: 2, all: "5 + 4", score: 450 }],
  ["less than half is not", ["a", "b", "c"], { a: 5, b: "d" }, { n: 1, all: "5", score: null }],
  ["nothing at all", ["a"], {}, { n: 0, all: "", score: null }],
  ["an empty group", [], {}, { n: 0, all: "", score: null }],
]) test(`a lens's group: ${why}`, () => assert.deepEqual(plain(groupMean(items, answers)), expected));

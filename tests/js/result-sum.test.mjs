// "Show my calculation": the sums are the reader's own answers, and give exactly the numbers the scorer gave.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, storage } from "./page.mjs";
import { chance, plain, vectors } from "./support.mjs";

const names = ["core.js", "words.js", "score.js", "store.js", "result-overall.js", "result-sum.js"];
const calc = { coverage: "cov {a}/{b} {pct}", too_little: "min {min}", not_applicable: "na", blind: "blind {pct}/{limit}", enough: "to {n} {from}",
  capped: "cap {value} {n}", unknown_key: "key? {n}", proof: "{n}/{count} {word}", unweighted: "plain {mean}" };
const words = { result: { calc, high: "h", medium: "m", low: "l" } };
const openPage = () => open(names, { area: storage(), data: { "portaat-strings": { lang: "en", strings: words } } });
const { mini, full } = vectors().models;
const shown = (portaat, model, answers, evidence = null) => ({ model, answers, evidence, scored: portaat.score.scoreOne(model, answers, evidence) });
const explained = (answers, id, evidence, model = mini) => {
  const portaat = openPage();
  return plain(portaat.result.explain(shown(portaat, model, answers, evidence), id));
};

test("a sum with weights, and what it is enough for", () => {
  const { sum, notes, terms } = explained({ a1: 4, a2: 3, a3: 4, a4: 3 }, "a");
  assert.equal(sum, "(2 × 4 + 3 + 4 + 3) / 5 = 3.60");
  assert.deepEqual(notes, ["plain 3.50", "to 4 3.40"]);
  assert.deepEqual(terms[0], { id: "a1", w: 2, value: 4, counted: true });
});

test("a key question's cap, known and unknown", () => {
  assert.deepEqual(explained({ a1: 2, a2: 5, a3: 5, a4: 5 }, "a").notes, ["plain 4.25", "to 4 3.40", "cap 2 3"]);
  assert.deepEqual(explained({ a1: "d", a2: 5, a3: 5, a4: 5 }, "a").notes, ["cov 3/5 60", "blind 40/40", "to 5 4.20", "key? 3"]);
});

test("why there is no score", () => {
  assert.deepEqual(explained({ a1: "d", a2: 4, a3: "n" }, "a"), { sum: "", notes: ["cov 1/4 25", "min 60", "blind 50/40"],
    terms: [{ id: "a1", w: 2, value: "d", counted: false }, { id: "a2", w: 1, value: 4, counted: true },
      { id: "a3", w: 1, value: "n", counted: false }, { id: "a4", w: 1, value: null, counted: false }] });
});

test("n where it is not offered counts as no answer", () => {
  assert.equal(explained({ b1: 4, b2: "n", b3: 4 }, "b").terms[1].value, null);
});

test("what the answers rest on", () => {
  assert.ok(explained({ a1: 4, a2: 3, a3: 2, a4: 3 }, "a", { a1: 2, a2: 0 }).notes.includes("1/3 m"));
});

test("every shown sum comes out as the score it stands for", () => {
  const portaat = openPage();
  const random = chance(7);
  for (let n = 0; n < 200; n += 1) {
    const answers = Object.fromEntries(full.dims.flatMap(({ items }) => items.map(({ id }) => [id, [1, 2, 3, 4, 5, "d", "n"][Math.floor(random() * 7)]])));
    const now = shown(portaat, full, answers);
    for (const d of now.scored.dims.filter(({ score }) => score !== null)) {
      const [left, right] = portaat.result.explain(now, d.id).sum.split(" = ");
      const [points, weight] = left.split(" / ");
      const value = points.replace(/[()]/g, "").split(" + ").map((term) => term.split(" × ").reduce((a, b) => a * b, 1)).reduce((a, b) => a + b, 0);
      assert.equal(Math.floor((200 * value + Number(weight)) / (2 * weight)), d.score);
      assert.equal(Number(right), d.score / 100);
    }
  }
});

test("the overall's sum names every score that counts", () => {
  const portaat = openPage();
  const now = shown(portaat, mini, { a1: 4, a2: 3, a3: 4, a4: 3, b1: 3, b2: 3, b3: 4, c1: 4, c2: 3, c3: 3 });
  assert.equal(portaat.result.meanOf(now, now.scored.dims, now.scored.overall), "(3.60 + 3.33 + 2 × 3.50) / 4 = 3.48");
});

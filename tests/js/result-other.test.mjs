// What a code or a file of other questions tells by itself, and how much of it this version's questions share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, storage } from "./page.mjs";
import { plain, vectors } from "./support.mjs";

const names = ["core.js", "words.js", "score.js", "store.js", "store-undo.js", "result-file.js", "result-waves.js", "result-other.js"];
const calc = { answer: "answer {n}", unknown: "don't know", outside: "outside", none: "none" };
const other = { check: "check", right: "right", wrong: "wrong", questions: "questions", role: "role", roles: { f: "front", "-": "-" }, proof: ["p0", "p1", "p2"] };
const { result, score } = open(names, { area: storage(), data: { "portaat-strings": { lang: "en", strings: { result: { calc, other } } } } });
const { mini, mini_1_1: newer, full } = vectors().models;
const answers = { a1: 4, a2: "d", a3: "n", b1: 3, c1: 5 };
const code = score.shareCode(mini, answers, { a1: 2, b1: 1 }, "f");
const waveOf = (model, given) => result.recordOf({ model, answers: given, evidence: null, scored: score.scoreOne(model, given, null) }, new Date("2026-01-02"));

test("a code tells its answers, what they rest on, the role and whether it is whole", () => {
  const rows = Object.fromEntries(plain(result.counts(result.contents(` ${code}\n`))));
  const count = mini.dims.flatMap(({ items }) => items).length;
  assert.deepEqual(rows, { check: "right", questions: String(count), role: "front", "Answer 1": "0", "Answer 2": "0", "Answer 3": "1", "Answer 4": "1",
    "Answer 5": "1", "Don't know": "1", Outside: "1", None: String(count - 5), p0: "1", p1: "1", p2: "1" });
});

test("a slip shows in the check, and evidence is told only where it was asked", () => {
  assert.equal(result.contents(code.replace(/.$/, (last) => (last === "0" ? "1" : "0"))).sealed, false);
  const rows = plain(result.counts(result.contents(score.shareCode(mini, answers))));
  assert.equal(rows.some(([name]) => name === "p0"), false);
});

for (const bad of ["", "hello", "1.00000000.f.123..0000x", "1.00000000.x.123..0000", "1.00000000.f.126..0000", "1.00000000.f.123.01.0000", "1.00000000.f..0.0000", `1.00000000.f.${"1".repeat(1000)}..0000`]) {
  test(`not taken for a code: ${bad.slice(0, 30)}`, () => assert.equal(result.contents(bad), null));
}

test("what two versions share is counted by question and revision", () => {
  const all = newer.dims.flatMap(({ items }) => items);
  const revs = new Map(mini.dims.flatMap((dim) => dim.items.map(({ id, rev }) => [`${dim.id} ${id}`, rev])));
  const common = newer.dims.flatMap((dim) => dim.items.filter(({ id, rev }) => revs.get(`${dim.id} ${id}`) === rev));
  const { n, count, dims } = result.tally(newer, waveOf(mini, answers));
  assert.deepEqual([n, count], [common.length, all.length]);
  assert.ok(n > 0 && n < count && dims > 0 && dims < newer.dims.length);
  assert.deepEqual(plain({ ...result.tally(full, waveOf(mini, answers)), model: 0 }), { model: 0, n: 0, count: 45, dims: 0 });
});

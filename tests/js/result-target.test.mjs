// Targets beside a result: the words say where it stands, and the score is what it is without them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.mjs";
import { vectors } from "./support.mjs";

const words = { open: "T{n}", below: "T{n} now {level}", reached: "T{n} reached" };
const names = ["core.js", "words.js", "score.js", "result-draw.js", "result-table.js", "result-actions.js", "result-file.js", "result-target.js"];
const { result, score } = open(names, { data: { "portaat-strings": { lang: "en", strings: { target: words } } } });

for (const [target, level, text] of [[3, null, "T3"], [3, 2, "T3 now 2"], [3, 3, "T3 reached"], [3, 5, "T3 reached"], [1, 1, "T1 reached"]]) {
  test(`target ${target} and level ${level} read "${text}"`, () => assert.equal(result.targetWords(target, level), text));
}

test("a saved result holds the targets only where there are some", () => {
  const model = vectors().models.full;
  const shown = { model, answers: { genuine1: 3 }, evidence: null, scored: score.scoreOne(model, { genuine1: 3 }, null) };
  const now = new Date("2026-11-22T10:00:00Z");
  assert.equal("targets" in result.recordOf(shown, now), false);
  const held = result.recordOf({ ...shown, targets: { genuine: 4 } }, now);
  assert.deepEqual({ ...held.targets }, { genuine: 4 });
  assert.equal(result.isResult(held), true);
  assert.deepEqual({ ...held, targets: undefined }, { ...result.recordOf(shown, now), targets: undefined });
});

// Earlier results beside this one: only common questions count, by the reference's own rule, and small differences are not named.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { open, storage } from "./page.mjs";
import { chance, plain, scoringFolder, vectors } from "./support.mjs";

const names = ["core.js", "words.js", "score.js", "store.js", "store-undo.js", "result-file.js", "result-waves.js"];
const openPage = (area = storage()) => open(names, { area, data: { "portaat-strings": { lang: "fi", strings: { result: {} } } } });
const { mini, mini_1_1: newer, full } = vectors().models;
const shown = ({ score }, model, answers) => ({ model, answers, evidence: null, scored: score.scoreOne(model, answers, null) });
const waveOf = (portaat, model, answers) => portaat.result.recordOf(shown(portaat, model, answers), new Date("2026-01-02T00:00:00Z"));
const fill = (model, value) => Object.fromEntries(model.dims.flatMap(({ items }) => items.map(({ id }) => [id, value])));

test("the bridge is that of the reference scorer", () => {
  const portaat = openPage();
  const random = chance(11);
  const some = (model) => Object.fromEntries(model.dims.flatMap(({ items }) => items.map(({ id }) => [id, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, "d"][Math.floor(random() * 11)]])));
  const cases = Array.from({ length: 100 }, (_, n) => {
    const [first, second] = [[mini, newer], [full, full], [newer, mini], [portaat.score.quick(full), full]][n % 4];
    return { m1: plain(first), m2: plain(second), a: some(first), b: some(second) };
  });
  const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
from reference import *
def one(c):
    c["m2"]["rules"]["min_group"] = 1
    return remeasure(c["m1"], [{"answers": c["a"]}], c["m2"], [{"answers": c["b"]}])
json.dump([one(c) for c in json.load(sys.stdin)], sys.stdout)`;
  const done = spawnSync("python3", ["-B", "-c", script, scoringFolder], { input: JSON.stringify(cases), encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(done.status, 0, done.stderr);
  const seen = new Set();
  JSON.parse(done.stdout).forEach((wanted, n) => {
    const { m1, m2, a, b } = cases[n];
    portaat.result.bridge(shown(portaat, m2, b), waveOf(portaat, m1, a)).forEach((one, k) => {
      const { status, means } = wanted[k];
      seen.add(status);
      assert.equal(one.status, { suppressed: "insufficient" }[status] ?? status);
      if (means) assert.deepEqual([one.before / 100, one.now / 100], means);
    });
  });
  assert.deepEqual([...seen].sort(), ["not_comparable", "ok", "suppressed"]);
});

test("a difference is named from half a point on", () => {
  const portaat = openPage();
  const flags = (before, now) => portaat.result.bridge(shown(portaat, mini, now), waveOf(portaat, mini, before)).map(({ flag }) => flag);
  assert.deepEqual(plain(flags(fill(mini, 3), fill(mini, 4))), ["up", "up", "up"]);
  assert.deepEqual(plain(flags(fill(mini, 3), { ...fill(mini, 3), a1: 4, b1: 2, b2: 2, c2: 2 })), ["same", "down", "same"]);
});

test("the lowest one's rise is told with what would be expected anyway", () => {
  const portaat = openPage();
  const before = { ...fill(mini, 3), a1: 1, a2: 1, a3: 1, a4: 1, b1: 5, b2: 5, b3: 5 };
  const rise = (now) => plain(portaat.result.regression(shown(portaat, mini, now), waveOf(portaat, mini, before)));
  assert.deepEqual(rise({ ...before, a1: 2, a2: 2 }), { id: "a", before: 100, expected: 160 });
  assert.equal(rise({ ...before, a2: 2 }), null, "no rise, no note");
  assert.equal(rise({ ...before, c1: 5 }), null, "another one's rise is none");
});

test("what is stored is measured like a file, and at most eight are used", () => {
  const area = storage();
  const portaat = openPage(area);
  const all = Array.from({ length: 10 }, (_, n) => ({ ...waveOf(portaat, mini, { a1: 1 + (n % 5) }), saved: `2026-01-${10 + n}` }));
  portaat.write("waves", { results: [{ ...all[0], answers: { a1: "<b>" } }, null, ...all] });
  assert.deepEqual(plain(portaat.result.keptWaves()), plain(all.slice(-8)));
  portaat.write("waves", { results: [all[3], all[1], all[2]] });
  assert.deepEqual(plain(portaat.result.keptWaves()), plain(all.slice(1, 4)), "the oldest first, whenever it was added");
  for (const data of [{}, { results: "x" }, { results: null }]) {
    portaat.write("waves", data);
    assert.deepEqual(plain(portaat.result.keptWaves()), []);
  }
});

// The published cases are few and chosen. Here a thousand made-up models with made-up people are scored by the shipped scripts and by
// the reference scorer, which gets all of them in one batch; the seed makes every run the same.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { chance, frozen, loadScore, plain, scoringFolder, vectors } from "./support.mjs";

const COUNT = 1000;
const score = loadScore();
const published = vectors().models.full.rules;
const random = chance(20240229);

const int = (low, high) => low + Math.floor(random() * (high - low + 1));
const odds = (share) => random() < share;
const one = (list) => list[int(0, list.length - 1)];
const many = (n, make) => Array.from({ length: n }, (_, k) => make(k));
const itemsOf = (model) => model.dims.flatMap((dim) => dim.items);

function randomRules() {
  const steps = many(4, () => int(40, 95)).reduce((all, step) => [...all, all.at(-1) + step], [100]);
  if (odds(0.3)) return published;
  return { thresholds: steps, min_coverage_pct: one([1, 50, 60, 75, 100]), min_dimensions_pct: one([1, 50, 75, 100]),
    key_lag: int(0, 2), unknown_cap: int(1, 5), overall_lag: int(0, 2), blind_spot_pct: one([25, 40, 50, 100]),
    target: one([300, 400, 450]), cap_bonus: one([0, 50, 75]), straight_min: int(0, 12), min_group: int(3, 6),
    contested_below: one([0, 0.31, 0.5]), gap_flag: one([0.25, 0.5]), change_flag: one([0.1, 0.3]),
    bridge_pct: one([50, 70, 100]), profile_gap: one([0, 25, 50]) };
}

function randomItem(id, key, na = !key && odds(0.3)) {
  return { id, rev: int(1, 3), w: key ? 2 : int(1, 3), key, na, basic: odds(0.3) };
}

function randomDim(id, parts) {
  const keys = int(1, 2);
  const optional = odds(0.15) || undefined;
  const items = many(int(2, 7), (k) => randomItem(`${id}-${k}`, k < keys, optional));
  return { id, part: odds(0.9) ? one(parts) : null, w: int(1, 3), chapter: null, worksheet: null, items };
}

function randomModel(k) {
  const parts = many(one([1, 2, 2, 2, 3]), (n) => `part-${n}`);
  const dims = many(int(1, 7), (n) => randomDim(one(["d", "to-string", "x"]) + n, parts));
  const id = one(["model", "malli-ä", "€", "😀-malli"]) + k;
  return { id, version: "1.0.0", rules: randomRules(), parts, dims };
}

/** The next version: some items are reworded, weighed anew, gone or new, and some dimensions too. */
function nextVersion(model) {
  const dims = model.dims.filter(() => odds(0.9)).map((dim) => ({ ...dim, items: dim.items.flatMap((it) => {
    const changed = { ...it, rev: it.rev + +odds(0.15), w: odds(0.15) ? int(1, 3) : it.w };
    return [...(odds(0.9) ? [changed] : []), ...(odds(0.1) ? [randomItem(`${it.id}-new`, false)] : [])];
  }) }));
  return { ...model, dims: [...dims.filter((dim) => dim.items.length), randomDim("new", model.parts)] };
}

/** People lean somewhere, know more or less, and a dimension may not concern them at all. */
function randomAnswers(model, mood = int(1, 5), spread = int(0, 3)) {
  const knows = one([1, 0.95, 0.8, 0.5]);
  const value = () => Math.min(5, Math.max(1, mood + int(-spread, spread)));
  const answer = (strange) => (strange ? "n" : odds(knows) ? value() : one(["d", "d", "n", null, undefined]));
  const given = model.dims.flatMap(({ items }) => {
    const strange = odds(0.3) && items.every((it) => it.na);
    return items.map((it) => [it.id, answer(strange)]);
  });
  return Object.fromEntries(given.filter(([, v]) => v !== undefined));
}

function randomEvidence(model) {
  const given = itemsOf(model).filter(() => odds(0.7));
  return odds(0.4) ? null : Object.fromEntries(given.map((it) => [it.id, int(0, 2)]));
}

/** Those who lead may see more or less than those who meet customers; in some teams everybody differs. */
function randomPeople(model, most) {
  const moods = odds(0.6) ? { l: int(1, 5), f: int(1, 5), s: 3, "-": 3 } : {};
  const spread = odds(0.3) ? int(0, 1) : undefined;
  return many(int(0, most), () => {
    const role = one(["l", "l", "f", "f", "s", "-"]);
    return { role, answers: randomAnswers(model, moods[role], spread) };
  });
}

function randomCounts() {
  const groups = ["l", "f", "s", "ä", "Z", "\uff5e", "😀", "constructor"].filter(() => odds(0.5));
  return Object.fromEntries(groups.map((group) => [group, int(0, 9)]));
}

function randomCase(k) {
  const model = randomModel(k);
  const model2 = nextVersion(model);
  const people = randomPeople(model, one([4, 12, 25]));
  const n = int(1, 40);
  return frozen({ model, model2, people, people2: randomPeople(model2, one([4, 12, 25])), answers: randomAnswers(model),
    evidence: randomEvidence(model), role: one(["l", "f", "s", "-"]), population: one([null, 0, people.length, people.length + n]),
    k: int(0, n), n, counts: randomCounts(), all: Object.fromEntries(many(int(1, 4), (d) => [`d${d}`, randomCounts()])),
    min: int(1, 6), claims: many(5, () => one([0, 1, 1, null])), practice: many(5, () => one([1, 2, 3, 4, 5, null])) });
}

/** What is compared, by name: the reference's expression over a case `c`, and ours. */
const compared = {
  one: ["score_one(c['model'], c['answers'], c['evidence'])", (c) => score.scoreOne(c.model, c.answers, c.evidence)],
  quick: ["score_one(quick(c['model']), c['answers'])", (c) => score.scoreOne(score.quick(c.model), c.answers, null)],
  code: ["share_code(c['model'], c['answers'], c['evidence'], c['role'])",
    (c) => score.shareCode(c.model, c.answers, c.evidence, c.role)],
  prints: ["[fingerprint(m) for m in (c['model'], c['model2'], quick(c['model']))]",
    (c) => [c.model, c.model2, score.quick(c.model)].map(score.fingerprint)],
  group: ["score_group(c['model'], c['people'], c['population'])", (c) => score.scoreGroup(c.model, c.people, c.population)],
  gap: ["role_gap(c['model'], c['people'], 'l', 'f')", (c) => score.roleGap(c.model, c.people, "l", "f")],
  again: ["remeasure(c['model'], c['people'], c['model2'], c['people2'])",
    (c) => score.remeasure(c.model, c.people, c.model2, c.people2)],
  suppress: ["suppress(c['counts'], c['min'])", (c) => score.suppress(c.counts, c.min)],
  all: ["suppress_all(c['all'], c['min'])", (c) => score.suppressAll(c.all, c.min)],
  wilson: ["wilson(c['k'], c['n'])", (c) => score.wilson(c.k, c.n)],
  talk: ["talk_walk(c['claims'], c['practice'])", (c) => score.talkWalk(c.claims, c.practice)],
};

const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
from reference import *
def quick(m):
    dims = [dict(d, items=[it for it in d["items"] if it["key"]]) for d in m["dims"]]
    return dict(m, id=m["id"] + "-quick", dims=dims)
def expected(c):
    return {${Object.entries(compared).map(([name, [expression]]) => `"${name}": ${expression}`).join(", ")}}
json.dump([expected(c) for c in json.load(sys.stdin.buffer)], sys.stdout)
`;

function reference(batch) {
  const options = { input: JSON.stringify(batch), encoding: "utf8", maxBuffer: 1 << 28 };
  const done = spawnSync("python3", ["-B", "-c", script, scoringFolder], options);
  assert.equal(done.status, 0, done.error?.message ?? done.stderr);
  return JSON.parse(done.stdout);
}

const cases = many(COUNT, randomCase);
const expected = reference(cases);

for (const [name, [, ours]] of Object.entries(compared)) {
  test(`${COUNT} random cases agree with the reference: ${name}`, () => {
    cases.forEach((c, n) => assert.deepStrictEqual(plain(ours(c)), expected[n][name], `case ${n}`));
  });
}

test("the random cases reach every kind of outcome", () => {
  const seen = JSON.stringify(expected);
  const words = ["ok", "insufficient", "not_applicable", "suppressed", "not_comparable", "first_ahead", "second_ahead", "in_step",
    "basics", "find_out", "unblock", "improve", "unrated", "high", "medium", "low", "leaders_see_more", "frontline_sees_more",
    "no_clear_gap", "up", "down", "within_noise", "split", "none", "weak", "moderate", "strong", "very strong", "talk_ahead",
    "walk_ahead"];
  assert.deepEqual(words.filter((word) => !seen.includes(`"${word}"`)), []);
  for (const flag of ["provisional", "straight_line", "blind_spot", "contested", "show_total", "ad_ok"]) {
    for (const value of [true, false]) assert.ok(seen.includes(`"${flag}":${value}`), `${flag} ${value}`);
  }
});

/** What a code can bring back: what the model's items offer, evidence for every item. */
function readable({ model, answers, evidence, role }) {
  const items = itemsOf(model);
  const given = items.map((it) => [it.id, answers[it.id]]).filter(([, value]) => value !== undefined && value !== null);
  const full = items.map((it) => [it.id, evidence?.[it.id] ?? 0]);
  return { model: model.id, role, answers: Object.fromEntries(given), evidence: evidence && Object.fromEntries(full) };
}

test(`${COUNT} random codes make the round trip`, () => {
  const models = cases.map(({ model }) => model);
  for (const c of cases) {
    const code = score.shareCode(c.model, c.answers, c.evidence, c.role);
    const refused = itemsOf(c.model).some((it) => c.answers[it.id] === "n" && !it.na);
    const read = plain(score.parseShareCode(` ${code}\n`, [...models.slice(0, 3), c.model]));
    assert.deepStrictEqual(read, refused ? { error: "value" } : readable(c));
  }
});

test("no changed character of a code goes unnoticed, and none breaks the reader", () => {
  for (const c of cases.slice(0, 60)) {
    const code = score.shareCode(c.model, c.answers, c.evidence, c.role);
    const at = int(0, code.length - 1);
    const typo = code.slice(0, at) + one([..."0123456789abcdefn-.~x ä"]) + code.slice(at + 1);
    if (typo.trim() !== code) assert.ok(score.parseShareCode(typo, [c.model]).error, typo);
  }
});

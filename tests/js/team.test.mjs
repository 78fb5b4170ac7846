// The team's logic without a page: codes out of whatever people paste, the reference's numbers out of random teams, and nobody's
// answers out of anything that is ever shown, however displays are added and subtracted.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { chance, load, plain, scoringFolder, vectors } from "./support.mjs";

const SCRIPTS = ["score.js", "score-team.js", "team-read.js", "team-past.js", "team-set.js", "team-see.js"];
const portaat = load(SCRIPTS).portaat;
const { score, team } = portaat;
const { full } = vectors().models;
const models = [full, score.quick(full)];
const random = chance(7);
const int = (low, high) => low + Math.floor(random() * (high - low + 1));
const one = (list) => list[int(0, list.length - 1)];
const itemsOf = (model) => model.dims.flatMap((dim) => dim.items);

/** People lean somewhere; some do not know, and some leave a whole dimension out. */
function person(model, roles = ["l", "f", "f", "s", "-"], gaps = 0.2) {
  const mood = int(1, 5);
  const gone = random() < gaps ? one(model.dims).id : null;
  const answers = Object.fromEntries(model.dims.filter(({ id }) => id !== gone).flatMap(({ items }) => items.map(({ id, na }) =>
    [id, na && random() < 0.2 ? "n" : random() < gaps / 2 ? "d" : Math.min(5, Math.max(1, mood + int(-1, 1)))])));
  return { role: one(roles), answers };
}

const codeOf = (model, { role, answers }) => score.shareCode(model, answers, null, role);
const reader = () => team.reader(models);

/** All members among lines of text, and the kinds of trouble by line. */
function intake(text, files = new Map()) {
  const steps = team.take ? team.take(text, files, models, reader()) : null;
  if (steps) return drain(steps);
  const found = [];
  for (const [number, line] of team.linesOf(text)) for (const one of team.codesIn(line, reader())) found.push([number, one.trouble ?? one.member.code]);
  return found;
}

function drain(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const code = codeOf(full, { role: "f", answers: Object.fromEntries(itemsOf(full).map(({ id }, n) => [id, [4, 3, "d", 2][n % 4]])) });
const gappy = codeOf(full, { role: "-", answers: { genuine1: 3, needs3: 4 } });

for (const [name, line] of Object.entries({
  bare: code, spaces: `  ${code}\t`, link: `https://example.org/fi/arvio/tulos/index.html#r=${code}&t=1-010----5`, "smart quotes": `”${code}”`, "a cell": `"${code}";;;`,
  "a list": `3. ${code},`, "capital letters": code.toUpperCase(), "a sentence": `Tässä koodini: ${code}. Kiitos!`, "invisible marks": `\ufeff${code.slice(0, 20)}\u200b${code.slice(20)}\u00ad`,
})) {
  test(`a code is found in its line: ${name}`, () => assert.deepEqual(intake(line), [[1, code]]));
}

for (const [name, change] of Object.entries({
  "en dashes": (text) => text.replaceAll("-", "–"), "minus signs": (text) => text.replaceAll("-", "−"), "em dashes for two": (text) => text.replaceAll("--", "—"), "en dashes for two": (text) => text.replaceAll("--", "–"),
})) {
  test(`hyphens that a word processor has changed are changed back: ${name}`, () => {
    assert.ok(gappy.includes("---"));
    assert.deepEqual(intake(change(gappy)), [[1, gappy]]);
  });
}

test("two codes in a line are two people", () => assert.deepEqual(intake(`${code};${gappy}`), [[1, code], [1, gappy]]));

test("what is no code is named by its line", () => {
  const other = codeOf({ ...full, id: "other" }, { role: "f", answers: {} });
  const text = [code, "", code.slice(0, 30), code.replace(/.$/, (c) => (c === "0" ? "1" : "0")), "terveisin", other, `#r=${code.slice(0, 8)}`].join("\r\n");
  assert.deepEqual(intake(text), [[1, code], [3, "broken"], [4, "broken"], [5, "none"], [6, "foreign"], [7, "broken"]]);
});

test("any line end is one, and the numbers are those an editor shows", () => {
  assert.deepEqual([...team.linesOf("a\n\nb\r\nc\rd")].map((x) => [...x]), [[1, "a"], [3, "b"], [4, "c"], [5, "d"]]);
});

test("fifty megabytes of noise are read in bounded steps, and a code in the middle is not lost", () => {
  const junk = "1.aaaaaaaa.l.x1y2z3 , ; ".repeat(100);
  const text = `${junk.repeat(10000)}\n${`${junk.slice(0, 70)}\n`.repeat(350000)}${code}\n`;
  assert.ok(text.length > 48e6);
  const read = reader();
  const { add, all, counts } = team.ledger();
  let found = 0;
  let longest = 0;
  for (const [number, line] of team.linesOf(text)) {
    longest = Math.max(longest, line.length);
    for (const { member, trouble } of team.codesIn(line, read)) member ? (found += 1) : add(trouble, number);
  }
  assert.equal(found, 1);
  assert.ok(longest < 120000, `${longest}`);
  assert.equal(all.length, 1, "one run of lines");
  assert.deepEqual([all[0].from, all[0].to, counts.broken > 350000], [1, 350001, true]);
});

test("one line of ten thousand codes is ten thousand people", () => {
  const text = Array.from({ length: 10000 }, () => codeOf(full, person(full))).join(" ");
  const all = new Set(intake(text).map(([, found]) => found));
  assert.equal(all.size, new Set(text.split(" ")).size);
});

const members = (people, model = full) => new Map(people.map((one, n) => [`p${n}`, { ...one, key: `p${n}`, code: "", model: model.id }]));

function see(now, model = full, population = null, kind = "role") {
  const copy = team.copy(now);
  return { now: copy, seen: drain(team.see(copy, model, population, kind)) };
}

const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
from reference import *
def expected(c):
    m, people = c["model"], c["people"]
    counts = {}
    for d in m["dims"]:
        counts[d["id"]] = {"l": 0, "f": 0, "s": 0, "-": 0}
        for p in people:
            counts[d["id"]][p["role"]] += score_dim(d, p["answers"], m["rules"])["status"] == "ok"
    return [score_group(m, people, c["population"]), role_gap(m, people, "l", "f"), suppress_all(counts, m["rules"]["min_group"])]
json.dump([expected(c) for c in json.load(sys.stdin.buffer)], sys.stdout)
`;

test("500 random teams are seen as the reference sees them", () => {
  const cases = Array.from({ length: 500 }, (_, n) => {
    const model = models[n % 2];
    const [roles, gaps] = [one([["l", "f"], ["l", "f"], ["l", "f", "f", "s", "-"], ["f"]]), one([0, 0.01, 0.2])];
    const people = Array.from({ length: int(5, 40) }, () => person(model, roles, gaps));
    return { model, people, population: one([null, people.length, people.length + 9]) };
  });
  const done = spawnSync("python3", ["-B", "-c", script, scoringFolder], { input: JSON.stringify(cases), encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  const expected = JSON.parse(done.stdout);
  let open = 0;
  cases.forEach(({ model, people, population }, n) => {
    // The order is the reference's: it sums fractions from left to right.
    const now = { ...team.nobody(), people: [...members(people, model).values()] };
    const { seen } = see(now, model, population);
    const [group, gaps, { show }] = expected[n];
    assert.deepStrictEqual(plain(seen.result), group, `team ${n}`);
    const both = ["l", "f"].every((role) => show.includes(role));
    open += both ? 1 : 0;
    assert.deepStrictEqual(plain(seen.gaps), both ? gaps : model.dims.map(({ id }) => ({ id, status: "suppressed" })), `gaps of team ${n}`);
  });
  assert.ok(open > 50 && open < 450, `${open} teams show roles`);
});

/** Whether a row vector lies in the span of others. */
function inSpan(rows, target) {
  const rank = (all) => {
    const m = all.map((row) => [...row]);
    let r = 0;
    for (let c = 0; c < target.length && r < m.length; c += 1) {
      const p = m.findIndex((row, k) => k >= r && Math.abs(row[c]) > 1e-9);
      if (p < 0) continue;
      [m[r], m[p]] = [m[p], m[r]];
      for (let k = r + 1; k < m.length; k += 1) {
        const by = m[k][c] / m[r][c];
        for (let x = c; x < target.length; x += 1) m[k][x] -= by * m[r][x];
      }
      r += 1;
    }
    return r;
  };
  return rank(rows) === rank([...rows, target]);
}

/**
 * Whoever has written down every display knows the sum over each of these sets of people. Any set that adding and subtracting them
 * can single out must be nobody or at least `min`.
 */
function assertNobodyOut(sets, min, what) {
  const signature = new Map();
  sets.forEach((set, n) => set.forEach((key) => signature.set(key, (signature.get(key) ?? "") + `${n},`)));
  const atoms = [...new Set(signature.values())];
  const sizes = atoms.map((atom) => [...signature.values()].filter((own) => own === atom).length);
  const rows = sets.map((_, n) => atoms.map((atom) => (atom.split(",").includes(String(n)) ? 1 : 0)));
  const small = atoms.map((_, n) => n).filter((n) => sizes[n] < min);
  for (let mask = 1; mask < 1 << Math.min(small.length, 10); mask += 1) {
    const chosen = small.filter((_, n) => mask & (1 << n));
    const size = chosen.reduce((all, n) => all + sizes[n], 0);
    if (size < min) assert.ok(!inSpan(rows, atoms.map((_, n) => (chosen.includes(n) ? 1 : 0))), `${what}: ${size} people can be singled out`);
  }
}

test("no subtraction over displays, roles and additions singles out fewer than the limit", () => {
  const min = full.rules.min_group;
  let [grown, told] = [0, 0];
  for (let run = 0; run < 100; run += 1) {
    const roles = one([["l", "f"], ["l", "f", "s"], ["l", "f", "f", "f", "s", "-"]]);
    const gaps = one([0, 0.02, 0.2]);
    const pool = Array.from({ length: int(5, 90) }, () => person(full, roles, gaps));
    const sets = full.dims.map(() => []);
    let now = team.nobody();
    for (let size = int(1, 40); ; size += one([1, 2, 6, 9, 25])) {
      const wanted = new Map([...members(pool)].slice(0, size));
      const admission = team.admit(now, wanted, min);
      const before = now.people.length;
      const step = see(admission.team);
      now = step.now;
      grown += before && now.people.length > before ? 1 : 0;
      full.dims.forEach((dim, n) => {
        const of = (people, fits) => new Set(people.filter((one) => fits(one.role) && score.scoresIn(dim, score.gather(dim, [one]), full.rules)[0] !== null).map(({ key }) => key));
        if (step.seen.result.dims[n].status === "ok") sets[n].push(of(now.people.slice(0, now.ends[n]), () => true));
        if (step.seen.gaps[n].status === "ok") {
          told += 1;
          for (const role of ["l", "f"]) sets[n].push(of(now.people.slice(0, now.split.ends[n]), (own) => own === role));
        }
      });
      if (size >= pool.length) break;
    }
    sets.forEach((all, n) => assertNobodyOut(all, min, `run ${run}, ${full.dims[n].id}`));
  }
  assert.ok(grown > 50 && told > 300, `${grown} additions, ${told} gaps were shown`);
});

test("newcomers and those taken away wait until there are enough of them", () => {
  const all = members(Array.from({ length: 20 }, () => person(full)));
  const some = (from, to) => new Map([...all].slice(from, to));
  const sizes = [];
  let now = team.nobody();
  for (const [from, to] of [[0, 4], [0, 8], [0, 12], [0, 13], [1, 13], [6, 13], [0, 0], [3, 9]]) {
    const { team: next, waiting, leaving } = team.admit(now, some(from, to), 5);
    now = { ...next, ends: next.people.map(() => next.people.length) };
    sizes.push([now.people.length, waiting, leaving]);
  }
  assert.deepEqual(sizes, [[0, 4, 0], [8, 0, 0], [8, 4, 0], [13, 0, 0], [13, 0, 1], [7, 0, 0], [0, 0, 0], [6, 0, 0]]);
});

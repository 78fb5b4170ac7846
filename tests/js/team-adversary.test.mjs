// Somebody writes down everything a team page ever shows, prints and saves, and tries to learn more: by subtracting one result from
// another, over people added, removed, cleared and put back, numbers of those asked, roles and functions in turn, earlier team files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chance, load, plain, vectors } from "./support.mjs";

const nobodyHere = { getElementById: () => ({ content: { querySelectorAll: () => [] } }), querySelector: () => null };
const wordless = new Proxy({}, { get: (_, key) => (key === "head" ? Array(16).fill("") : key === Symbol.toPrimitive ? () => "" : wordless) });
const globals = { addEventListener: () => {}, document: nobodyHere, Intl, performance, portaat: { lang: "en", strings: { team: wordless } } };
const SCRIPTS = ["score.js", "score-team.js", "team-read.js", "team-past.js", "team-set.js", "team-see.js", "team-table.js", "team-functions.js", "team-keep.js", "team-waves.js"];
const { score, team } = load(SCRIPTS, globals).portaat;
const { full } = vectors().models;
const quick = score.quick(full);
const random = chance(23);
const int = (low, high) => low + Math.floor(random() * (high - low + 1));
const one = (list) => list[int(0, list.length - 1)];

function drain(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Few enough of some roles, functions and levels that hiding them is hard. */
function crowd(model, size) {
  const roles = one([["l", "f"], ["l", "f", "f", "f", "f"], ["l", "f", "f", "s", "-"]]);
  const places = one([["a", "b"], ["a", "a", "a", "b", "c"], ["a", "b", "-"]]);
  const gaps = one([0, 0.02, 0.15]);
  return Array.from({ length: size }, (_, n) => {
    const gone = random() < gaps ? one(model.dims).id : null;
    const mood = int(1, 5);
    const answers = Object.fromEntries(model.dims.filter(({ id }) => id !== gone).flatMap(({ items }) => items.map(({ id }) => [id, random() < gaps ? "d" : Math.min(5, Math.max(1, mood + int(-1, 1)))])));
    const place = one(places);
    return { key: `p${n}`, code: "", model: model.id, role: one(roles), ...(place !== "-" && { place }), answers };
  });
}

const scoredOf = (model, n, people) => people.filter((who) => score.scoresIn(model.dims[n], score.gather(model.dims[n], [who]), model.rules)[0] !== null);
const keysOf = (people) => new Set(people.map(({ key }) => key));

/** The sets of people whose sums one look gives away, by what the sums are about: found from its numbers, not from how it came about. */
function setsOf(seen, now, model) {
  const all = [];
  const add = (topic, people) => all.push({ topic, keys: keysOf(people) });
  const of = team.groupBy(seen.kind);
  seen.result.dims.forEach((d, n) => {
    if (d.status === "ok") {
      const whole = seen.people[n];
      add(model.dims[n].id, scoredOf(model, n, whole));
      add(`${model.dims[n].id} don't know`, whole);
      assert.deepEqual([d.n, seen.scores[n].length], [scoredOf(model, n, whole).length, d.n]);
    } else assert.deepEqual(plain(seen.scores[n]), []);
    const told = seen.groups[n];
    told?.n.forEach((count, k) => {
      const own = scoredOf(model, n, now.people.slice(0, now.split.ends[n]).filter((who) => of(who) === now.split.groups[k]));
      assert.equal(own.length, count);
      if (count) add(model.dims[n].id, own);
    });
  });
  return all;
}

/** Every number of the table and of the data is one of a set that is shown: nothing else leaves the page. */
function assertExported(seen, min) {
  const data = JSON.parse(team.dataOf({ ...seen, main: null }, new Date(0)));
  assert.deepEqual(data.result, plain(seen.result));
  assert.deepEqual(data.gaps, plain(seen.gaps).filter(({ status }) => status === "ok"));
  for (const { n } of data.by_function ?? []) assert.ok(n.every((count) => count === 0 || count >= min), `${n}`);
  for (const { n } of data.gaps) assert.ok(n.every((count) => count >= min));
  const rows = team.rows({ ...seen, main: null });
  seen.result.dims.forEach((d, n) => {
    if (d.status === "ok") assert.equal(rows[n + 1][2], String(d.n));
    else assert.deepEqual(plain(rows[n + 1].slice(2)).filter((cell) => cell !== ""), plain(seen.groups[n]?.means ?? []).filter((mean) => mean !== null && seen.kind === "function"), "a hidden row is empty");
  });
}

/** @returns {Map<string, { keys: Set<string> }[]>} */
function byTopic(all) {
  const topics = new Map();
  for (const one of all) topics.set(one.topic, [...(topics.get(one.topic) ?? []), one]);
  return topics;
}

const minus = (a, b) => [...a].filter((key) => !b.has(key)).length;

/** No set lies in another so that the rest is few, and none differs from another by few, which a distribution would show. */
function assertNoPair(all, min, what) {
  for (const [topic, sets] of byTopic(all)) {
    for (const { keys: a } of sets) {
      assert.ok(a.size >= min, `${what}, ${topic}: ${a.size} are shown`);
      for (const { keys: b } of sets) {
        const rest = minus(a, b);
        assert.ok(rest === 0 || rest >= min, `${what}, ${topic}: ${a.size} and ${b.size} people leave ${rest}`);
      }
    }
  }
}

/** The same with any number of results at once: whoever is in the same of them is one piece. */
function assertNoPiece(all, min, what) {
  for (const [topic, sets] of byTopic(all)) {
    const pieces = new Map();
    const everybody = new Set(sets.flatMap(({ keys }) => [...keys]));
    for (const key of everybody) {
      const piece = sets.map(({ keys }) => (keys.has(key) ? 1 : 0)).join("");
      pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
    }
    for (const size of pieces.values()) assert.ok(size >= min || topic.endsWith("know"), `${what}, ${topic}: ${size} can be singled out`);
  }
}

/** What somebody might do next to the codes in the field. */
function change(wanted, pool, before) {
  const inside = pool.filter(({ key }) => wanted.has(key));
  const outside = pool.filter(({ key }) => !wanted.has(key));
  const some = (list, n) => [...list].sort(() => random() - 0.5).slice(0, n);
  const act = one(["add", "add", "add", "remove", "swap", "clear", "back", "nothing"]);
  if (act === "add") return [...inside, ...some(outside, one([1, 3, 5, 7, 20]))];
  if (act === "remove") return some(inside, inside.length - one([1, 4, 5, 8]));
  if (act === "swap") return [...some(inside, inside.length - one([1, 5, 6])), ...some(outside, one([1, 5, 6]))];
  if (act === "clear") return [];
  return act === "back" ? before : inside;
}

/** One person's afternoon at the page: what it has shown, look by look. */
function afternoon(model) {
  const min = model.rules.min_group;
  const pool = crowd(model, int(6, 60));
  const all = [];
  let [now, wanted, before, kind] = [team.nobody(), new Map(), [], one(["role", "function"])];
  const told = { looks: 0, role: 0, function: 0, held: 0, changes: 0 };
  for (let step = 0; step < 9; step += 1) {
    const next = step ? change(wanted, pool, before) : pool.slice(0, int(1, pool.length));
    before = [...wanted.values()];
    wanted = new Map(next.map((who) => [who.key, who]));
    if (random() < 0.2) kind = kind === "role" ? "function" : "role";
    const copy = team.copy(team.admit(now, wanted, min).team);
    const seen = drain(team.see(copy, model, one([null, 100]), kind));
    now = copy;
    if (!now.people.length) continue;
    told.looks += seen.result.dims.some(({ status }) => status === "ok") ? 1 : 0;
    told.held += seen.held.length ? 1 : 0;
    told[kind] += seen.split ? 1 : 0;
    all.push(...setsOf(seen, now, model));
    assertExported(seen, min);
    const earlier = pool.slice(0, int(5, pool.length));
    if (random() < 0.3) {
      drain(team.changesSince({ saved: "", model, people: earlier }, seen)).forEach((change, n) => {
        if (change.status === "ok") all.push({ topic: change.id, keys: keysOf(scoredOf(model, n, earlier)) }), told.changes += 1;
      });
    }
  }
  return { all, told };
}

test("whatever is shown, printed, saved and shown again, no difference is a group under the limit", () => {
  const sum = { looks: 0, role: 0, function: 0, held: 0, changes: 0 };
  for (let run = 0; run < 150; run += 1) {
    const model = run % 3 ? quick : full;
    const { all, told } = afternoon(model);
    for (const key of Object.keys(sum)) sum[key] += told[key];
    assertNoPair(all, model.rules.min_group, `run ${run}`);
    assertNoPiece(all, model.rules.min_group, `run ${run}`);
  }
  assert.ok(Object.values(sum).every((n) => n > 30), JSON.stringify(sum));
});

const same = (n, more) => Array.from({ length: n }, (_, k) => ({ key: `${JSON.stringify(more)}${k}`, code: "", model: quick.id, role: "-", answers: Object.fromEntries(quick.dims.map(({ items }) => [items[0].id, 1 + (k % 5)])), ...more }));

/** The looks at some teams, one after the other in the same tab. */
function looks(...steps) {
  let now = team.nobody();
  return steps.map(([people, kind = "role"]) => {
    const copy = team.copy(team.admit(now, new Map(people.map((who) => [who.key, who])), 5).team);
    const seen = drain(team.see(copy, quick, null, kind));
    now = copy;
    return { shown: seen.result.dims.filter(({ status }) => status === "ok").length, held: seen.held.length, groups: plain(seen.split?.groups ?? []) };
  });
}

test("a field cleared and filled again with one person fewer shows nothing, with all of them the same as before", () => {
  const ten = same(10, {});
  const [first, , fewer, again] = looks([ten], [[]], [ten.slice(1)], [ten]);
  assert.deepEqual([first.shown, fewer.shown, fewer.held, again.shown], [13, 0, 13, 13]);
});

test("roles and functions are both shown only when nobody stands where they cross", () => {
  const apart = [...same(6, { role: "l", place: "office" }), ...same(6, { role: "f", place: "service" }), ...same(5, { role: "f", place: "delivery" })];
  assert.deepEqual(looks([apart], [apart, "function"]).map(({ groups }) => groups), [["l", "f"], ["delivery", "office", "service"]]);
  const crossing = [...apart, ...same(2, { role: "l", place: "service" })];
  assert.deepEqual(looks([crossing], [crossing, "function"]).map(({ groups }) => groups), [["l", "f"], []]);
  assert.deepEqual(looks([crossing, "function"], [crossing, "role"]).map(({ groups }) => groups), [["delivery", "office", "service"], []]);
});

test("people taken away show nothing of those who stay in a role, nor in an earlier team file", () => {
  const team_ = [...same(8, { role: "l" }), ...same(12, { role: "f" })];
  const [, rest] = looks([team_], [team_.filter((_, n) => n < 8 || n > 15)]);
  assert.deepEqual([rest.shown, rest.held], [0, 13]);
  const copy = team.copy(team.admit(team.nobody(), new Map(team_.map((who) => [who.key, who])), 5).team);
  const seen = drain(team.see(copy, quick, null, "role"));
  const since = (people) => [...new Set(drain(team.changesSince({ saved: "", model: quick, people }, seen)).map(({ status }) => status))];
  assert.deepEqual(since(team_.slice(1)), ["suppressed"], "nineteen of the twenty");
  assert.deepEqual(since(same(12, { role: "s" })), ["ok"], "other people");
});

// Holds the shipped scorer to the published cases, one by one, and to what a code somebody pastes may look like.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frozen, loadScore, plain, vectors } from "./support.mjs";

const { models, vectors: cases } = frozen(vectors());
const score = loadScore();
const { mini, mini_1_1: reworded, full } = models;
const known = [mini, reworded, full, plain(score.quick(full))];

/** The published name of a function for each of ours. */
const functions = {
  score_one: score.scoreOne,
  score_group: score.scoreGroup,
  role_gap: score.roleGap,
  suppress: score.suppress,
  suppress_all: score.suppressAll,
  remeasure: score.remeasure,
  wilson: score.wilson,
  talk_walk: score.talkWalk,
  share_code: score.shareCode,
  fingerprint: ({ models: names }) => names.map((name) => score.fingerprint(models[name])),
};

/** A case's input stands in the order of the parameters; models stand there by name. */
function run({ fn, input }) {
  if (fn === "fingerprint") return functions.fingerprint(input);
  const values = Object.entries(input).map(([key, value]) => (/^model\d?$/.test(key) ? models[value] : value));
  return functions[fn](...values);
}

/** The published hash, written a second time. */
function fnv1a(text) {
  const step = (hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return Buffer.from(text, "utf8").reduce(step, 0x811c9dc5).toString(16).padStart(8, "0");
}

/** A code with true check digits, whatever else it says. */
function sealed(body) {
  return `${body}.${fnv1a(body).slice(0, 4)}`;
}

test("every published function has a case and every case a function", () => {
  assert.deepEqual([...new Set(cases.map(({ fn }) => fn))].sort(), Object.keys(functions).sort());
});

for (const one of cases) {
  test(`${one.id} ${one.name}: ${one.why}`, () => assert.deepStrictEqual(plain(run(one)), one.expected));
}

test("one person is scored without the team's script", () => {
  const alone = loadScore(["score.js"]);
  const first = cases.find(({ fn }) => fn === "score_one");
  assert.deepStrictEqual(plain(alone.scoreOne(models[first.input.model], first.input.answers, first.input.evidence)), first.expected);
  assert.equal(alone.scoreGroup, undefined);
});

test("the hash is taken over UTF-8, whatever a model is called", () => {
  for (const id of ["", "a", "\u007f", "\u0080", "mallié", "\u07ff\u0800", "€\uffff", "\u{10000}", "😀\u{10ffff}"]) {
    assert.equal(score.fingerprint({ ...mini, id, dims: [] }), fnv1a(id));
  }
});

test("the quick model keeps everything but the items that are not key items", () => {
  const quick = plain(score.quick(full));
  assert.equal(quick.id, "customer-centricity-quick");
  assert.deepEqual(quick.dims.map((dim) => dim.items.map((it) => it.id)), full.dims.map((dim) => [`${dim.id}1`]));
  assert.deepEqual({ ...quick, id: 0, dims: 0 }, { ...full, id: 0, dims: 0 });
  assert.deepEqual(quick.dims.map((dim) => ({ ...dim, items: 0 })), full.dims.map((dim) => ({ ...dim, items: 0 })));
  assert.notEqual(score.fingerprint(quick), score.fingerprint(full));
});

test("an item may be called like something every object has", () => {
  const item = (id, key) => ({ id, rev: 1, w: 1, key, na: false, basic: true });
  const items = [item("constructor", true), item("to-string", false), item("valueOf", false)];
  const model = { ...mini, dims: [{ ...mini.dims[0], items }] };
  assert.equal(score.scoreOne(model, {}).dims[0].status, "insufficient");
  assert.match(score.shareCode(model, {}), /^1\.[0-9a-f]{8}\.-\.---\.\./);
  const code = score.shareCode(model, { constructor: 4 }, { valueOf: 2 }, "l");
  const read = plain(score.parseShareCode(code, [model]));
  assert.deepEqual(Object.entries(read.answers), [["constructor", 4]]);
  assert.deepEqual(Object.entries(read.evidence), [["constructor", 0], ["to-string", 0], ["valueOf", 2]]);
});

test("a code is read back with its model, role, answers and evidence", () => {
  const answers = { a1: 5, a2: "d", a3: "n", b1: 1 };
  const code = score.shareCode(mini, answers, { a1: 2, b1: 1 }, "s");
  const ids = mini.dims.flatMap((dim) => dim.items.map((it) => it.id));
  const evidence = { ...Object.fromEntries(ids.map((id) => [id, 0])), a1: 2, b1: 1 };
  assert.deepEqual(plain(score.parseShareCode(` \t${code}\r\n`, known)), { model: "mini", role: "s", answers, evidence });
  const bare = score.parseShareCode(score.shareCode(mini, answers), known);
  assert.deepEqual(plain(bare), { model: "mini", role: "-", answers, evidence: null });
});

test("a code of the quick form names the quick model", () => {
  const read = score.parseShareCode(score.shareCode(known[3], { flow1: 3 }, null, "f"), known);
  assert.deepEqual(plain(read), { model: "customer-centricity-quick", role: "f", answers: { flow1: 3 }, evidence: null });
});

const print = score.fingerprint(mini);
const good = sealed(`1.${print}.l.4dn-55512n.`);
const hostile = {
  format: ["", " ", "1", "hello", null, undefined, 7, {}, `2${good.slice(1)}`, good.toUpperCase(), `x${good}`, `${good}x`,
    good.replace(".l.", ".boss."), good.replace(".l.", ".x."), good.replace(".l.", ".."), `${good}\n${good}`, good.replaceAll(".", ". "),
    good.replace("4d", "4ä"), good.replace("4d", "4 "), good.replace("4d", "4\0"), `${good}.`, good.slice(0, -1), good.slice(6),
    `#r=${good}`, ...["<", "'", "/", "%"].map((bad) => sealed(`1.${print}.l.${bad}dn-55512n.`)),
    sealed(`1.${print}.l.${"5".repeat(5000)}.`), sealed("1.<script>.-.<b>.<i>"),
    "1.".repeat(2000), "\u{1f600}", "\ud800", "__proto__"],
  check: [good.replace("4d", "5d"), good.replace(print, "00000000"), good.replace(".l.", ".f."), good.replace("55512n.", "55512n.0"),
    good.slice(0, -4) + (good.endsWith("0000") ? "1111" : "0000")],
  fingerprint: [sealed("1.00000000.l.4dn-55512n."), sealed("1.ffffffff.-..")],
  length: [sealed(`1.${print}.l..`), sealed(`1.${print}.l.4dn-55512.`), sealed(`1.${print}.l.4dn-55512nn.`),
    sealed(`1.${print}.l.4dn-55512n.1`), sealed(`1.${print}.l.4dn-55512n.00000000000`), sealed(`1.${print}.l.x.`)],
  value: ["0", "6", "9", "x", "D", "N", "_"].map((bad) => sealed(`1.${print}.l.${bad}dn-55512n.`))
    .concat(sealed(`1.${print}.l.ndn-55512n.`), sealed(`1.${print}.l.4nn-55512n.`))
    .concat(["3", "d", "-", "x"].map((bad) => sealed(`1.${print}.l.4dn-55512n.00000${bad}0000`))),
};

test("the code the hostile ones are made of is good", () => assert.equal(score.parseShareCode(good, known).error, undefined));

for (const [error, texts] of Object.entries(hostile)) {
  texts.forEach((text, n) => {
    const name = JSON.stringify(text)?.slice(0, 40).replace(/[^ -~]/g, "?");
    test(`hostile code: ${error} ${n + 1}: ${name}`, () => assert.deepEqual(plain(score.parseShareCode(text, known)), { error }));
  });
}

test("a model whose items allow no such answer reads none into it", () => {
  assert.deepEqual(plain(score.parseShareCode(good, [])), { error: "fingerprint" });
  assert.deepEqual(plain(score.parseShareCode(good, [full])), { error: "fingerprint" });
});

// What the result page decides before it draws: whose answers it shows, in which form, and what it says about them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, storage } from "./page.mjs";
import { plain, source, vectors } from "./support.mjs";

const names = ["core.js", "words.js", "score.js", "store.js", "store-undo.js", "result-draw.js", "result-table.js", "result-overall.js", "result-sum.js", "result-profile.js", "result-lenses.js",
  "result-actions.js", "result-plan.js", "result-share.js", "later.js", "result-later.js", "result.js", "result-keep.js"];
const later = ["result-export.js", "result-file.js", "result-waves.js", "result-talk.js"];
const words = { result: { provisional: "P{n}", capped: "C{n} {names}", cap: "{low}+{cap}", within: "{n} {from} {next} {to}", top: "{n} {from}",
  sum_none: "none", missing: "M {names}", blind: "B {names}", straight: "S", confidence: "V {words}", confidence_none: "-",
  confidence_count: { other: "{word} {n}" }, high: "h", medium: "m", low: "l", low_hint: "L" } };
const full = () => vectors().models.full;
const fill = (model, value) => Object.fromEntries(model.dims.flatMap((dim) => dim.items.map((it) => [it.id, value])));
const openPage = (area = storage(), lang = "fi") => open(names, { area, data: { "portaat-strings": { lang, strings: words } } });
const shown = (portaat, answers, evidence = null, model = full()) =>
  ({ model, answers, evidence, scored: portaat.score.scoreOne(model, answers, evidence) });

for (const [hash, code] of [["", null], ["#", null], ["#main", null], ["#r=1.a.b", "1.a.b"], ["#t=10-&r=1.a.b&f=sales", "1.a.b"],
  ["#r=1%2Ea", "1.a"], ["#r=%E0%A4%A", ""], ["#r=", ""]]) {
  test(`the code in "${hash}"`, () => assert.equal(openPage().result.codeIn(hash), code));
}

for (const [lang, text] of [["fi", "3,42"], ["en", "3.42"]]) {
  test(`numbers are written in the reader's language: ${lang}`, () => assert.equal(openPage(storage(), lang).result.decimal(342), text));
}

test("the full form is shown when it gives an overall result, else the short one", () => {
  const portaat = openPage();
  const model = full();
  const quick = portaat.score.quick(model);
  assert.equal(portaat.result.stored(model, quick), null);
  for (const id of Object.keys(fill(quick, 3))) portaat.store.put(id, { rev: 1, value: 3 });
  assert.equal(portaat.result.stored(model, quick).model.id, "customer-centricity-quick");
  for (const id of Object.keys(fill(model, 3))) portaat.store.put(id, { rev: 1, value: 3 });
  assert.equal(portaat.result.stored(model, quick).model.id, "customer-centricity");
});

test("a code speaks for the form it was made in", () => {
  const { score, result } = openPage();
  const quick = score.quick(full());
  const code = score.shareCode(quick, fill(quick, 4), null, "-");
  assert.equal(result.fromCode(code, [full(), quick]).shown.model.id, quick.id);
  assert.equal(result.fromCode("1.nonsense", [full(), quick]).error, "format");
  assert.equal(result.fromCode(score.shareCode(vectors().models.mini, { a1: 1 }), [full(), quick]).error, "fingerprint");
});

test("what comes by link is foreign until the device holds the same", () => {
  const portaat = openPage();
  const now = shown(portaat, { genuine1: 4, flow2: "n" }, { genuine1: 1, flow2: 0 });
  assert.equal(portaat.result.isForeign(now), true);
  portaat.store.replace(portaat.result.entriesOf(now));
  assert.equal(portaat.result.isForeign(now), false);
  assert.deepEqual(plain(portaat.store.entries()), { genuine1: { rev: 1, value: 4, evidence: 1 }, flow2: { rev: 1, value: "n" } });
});

for (const [kind, encounter, culture] of [["first_ahead", 4, 3], ["second_ahead", 2, 4], ["in_step_high", 4, 4], ["in_step_low", 3, 3]]) {
  test(`encounters ${encounter} and culture ${culture} read ${kind}`, () => {
    const portaat = openPage();
    const answers = Object.fromEntries(full().dims.flatMap((dim) => dim.items.map((it) => [it.id, dim.part === "encounter" ? encounter : culture])));
    assert.equal(portaat.result.kindOf(shown(portaat, answers).scored), kind);
  });
}

test("in step is far along only when both parts reach 3.40", () => {
  const { kindOf } = openPage().result;
  const at = (first, second) => kindOf({ profile: { gap: first - second, kind: "in_step" }, parts: [{ score: first }, { score: second }] });
  assert.deepEqual([at(340, 340), at(380, 339), at(339, 380)], ["in_step_high", "in_step_low", "in_step_low"]);
  assert.equal(kindOf({ profile: null, parts: [] }), "none");
});

test("the reason names what limits, else the bounds of the level", () => {
  const portaat = openPage();
  const answers = fill(full(), 5);
  assert.equal(portaat.result.reason(shown(portaat, answers)), "5 4,20");
  assert.equal(portaat.result.reason(shown(portaat, fill(full(), 3))), "3 2,60 4 3,40");
  const weak = { ...answers, flow1: 2, flow2: 2, flow3: 2 };
  assert.equal(portaat.result.reason(shown(portaat, weak)), "C5 flow 2+3");
  assert.equal(portaat.result.reason(shown(portaat, {})), "none");
});

test("notes say what is missing, unknown, too even and unsure", () => {
  const portaat = openPage();
  const answers = { ...fill(full(), 4), insight1: "d", effect1: undefined, effect2: undefined };
  assert.deepEqual(plain(portaat.result.notes(shown(portaat, answers))), ["M effect", "B insight", "S", "V -"]);
  const proved = portaat.result.notes(shown(portaat, fill(full(), 4), { genuine1: 1, genuine2: 1, genuine3: 1 }));
  assert.deepEqual(plain(proved.slice(-2)), ["V h 1, l 12", "L"]);
});

test("the page has every hook the scripts ask for", () => {
  const template = (name) => readFileSync(new URL(`../../themes/default/templates/${name}`, import.meta.url), "utf8");
  const own = template("result.html");
  const markup = own + [...own.matchAll(/include "([^"]+)"/g)].map(([, name]) => template(name)).join("");
  const asked = [...names, ...later].filter((name) => name.startsWith("result")).flatMap((name) =>
    [...source(name).matchAll(/\[(data-[a-z-]+)[\]=]/g)].map((match) => match[1]));
  assert.deepEqual([...new Set(asked)].filter((hook) => !markup.includes(hook)), []);
});

test("no script builds markup out of text", () => {
  for (const name of [...names, ...later, "assess.js", "check.js", "privacy.js", "choice.js", "early.js"]) {
    assert.doesNotMatch(source(name), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, name);
  }
});

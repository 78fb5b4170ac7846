// What a worksheet takes from storage and files, both of which anybody may have written, and the shape of its wheel.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open as openPage, page } from "./page.mjs";
import { load, plain, source } from "./support.mjs";

const PAGE = "toolbox/film-review";
const worksheet = openPage(["core.js", "worksheet-file.js"]).worksheet;
const shape = new Map(Object.entries({ "fields.team": "text", "fields.day": "date", "consent.asked": ["yes"], "seen.1.what": "textarea",
  "seen.2.what": "textarea", "seen.1.often": ["", "daily", "weekly"], "moments.desk.promise": "text", "rating.now.flow": ["1", "2", "3", "4", "5"] }));
const usable = (found) => plain(worksheet.usable(shape, found));
const file = (change = {}) => JSON.stringify({ portaat: "worksheet", v: 1, page: PAGE, lang: "fi", saved: "", values: {}, ...change });
const open = (text) => plain(worksheet.open(text, PAGE, shape));

test("what a sheet can hold is taken as it is", () => {
  const values = { "fields.team": "<b>Åsa</b>", "fields.day": "2028-02-29", "consent.asked": "yes", "seen.1.often": "daily",
    "seen.2.what": "a\nb", "seen.40.what": "last", "moments.desk.promise": " ", "rating.now.flow": "5" };
  assert.deepEqual(usable(values), values);
});

for (const [name, value] of [["fields.other", "x"], ["fields", "x"], ["seen.0.what", "x"], ["seen.41.what", "x"], ["seen.100.what", "x"],
  ["seen.01.what", "x"], ["seen.1.1.what", "x"], ["seen.what", "x"], ["seen.1.other", "x"], ["moments.1.promise", "x"], ["__proto__", "x"],
  ["constructor", "x"], ["fields.day", "2026-02-30"], ["fields.day", "2026"], ["fields.day", "tomorrow"], ["consent.asked", "no"],
  ["seen.3.often", "hourly"], ["rating.now.flow", "6"], ["rating.now.flow", 3], ["fields.team", ""], ["fields.team", null],
  ["fields.team", ["x"]], ["fields.team", "x".repeat(4001)]]) {
  test(`left alone: ${name} = ${JSON.stringify(value).slice(0, 20)}`, () => {
    assert.deepEqual(usable(JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`)), {});
  });
}

for (const found of [undefined, null, 3, "text", [], ["x"], true]) {
  test(`${JSON.stringify(found)} is an empty sheet`, () => {
    assert.deepEqual(usable(found), {});
    assert.deepEqual(plain(worksheet.merge(found, { "fields.team": "x" }))["fields.team"], "x");
  });
}

test("changes go on top, what is not known stays, and what is empty goes", () => {
  const before = { "fields.team": "a", "later.field": "b", odd: 3, "seen.1.what": "c" };
  const after = worksheet.merge(before, { "fields.team": "d", "seen.1.what": "" });
  assert.deepEqual(plain(after), { "fields.team": "d", "later.field": "b", odd: 3 });
  assert.deepEqual(plain(worksheet.merge({ "fields.team": "" })), {});
});

test("a table needs as many rows as its values reach to", () => {
  const values = { "seen.2.what": "x", "seen.12.what": "y", "seen2.30.what": "z", "fields.team": "t" };
  assert.deepEqual(["seen", "seen2", "other"].map((part) => worksheet.lastRow(part, values)), [12, 30, 0]);
  assert.equal(worksheet.lastRow("seen", {}), 0);
});

test("what is saved can be opened again", () => {
  const values = { "fields.team": "Åsa \"x\"\n", "seen.7.often": "weekly" };
  const text = worksheet.fileOf(PAGE, values);
  const { saved, ...rest } = JSON.parse(text);
  assert.deepEqual(rest, { portaat: "worksheet", v: 1, page: PAGE, lang: "fi", values });
  assert.match(saved, /^\d{4}-\d\d-\d\dT/);
  assert.deepEqual(open(text), { values, left: 0 });
});

test("of a file only what fits is taken, and the rest is counted", () => {
  const values = { "fields.team": "x", "fields.nobody": "y", "rating.now.flow": "9", "seen.1.what": {}, "seen.2.what": 7 };
  assert.deepEqual(open(file({ values })), { values: { "fields.team": "x" }, left: 4 });
  assert.deepEqual(open(file({ values: "text" })), { values: {}, left: 0 });
  assert.deepEqual(open(file({ values: undefined })), { values: {}, left: 0 });
});

for (const [name, text] of Object.entries({ "no text": "", "no JSON": "{", "null": "null", "a list": "[]", "of another kind": file({ portaat: "answers" }),
  "of another version": file({ v: 2 }), "without a page": file({ page: undefined }), "with a long page": file({ page: "x".repeat(81) }),
  "with markup for a page": file({ page: "<b>" }), "a deep nest": "[".repeat(100_000), "a page that is no text": file({ page: { a: 1 } }) })) {
  test(`a file is no use when it is ${name}`, () => assert.deepEqual(open(text), {}));
}

test("another worksheet's file says whose it is", () => {
  assert.deepEqual(open(file({ page: "toolbox/other", values: { "fields.team": "x" } })), { other: "toolbox/other" });
});

test("before a file is taken in, it is known what it fills and what it replaces", () => {
  const now = { "fields.team": "a", "consent.asked": "yes", "seen.1.what": "b" };
  const counts = worksheet.difference(now, { "fields.team": "c", "consent.asked": "yes", "seen.2.what": "d", "seen.3.what": "e" });
  assert.deepEqual(plain(counts), { filled: 2, replaced: 1 });
});

const corners = (ratings) => worksheet.corners(ratings, 120, 120, 100);

test("a rating goes round clockwise from the top", () => {
  assert.equal(corners([5, 5, 1, 3]), "120.0,20.0 220.0,120.0 120.0,140.0 60.0,120.0");
});

for (const [ratings, expected] of [[[0, 0, 0, 0], ""], [[0, 5, 0, 0], "220.0,120.0"], [[5, 5, 0, 0], "120.0,20.0 220.0,120.0"],
  [[5, 5, 5, 0], "120.0,20.0 220.0,120.0 120.0,220.0 220.0,120.0"], [[5, 0, 0, 5], "20.0,120.0 120.0,20.0"]]) {
  test(`a rating with spokes missing stays open: ${ratings}`, () => assert.equal(corners(ratings), expected));
}

const template = (name) => readFileSync(new URL(`../../themes/default/templates/${name}.html`, import.meta.url), "utf8");
const markup = ["blocks/worksheet", ...["sheet", "grid", "cell", "wheel", "cards"].map((name) => `partials/${name}`)].map(template).join();

test("the page has every hook the scripts ask for", () => {
  const asked = ["worksheet.js", "worksheet-controls.js"].flatMap((name) =>
    [...source(name).matchAll(/\[data-([a-z-]+)[\]=]|find\("([a-z-]+)"\)/g)].map(([, hook, found]) => `data-${hook ?? found}`));
  assert.ok(asked.length >= 10, String(asked));
  assert.deepEqual(asked.filter((hook) => !markup.includes(hook)), []);
});

test("every word the scripts say is there in both languages", () => {
  const asked = [...source("worksheet.js").matchAll(/\bwords\.(\w+)/g)].map(([, key]) => key);
  for (const lang of ["fi", "en"]) {
    const yaml = readFileSync(new URL(`../../themes/default/strings/${lang}.yaml`, import.meta.url), "utf8");
    const [, own] = yaml.match(/^worksheet:\n((?: .*\n)+)/m);
    assert.deepEqual([...new Set(asked)].filter((key) => !own.includes(`  ${key}: `)), [], lang);
  }
});

test("the scripts that need a page do nothing before they are asked to", () => {
  const [, list] = readFileSync(new URL("../../themes/default/theme.yaml", import.meta.url), "utf8").match(/^ +worksheet: .*scripts: \[([^\]]+)\]/m);
  const globals = { ...page({ data: { "portaat-strings": { lang: "fi", strings: { worksheet: {} } } } }), CSS: { supports: () => true } };
  const { portaat } = load(["core.js", ...list.split(", ")], globals);
  assert.equal(typeof portaat.modules.worksheet, "function");
  assert.deepEqual(Object.keys(globals.listeners), ["DOMContentLoaded", "load"]);
});

// A result's file comes back as it was, and nothing else is taken for one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.mjs";
import { plain, vectors } from "./support.mjs";

const names = ["core.js", "words.js", "score.js", "result-file.js"];
const portaat = open(names, { data: { "portaat-strings": { lang: "fi", strings: { result: {} } } } });
const { result, score } = portaat;
const { mini, mini_1_1: newer } = vectors().models;
const answers = { a1: 4, a2: "d", a3: "n", b1: 3, c1: 5 };
const shown = (model, given, evidence = null) => ({ model, answers: given, evidence, scored: score.scoreOne(model, given, evidence), role: "f", function: "delivery", talk: "11-0112345" });
const text = result.fileOf(shown(mini, answers, { a1: 2 }), new Date("2026-11-22T00:00:00Z"));
const changed = (edit) => {
  const file = JSON.parse(text);
  edit(file);
  return JSON.stringify(file);
};

test("a file comes back as the code of the same answers", () => {
  const { file, code } = result.readFile(text, [mini]);
  assert.equal(code, score.shareCode(mini, answers, { a1: 2 }, "f"));
  assert.deepEqual([file.lang, file.model.version, file.model.fingerprint, file.talk, file.function], ["fi", "1.0.0", score.fingerprint(mini), "11-0112345", "delivery"]);
});

test("a file from before functions were kept is still read, and what it holds besides is left out", () => {
  const { file } = result.readFile(changed((one) => { delete one.function; one.more = "x"; }), [mini]);
  assert.deepEqual([file.function, file.more], [undefined, undefined]);
});

test("a file of other questions is not scored", () => {
  const { other, code, file } = result.readFile(text, [newer]);
  assert.deepEqual([other, code, plain(file.answers)], [true, undefined, answers]);
});

const hostile = {
  "no JSON": "{", "nothing": "", "a list": "[]", "null": "null", "too long": `${text}${" ".repeat(1_000_001)}`,
  "another kind": changed((file) => { file.portaat = "worksheet"; }), "a newer format": changed((file) => { file.v = 2; }),
  "a fingerprint of something else": changed((file) => { file.model.fingerprint = "00000000"; }),
  "edited questions": changed((file) => { file.model.dims[0].items[0].w = 3; }),
  "an unknown question": changed((file) => { file.answers.zz1 = 3; }), "a value that is none": changed((file) => { file.answers.a1 = 6; }),
  "a value as text": changed((file) => { file.answers.a1 = "4"; }), "n where it is not offered": changed((file) => { file.answers.a1 = "n"; }),
  "markup": changed((file) => { file.answers.a1 = "<img src=x onerror=alert(1)>"; }), "markup as version": changed((file) => { file.model.version = "<b>"; }),
  "evidence that is none": changed((file) => { file.evidence.a1 = 3; }), "answers as a list": changed((file) => { file.answers = [1]; }),
  "no date": changed((file) => { file.saved = "soon"; }), "a role that is none": changed((file) => { file.role = "&t="; }),
  "a function that is none": changed((file) => { file.function = "a&r=1"; }), "a function as a list": changed((file) => { file.function = ["sales"]; }),
  "talk that is none": changed((file) => { file.talk = "99"; }), "a score that is none": changed((file) => { file.dims[0].score = "1"; }),
  "too many": changed((file) => { file.dims = Array.from({ length: 201 }, () => file.dims[0]); }),
  "a prototype": text.replace('"answers":{', '"answers":{"__proto__":5,').replace('"answers": {', '"answers": {"__proto__": 5,'),
};
for (const [name, bad] of Object.entries(hostile)) test(`not a result's file: ${name}`, () => assert.deepEqual(plain(result.readFile(bad, [mini])), {}));

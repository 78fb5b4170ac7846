// The part every page carries: sentences with values in them, plural forms, and envelopes of a storage that may refuse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, page, storage } from "./page.mjs";
import { load, plain } from "./support.mjs";

const strings = (lang) => ({ "portaat-strings": { lang, strings: { form: { a: "b" } } } });

test("say fills what it knows and leaves the rest", () => {
  const { say } = open(["core.js", "words.js"]);
  assert.equal(say("{a} / {b}, {c}", { a: 1, b: "<b>" }), "1 / <b>, {c}");
  assert.equal(say("{toString} {a}", { a: "{b}", b: 2 }), "{toString} {b}");
});

test("plural forms follow the language of the page", () => {
  const forms = { one: "1 kysymys", other: "{n} kysymystä" };
  const { plural } = open(["core.js", "words.js"], { data: strings("fi") });
  assert.deepEqual([0, 1, 2].map((n) => plural(forms, n)), ["0 kysymystä", "1 kysymys", "2 kysymystä"]);
  assert.equal(plural({ other: "{n} {w}" }, 1, { w: "x" }), "1 x");
});

test("words and language come from the page, and a page without them still starts", () => {
  assert.deepEqual(plain(open(["core.js"], { data: strings("en") }).strings), { form: { a: "b" } });
  assert.equal(open(["core.js"], { data: strings("en") }).lang, "en");
  assert.deepEqual(plain(open(["core.js"]).strings), {});
});

test("an envelope carries version, model and time under the key of the edition", () => {
  const area = storage();
  const { write, read } = open(["core.js"], { area, key: "acme" });
  assert.equal(write("answers", { a: 1 }, { model: "m", fingerprint: "f" }), true);
  const raw = JSON.parse(area.items.get("portaat:acme:answers"));
  assert.deepEqual({ ...raw, saved: typeof raw.saved }, { v: 1, model: "m", fingerprint: "f", saved: "string", data: { a: 1 } });
  assert.deepEqual(plain(read("answers").data), { a: 1 });
});

for (const [name, raw] of Object.entries({ "not JSON": "{", "another version": '{"v":2,"data":{}}', "no data": '{"v":1}',
  "data of another kind": '{"v":1,"data":"x"}', "a bare value": "3", "null": "null" })) {
  test(`what is stored is not read when it is ${name}`, () => {
    const { read } = open(["core.js"], { area: storage({ "portaat:base:answers": raw }) });
    assert.equal(read("answers"), null);
  });
}

test("a browser that refuses storage is an answer, not an accident", () => {
  const area = Object.assign(storage(), { refuse: true });
  const { read, write } = open(["core.js"], { area });
  assert.equal(read("answers"), null);
  assert.equal(write("answers", {}), false);
});

test("a part that fails does not keep the next from starting", () => {
  const parts = ["bad", "good", "unknown"].map((module) => ({ dataset: { module } }));
  const globals = page();
  globals.document.querySelectorAll = () => parts;
  const { portaat } = load(["core.js"], globals);
  const started = [];
  portaat.modules.bad = () => { throw new Error("bad"); };
  portaat.modules.good = () => started.push("good");
  globals.listeners.DOMContentLoaded.forEach((act) => act());
  assert.deepEqual(started, ["good"]);
  assert.deepEqual(parts.map(({ dataset }) => "started" in dataset), [false, true, false]);
});

for (const [raw, theme] of [['{"data":{"theme":"dark"}}', "dark"], ['{"data":{"theme":"pink"}}', undefined], ["{", undefined], ["{}", undefined]]) {
  test(`the first paint has the stored colours: ${raw}`, () => {
    const globals = page({ area: storage({ "portaat:base:settings": raw }) });
    load(["early.js"], globals);
    assert.equal(globals.document.documentElement.dataset.theme, theme);
    assert.equal(globals.document.documentElement.dataset.script, "");
  });
}

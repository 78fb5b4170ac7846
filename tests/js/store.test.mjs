// Answers on the device: one entry a question and revision, shared by the forms and the chapters, safe against what is not ours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, storage } from "./page.mjs";
import { plain } from "./support.mjs";

const item = (id, more = {}) => ({ id, rev: 1, w: 1, key: false, na: false, basic: false, ...more });
const model = { dims: [{ items: [item("a1", { rev: 2 }), item("a2", { na: true })] }, { items: [item("b1")] }] };
const KEY = "portaat:base:answers";
const stored = (data) => ({ [KEY]: JSON.stringify({ v: 1, model: "m", fingerprint: "f", saved: "", data }) });
const openStore = (area) => open(["core.js", "store.js", "store-undo.js"], { area }).store;

test("an answer comes back as the scorer takes it, with its proof", () => {
  const store = openStore(storage());
  store.put("a1", { rev: 2, value: 4, evidence: 2 });
  store.put("a2", { rev: 1, value: "n" });
  store.put("b1", { rev: 1, value: "d" });
  assert.deepEqual(plain(store.given(model)), { answers: { a1: 4, a2: "n", b1: "d" }, evidence: { a1: 2 } });
});

test("no proof at all means it was not said, not that it is nought", () => {
  const store = openStore(storage());
  store.put("b1", { rev: 1, value: 5 });
  assert.equal(store.given(model).evidence, null);
});

for (const [name, entry] of Object.entries({ "an older revision": { rev: 1, value: 4 }, "a newer revision": { rev: 3, value: 4 },
  "no value": { rev: 2 }, "a number out of range": { rev: 2, value: 6 }, "a number as text": { rev: 2, value: "4" },
  "does not apply where that is not offered": { rev: 2, value: "n" }, "null": null, "text": "4" })) {
  test(`an entry is left alone when it is ${name}`, () => {
    const store = openStore(storage(stored({ a1: entry })));
    assert.deepEqual(plain(store.given(model).answers), {});
    store.put("b1", { rev: 1, value: 1 });
    assert.deepEqual(plain(store.entries().a1), entry);
  });
}

test("questions another model knows are kept", () => {
  const area = storage(stored({ z9: { rev: 1, value: 3 } }));
  openStore(area).put("b1", { rev: 1, value: 2 });
  assert.deepEqual(Object.keys(JSON.parse(area.items.get(KEY)).data), ["z9", "b1"]);
});

test("an answer saved meanwhile in another window stays", () => {
  const area = storage();
  const [one, other] = [openStore(area), openStore(area)];
  one.put("a2", { rev: 1, value: 1 });
  other.put("b1", { rev: 1, value: 2 });
  assert.deepEqual(plain(one.given(model).answers), { a2: 1, b1: 2 });
});

test("answers carry the model they were given to", () => {
  const area = storage();
  const store = openStore(area);
  store.use({ model: "m", fingerprint: "0123abcd" });
  store.put("b1", { rev: 1, value: 2 });
  const { model: id, fingerprint } = JSON.parse(area.items.get(KEY));
  assert.deepEqual({ id, fingerprint }, { id: "m", fingerprint: "0123abcd" });
});

test("when the browser refuses, answers live as long as the page", () => {
  const area = Object.assign(storage(), { refuse: true });
  const store = openStore(area);
  assert.equal(store.put("b1", { rev: 1, value: 2 }), false);
  assert.deepEqual(plain(store.given(model).answers), { b1: 2 });
  area.refuse = false;
  assert.equal(store.put("a2", { rev: 1, value: 1 }), true);
  assert.deepEqual(Object.keys(JSON.parse(area.items.get(KEY)).data), ["b1", "a2"]);
});

test("clearing can be taken back", () => {
  const area = storage();
  const store = openStore(area);
  store.put("b1", { rev: 1, value: 2 });
  const undo = store.clear();
  assert.equal(area.items.has(KEY), false);
  assert.deepEqual(plain(store.given(model).answers), {});
  undo();
  assert.deepEqual(plain(store.given(model).answers), { b1: 2 });
});

test("ids that objects have by nature are questions like any other", () => {
  const store = openStore(storage());
  const odd = { dims: [{ items: [item("constructor"), item("valueof")] }] };
  assert.deepEqual(plain(store.given(odd).answers), {});
  store.put("constructor", { rev: 1, value: 3 });
  assert.deepEqual(plain(store.given(odd).answers), { constructor: 3 });
});

// The questions inside a chapter and the form are one questionnaire: what is answered in one place stands in the other.
import assert from "node:assert/strict";
import { entriesOn, full } from "./support/answers.mjs";
import { answer } from "./support/keyboard.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { data, pages, words } from "./support/site.mjs";

const CHAPTER = "theses/flow";
const FORM = "assessment/quick";

inOneLanguage("an answer in a chapter stands in the form, and back", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang), { width: 360 });
  await answer(page, "flow1", 4);
  await page.locator("[data-block=check] [data-status-line]", { hasText: words(FORM, lang).store.saved }).waitFor();
  await page.goto(`${t.address(FORM, lang)}#s-flow`);
  assert.ok(await page.locator('input[name="flow1"][value="4"]').isChecked(), "the answer");
  await page.locator('input[name="flow1-evidence"][value="1"]').check();
  await page.locator('input[name="flow1"][value="3"]').check();
  await page.goto(t.address(CHAPTER, lang));
  await page.locator('input[name="flow1"][value="3"]:checked').waitFor();
  await page.locator('input[name="flow1"][value="5"]').check();
  await page.waitForFunction(() => localStorage.getItem("portaat:base:answers").includes('"value":5'));
  await page.goto(`${t.address(FORM, lang)}#s-flow`);
  assert.ok(await page.locator('input[name="flow1-evidence"][value="1"]').isChecked(), "what it rests on is kept");
  assert.deepEqual(Object.keys(await entriesOn(page)), ["flow1"]);
});

inOneLanguage("a chapter keeps its answers under the whole model", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  await page.locator('input[name="flow2"][value="n"]').check();
  await page.locator("[data-block=check] [data-status-line]", { hasText: words(FORM, lang).store.saved }).waitFor();
  const envelope = JSON.parse(await page.evaluate(() => localStorage.getItem("portaat:base:answers")));
  await page.goto(t.address("assessment/result", lang));
  const print = await page.evaluate(() => globalThis.portaat.score.fingerprint(globalThis.portaat.json("portaat-model")));
  assert.deepEqual([envelope.model, envelope.fingerprint], [full(lang).id, print]);
  assert.deepEqual(envelope.data.flow2.value, "n");
});

inEveryLanguage("what keeps answers is loaded with the first one, and loses none meanwhile", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  const loaded = () => page.locator("script[src*='/store.']").count();
  assert.equal(await loaded(), 0, "nothing to show, nothing to keep");
  await page.evaluate(() => {
    for (const [name, value] of [["flow1", 2], ["flow1", 4], ["flow2", 3]]) document.querySelector(`[name="${name}"][value="${value}"]`).click();
  });
  await page.waitForFunction(() => localStorage.getItem("portaat:base:answers")?.includes("flow2"));
  const kept = Object.entries(await entriesOn(page)).map(([id, { value }]) => [id, value]);
  assert.deepEqual(kept.sort(), [["flow1", 4], ["flow2", 3]]);
  await page.reload();
  await page.locator('input[name="flow1"][value="4"]:checked').waitFor();
});

inEveryLanguage("every chapter with a check asks all of its dimension's questions", async (t, lang) => {
  const page = await t.open();
  const chapters = pages.filter((one) => one.lang === lang && one.html.includes('data-block="check"'));
  assert.ok(chapters.length >= 7, "the theses have checks");
  for (const { id } of chapters) {
    const [dim] = data(id, lang).dims;
    const wanted = full(lang).dims.find((one) => one.id === dim.id);
    await page.goto(t.address(id, lang));
    const asked = await page.locator("[data-block=check] [data-item]").evaluateAll((all) => all.map((one) => one.dataset.item));
    assert.deepEqual(asked, wanted.items.map((item) => item.id), id);
    assert.equal(await page.locator("[data-block=check]").getAttribute("data-started"), "", `${id} is alive`);
  }
});

// The whole form when things go wrong or change under it: another window, a browser that keeps nothing, a questionnaire that was
// changed between two visits, a folder on a disk. Nothing may be lost without a word.
import assert from "node:assert/strict";
import { entriesOn, full, given, itemsOf, storedAnswers } from "./support/answers.mjs";
import { answer } from "./support/keyboard.mjs";
import { readPage } from "./support/reference.mjs";
import { inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const FORM = "assessment/index";
const RESULT = "assessment/result";
const SMALL = { width: 360, height: 740 };
const radio = (page, item, value) => page.locator(`input[name="${item}"][value="${value}"]`);
const shown = (page) => page.locator("[data-screen]:visible").getAttribute("data-screen");
const status = (page, text) => page.locator("[data-status-line]", { hasText: text }).waitFor();

inOneLanguage("answers given in chapters and in the quick form are waiting in the whole form", async (t, lang) => {
  const page = await t.open(t.address("theses/flow", lang), SMALL);
  for (const id of ["flow1", "flow2", "flow3"]) await answer(page, id, 4);
  await page.goto(`${t.address("assessment/quick", lang)}#s-genuine`);
  await answer(page, "genuine1", 2);
  await page.goto(t.address(FORM, lang));
  assert.equal(await page.locator("[data-next]").textContent(), words(FORM, lang).form.resume);
  await page.locator("[data-next]").click();
  assert.equal(await shown(page), "genuine", "it goes on where something is missing");
  for (const [id, value] of [["genuine1", 2], ["flow1", 4], ["flow3", 4]]) assert.ok(await radio(page, id, value).isChecked(), id);
  await page.goto(`${t.address(FORM, lang)}#s-review`);
  assert.equal(await page.locator("[data-unanswered] li").count(), itemsOf(full(lang)).length - 4);
});

inOneLanguage("back and forward, with the buttons and with the browser's, lose nothing", async (t, lang) => {
  const [first, second, third] = full(lang).dims;
  const page = await t.open(`${t.address(FORM, lang)}#s-${first.id}`, SMALL);
  await radio(page, first.items[1].id, 5).check();
  await radio(page, `${first.items[1].id}-evidence`, 1).check();
  await page.locator("[data-next]").click();
  await radio(page, second.items[0].id, "d").check();
  await page.locator("[data-next]").click();
  await page.locator("[data-back]").click();
  for (let n = 0; n < 3; n += 1) await page.goBack();
  assert.equal(await shown(page), first.id);
  await page.goForward();
  await page.goForward();
  await page.goForward();
  assert.equal(await shown(page), second.id);
  assert.ok(await radio(page, second.items[0].id, "d").isChecked());
  await page.reload();
  assert.deepEqual(Object.keys(await entriesOn(page)), [first.items[1].id, second.items[0].id]);
  await page.goto(`${t.address(FORM, lang)}#s-review`);
  await page.locator("[data-next]").click();
  await page.waitForURL(/#r=/);
  await page.goBack();
  await page.locator("#s-review").waitFor();
  await page.goto(`${t.address(FORM, lang)}#q-${third.items[1].id}`);
  assert.equal(await shown(page), third.id, "a link leads to a question");
  assert.equal((await entriesOn(page))[first.items[1].id].evidence, 1);
});

inOneLanguage("two windows fill one form", async (t, lang) => {
  const one = await t.open(`${t.address(FORM, lang)}#s-genuine`, SMALL);
  const two = await one.context().newPage();
  await two.goto(`${t.address(FORM, lang)}#s-profile`);
  await radio(one, "genuine1", 4).check();
  await radio(two, "profile-role", "l").check();
  await radio(one, "genuine2", 2).check();
  await two.goto(`${t.address(FORM, lang)}#s-review`);
  await two.waitForFunction(() => document.querySelectorAll("[data-answered] li").length === 2);
  await radio(one, "genuine3", 3).check();
  await two.waitForFunction(() => document.querySelectorAll("[data-answered] li").length === 3);
  await one.waitForFunction(() => document.querySelector("[name=profile-role][value=l]").checked);
  assert.deepEqual(Object.keys(await entriesOn(one)).sort(), ["genuine1", "genuine2", "genuine3", "profile-role"]);
  await two.locator("[data-clear]").click();
  await one.waitForFunction(() => !document.querySelector("[data-screen] input:checked"));
  await two.keyboard.press("Enter");
  await one.waitForFunction(() => document.querySelector("[name=genuine3][value='3']").checked);
});

/** Browsers that keep nothing: one that forbids it, one that has no room left. */
const refusals = {
  denied: () => Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }),
  full: () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
};

for (const [name, refusal] of Object.entries(refusals)) {
  inOneLanguage(`storage ${name}: the form says so and still leads to the result`, async (t, lang) => {
    const { refused, undone } = words(FORM, lang).store;
    const page = await t.open(`${t.address(FORM, lang)}#s-genuine`, { ...SMALL, init: [refusal] });
    await answer(page, "genuine1", 3);
    await status(page, refused);
    for (const { id } of full(lang).dims) {
      await page.evaluate((screen) => { location.hash = `s-${screen}`; }, id);
      for (const box of await page.locator(`#s-${id} .option:nth-child(3) input`).all()) await box.check();
    }
    await page.evaluate(() => { location.hash = "s-profile"; });
    await radio(page, "profile-role", "s").check();
    await page.locator("[data-clear]").click();
    await page.waitForFunction(() => !document.querySelector("[data-screen] input:checked"));
    await page.keyboard.press("Enter");
    await status(page, undone);
    await page.locator("[data-next]").click();
    await page.locator("[data-answered] li").first().waitFor({ state: "attached" });
    assert.equal(await page.locator("[data-answered] li").count(), 45, "nothing was lost by clearing and undoing");
    await page.locator("[data-next]").click();
    await page.waitForURL(/#r=/);
    const [, handed] = page.url().split("#r=");
    assert.deepEqual([(await readPage(page)).overall.score, handed.split(".")[2]], ["300", "s"]);
  });
}

inOneLanguage("a question whose meaning changed between two visits is asked again, the others stand", async (t, lang) => {
  const model = full(lang);
  const page = await t.open(null, { ...SMALL, stored: storedAnswers(model, given(model, [4])) });
  await page.route(t.address(FORM, lang), async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"id":"flow2","rev":1', '"id":"flow2","rev":2').replace('"version":"1.0.0"', '"version":"1.1.0"');
    await route.fulfill({ response, body });
  });
  await page.goto(`${t.address(FORM, lang)}#s-review`);
  assert.deepEqual(await page.locator("[data-unanswered] a").evaluateAll((all) => all.map((link) => link.hash)), ["#q-flow2"]);
  await page.locator("[data-unanswered] a").click();
  assert.equal(await page.locator("input[name=flow2]:checked").count(), 0, "no old answer under a new question");
  await radio(page, "flow2", 2).check();
  const { flow1, flow2 } = await entriesOn(page);
  assert.deepEqual([flow1, flow2], [{ rev: 1, value: 4 }, { rev: 2, value: 2 }]);
});

inOneLanguage("from disk: the whole form keeps its answers and leads to the result", async (t, lang) => {
  const page = await t.open(t.onDisk(FORM, lang), SMALL);
  await page.locator("[data-next]").click();
  for (const { items } of full(lang).dims) {
    for (const { id } of items) await radio(page, id, 5).check();
    await page.locator("[data-next]").click();
  }
  await radio(page, "talk1", 0).check();
  await page.reload();
  assert.ok(await radio(page, "talk1", 0).isChecked());
  await page.goto(`${t.onDisk(FORM, lang)}#s-review`);
  await page.locator("[data-next]").click();
  await page.waitForURL(/#r=.*&t=0/);
  assert.deepEqual((await readPage(page)).overall, { score: "500", level: "5", status: "ok" });
  assert.ok(page.url().startsWith(t.onDisk(RESULT, lang)));
});

// The form as somebody meets it who is interrupted, goes back, changes their mind and skips questions.
import assert from "node:assert/strict";
import { entriesOn, given, itemsOf, quick, storageOn, storedAnswers } from "./support/answers.mjs";
import { pressOn, tabTo } from "./support/keyboard.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const FORM = "assessment/quick";
const visibleScreen = (page) => page.locator("[data-screen]:visible").getAttribute("data-screen");
const radio = (page, item, value) => page.locator(`input[name="${item}"][value="${value}"]`);
const status = (page, text) => page.locator("[data-status-line]", { hasText: text }).waitFor();

inOneLanguage("an answer is saved at once and is there after a reload", async (t, lang) => {
  const { form, store } = words(FORM, lang);
  const [first, second] = quick(lang).dims;
  const page = await t.open(t.address(FORM, lang));
  assert.equal(await page.locator("[data-next]").textContent(), form.start);
  await page.locator("[data-next]").click();
  await radio(page, first.items[0].id, 4).check();
  await status(page, store.saved);
  await radio(page, `${first.items[0].id}-evidence`, 2).check();
  assert.deepEqual(await entriesOn(page), { [first.items[0].id]: { rev: first.items[0].rev, value: 4, evidence: 2 } });
  await page.reload();
  assert.equal(await visibleScreen(page), first.id, "the screen is the one that was left");
  assert.ok(await radio(page, first.items[0].id, 4).isChecked());
  assert.ok(await radio(page, `${first.items[0].id}-evidence`, 2).isChecked());
  await page.goto(t.address(FORM, lang));
  assert.equal(await page.locator("[data-next]").textContent(), form.resume);
  await page.locator("[data-next]").click();
  assert.equal(await visibleScreen(page), second.id, "resuming leads to the first question without an answer");
});

inOneLanguage("the answers belong to the model of the page", async (t, lang) => {
  const page = await t.open(t.address(FORM, lang));
  await page.locator("[data-next]").click();
  await page.locator("[data-screen]:visible input[value='2']").first().check();
  const envelope = JSON.parse(Object.values(await storageOn(page))[0]);
  const print = await page.evaluate(() => globalThis.portaat.score.fingerprint(globalThis.portaat.json("portaat-model-full")));
  assert.deepEqual([envelope.v, envelope.model, envelope.fingerprint], [1, "customer-centricity", print]);
});

inOneLanguage("the browser's Back goes one screen back, and nothing is forced", async (t, lang) => {
  const { dims } = quick(lang);
  const page = await t.open(t.address(FORM, lang));
  for (let n = 0; n < 3; n += 1) await page.locator("[data-next]").click();
  assert.equal(await visibleScreen(page), dims[2].id, "screens can be passed without an answer");
  const title = await page.title();
  await page.goBack();
  await page.locator(`#s-${dims[1].id}`).waitFor();
  assert.notEqual(await page.title(), title, "the title says which screen it is");
  await page.locator("[data-back]").click();
  assert.equal(await visibleScreen(page), dims[0].id);
  assert.deepEqual(await entriesOn(page), {}, "nothing was stored");
});

inOneLanguage("a new screen puts the focus on its heading", async (t, lang) => {
  const { dims } = quick(lang);
  const page = await t.open(t.address(FORM, lang), { width: 360 });
  await page.locator("[data-next]").click();
  for (const { id } of dims.slice(0, 3)) {
    assert.equal(await page.evaluate(() => document.activeElement.id), `h-${id}`);
    assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0), "and it can be seen");
    await page.locator("[data-next]").click();
  }
});

inOneLanguage("what an answer rests on is asked only of claims", async (t, lang) => {
  const [{ id }] = itemsOf(quick(lang));
  const page = await t.open(t.address(FORM, lang));
  await page.locator("[data-next]").click();
  const proofs = page.locator(`#q-${id} .evidence`);
  for (const [value, shown] of [[2, false], [3, true], [5, true], ["d", false]]) {
    await radio(page, id, value).check();
    assert.equal(await proofs.isVisible(), shown, `answer ${value}`);
  }
});

inEveryLanguage("the review names what is unanswered and leads to it", async (t, lang) => {
  const model = quick(lang);
  const values = itemsOf(model).map((_, n) => (n === 3 || n === 8 ? null : 3));
  const page = await t.open(null, { stored: storedAnswers(model, given(model, values)) });
  await page.goto(`${t.address(FORM, lang)}#s-review`);
  const open = itemsOf(model).filter((_, n) => values[n] === null).map(({ id }) => id);
  const links = page.locator("[data-unanswered] a");
  const questions = await Promise.all(open.map((id) => page.locator(`#q-${id} > legend`).textContent()));
  assert.deepEqual(await links.allTextContents(), questions);
  assert.equal(await page.locator("[data-answered] li").count(), itemsOf(model).length - open.length);
  await pressOn(page, `[data-unanswered] a[href="#q-${open[1]}"]`);
  await page.locator(`#q-${open[1]}`).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.name), open[1], "the question has the focus");
  await page.keyboard.press("Space");
  await page.goto(`${t.address(FORM, lang)}#s-review`);
  await page.waitForFunction(() => document.querySelectorAll("[data-unanswered] li").length === 1);
  assert.equal(await page.locator("[data-review-lead]").textContent(), words(FORM, lang).form.unanswered.one.replace("{n}", "1"));
});

inOneLanguage("clearing asks nothing and can be undone", async (t, lang) => {
  const model = quick(lang);
  const stored = storedAnswers(model, given(model, [4, 2, "d"]), { genuine1: 1 });
  const page = await t.open(null, { stored });
  await page.goto(`${t.address(FORM, lang)}#s-${model.dims[0].id}`);
  const before = await entriesOn(page);
  await pressOn(page, "[data-clear]");
  const { form, store } = words(FORM, lang);
  await status(page, form.cleared);
  assert.deepEqual(await storageOn(page), {});
  assert.equal(await page.locator("input:checked").count(), await page.locator("[name=scheme]:checked").count());
  assert.equal(await page.evaluate(() => document.activeElement.textContent), store.undo, "undo has the focus");
  await page.keyboard.press("Enter");
  await status(page, store.undone);
  assert.deepEqual(await entriesOn(page), before);
  assert.ok(await radio(page, "genuine1", 4).isChecked());
});

inOneLanguage("an answer to an older wording is kept but not used", async (t, lang) => {
  const model = quick(lang);
  const [item] = itemsOf(model);
  const older = { ...model, dims: [{ items: [{ ...item, rev: item.rev + 1 }] }] };
  const page = await t.open(null, { stored: storedAnswers(older, { [item.id]: 5 }) });
  await page.goto(`${t.address(FORM, lang)}#s-${model.dims[0].id}`);
  assert.equal(await page.locator(`input[name="${item.id}"]:checked`).count(), 0);
  await page.locator("[data-next]").click();
  await page.locator("[data-screen]:visible input[value='3']").first().check();
  assert.equal((await entriesOn(page))[item.id].value, 5, "it outlives the next answer");
});

inEveryLanguage("the progress says where one is, in words", async (t, lang) => {
  const model = quick(lang);
  const page = await t.open(null, { stored: storedAnswers(model, given(model, [3, null])), width: 360 });
  await page.goto(`${t.address(FORM, lang)}#s-${model.dims[4].id}`);
  const values = { n: 5, count: 13, a: 7, b: 6 };
  const wanted = words(FORM, lang).form.progress.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  assert.equal(await page.locator("[data-progress-text]").textContent(), wanted);
  await tabTo(page, "[data-next]");
});

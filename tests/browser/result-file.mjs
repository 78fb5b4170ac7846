// A result as a file: saved, opened again like a link, and shown as it is when it comes from another version.
import assert from "node:assert/strict";
import { entriesOn, full, given, quick, storageOn, storedAnswers } from "./support/answers.mjs";
import { readPage } from "./support/reference.mjs";
import { inEveryLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";
import { saved } from "./result-plan.mjs";

const RESULT = "assessment/result";
const choose = (page, text) => page.locator("[data-import]").setInputFiles({ name: "result.json", mimeType: "application/json", buffer: Buffer.from(text) });

/** A result saved from a page that holds these answers. */
async function fileOf(t, lang, answers) {
  const page = await t.open(null, { stored: storedAnswers(full(lang), answers) });
  await page.goto(t.address(RESULT, lang));
  const { name, text } = await saved(page, () => page.locator("[data-export=json]").click());
  assert.match(name, /^(tulos|result)-\d{4}-\d\d-\d\d\.json$/);
  return { text, shown: await readPage(page) };
}

inEveryLanguage("result: a saved file opens like a link, is kept when asked for, and given back", async (t, lang) => {
  const { text, shown } = await fileOf(t, lang, given(full(lang), [3, 4, "d", 5]));
  const { model, lang: language } = JSON.parse(text);
  assert.deepEqual([model.id, model.version, language], ["customer-centricity", full(lang).version, lang]);
  const page = await t.open(null, { stored: storedAnswers(full(lang), given(quick(lang), [2])) });
  await page.goto(t.address(RESULT, lang));
  const before = await storageOn(page);
  await choose(page, text);
  await page.locator("[data-foreign]").waitFor();
  assert.deepEqual(await readPage(page), shown);
  assert.deepEqual(await storageOn(page), before, "opening stores nothing");
  const { changes } = words(RESULT, lang).result;
  const wanted = changes.replace("{added}", "32").replace("{changed}", "13").replace("{removed}", "0");
  assert.equal(await page.locator("[data-changes]").textContent(), wanted, "what would change");
  await page.locator("[data-keep]").click();
  assert.equal(Object.keys(await entriesOn(page)).length, 45);
  await page.locator("[data-status-line] button").click();
  assert.equal(Object.keys(await entriesOn(page)).length, 13, "and undone");
});

inEveryLanguage("result: files that are none are said to be so, and change nothing", async (t, lang) => {
  const { text } = await fileOf(t, lang, given(quick(lang), [4, 2]));
  const page = await t.open(null, { stored: storedAnswers(full(lang), given(quick(lang), [3])) });
  await page.goto(t.address(RESULT, lang));
  const before = [await storageOn(page), await readPage(page)];
  for (const bad of ["", "{", text.slice(0, 500), text.replace('"genuine1": 4', '"genuine1": "<img src=x onerror=alert(1)>"'), "x".repeat(2_000_000)]) {
    await choose(page, bad);
    await page.locator("[data-import-line]", { hasText: words(RESULT, lang).result.file.unreadable }).waitFor();
    assert.deepEqual([await storageOn(page), await readPage(page)], before);
    await page.locator("[data-import-line]").evaluate((line) => { line.textContent = ""; });
  }
});

inEveryLanguage("result: a file of another version is shown as it is and not scored", async (t, lang) => {
  const { text } = await fileOf(t, lang, given(quick(lang), [4, 2]));
  const file = JSON.parse(text);
  file.model.version = "9.9.9";
  file.model.dims[0].items[0].rev = 7;
  const page = await t.open(t.address(RESULT, lang));
  file.model.fingerprint = await page.evaluate((model) => globalThis.portaat.score.fingerprint(model), file.model);
  await choose(page, JSON.stringify(file));
  const box = page.locator("[data-other]");
  await box.waitFor();
  assert.ok((await box.textContent()).includes("9.9.9"));
  assert.equal(await box.locator("tbody tr").count(), 14);
  assert.equal(await page.locator("[data-shown]").isVisible(), false);
  assert.deepEqual(await storageOn(page), {});
});

inEveryLanguage("result: saving and opening work from a disk", async (t, lang) => {
  const page = await t.open(t.onDisk(RESULT, lang));
  const { text } = await fileOf(t, lang, given(quick(lang), [4, 2]));
  await choose(page, text);
  await page.locator("[data-overall][data-status=ok]").waitFor();
  assert.equal((await saved(page, () => page.locator("[data-export=json]").click())).text.replace(/"saved.*/, ""), text.replace(/"saved.*/, ""));
  const note = await saved(page, () => page.locator("[data-export=md]").click());
  assert.doesNotMatch(note.text, /file:/, "no address of a disk in it");
});

// A result as a file: saved, opened again like a link, and shown as it is when it comes from another version.
import assert from "node:assert/strict";
import { entriesOn, full, given, quick, storageOn, storedAnswers } from "./support/answers.mjs";
import { readPage } from "./support/reference.mjs";
import { inOneLanguage } from "./support/runner.mjs";
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

inOneLanguage("result: a saved file opens like a link, is kept when asked for, and given back", async (t, lang) => {
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

inOneLanguage("result: files that are none are said to be so, and change nothing", async (t, lang) => {
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

inOneLanguage("result: a file of another version is shown as it is and not scored", async (t, lang) => {
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
  assert.equal(await box.locator("button").count(), 1, "most questions of the short form are the same, so it can be compared");
  assert.deepEqual(await storageOn(page), {});
});

/** The text of a saved result as another version of the questions would have written it; `change` makes the other version. */
async function elsewhere(page, text, change) {
  const file = JSON.parse(text);
  Object.assign(file, { saved: "2025-02-03T04:05:06.000Z" }).model.version = "0.9.0";
  change(file);
  file.model.fingerprint = await page.evaluate((model) => globalThis.portaat.score.fingerprint(model), file.model);
  return file;
}

inOneLanguage("result: a file of another version joins the comparison by the questions in common, and leaves it again", async (t, lang) => {
  const { wave } = words(RESULT, lang).result;
  const { text } = await fileOf(t, lang, given(full(lang), [2]));
  const page = await t.open(null, { stored: storedAnswers(full(lang), given(full(lang), [4])) });
  await page.goto(t.address(RESULT, lang));
  const before = await storageOn(page);
  const file = await elsewhere(page, text, ({ model }) => { model.dims[0].items.forEach((item) => { item.rev = 7; }); });
  await choose(page, JSON.stringify(file));
  const box = page.locator("[data-other]");
  await box.locator("button").waitFor();
  const wanted = [wave.common.replace("{n}", "42").replace("{count}", "45").replace("{dims}", "12").replace("{all}", "13"), wave.join_text.replace("{n}", "1")];
  for (const sentence of wanted) assert.ok((await box.textContent()).includes(sentence), sentence);
  assert.deepEqual(await storageOn(page), before, "opening stores nothing");
  await box.locator("button").press("Enter");
  await page.locator("[data-wave-table]").waitFor();
  const rows = page.locator("[data-waves] tbody tr");
  const not = (n, count) => `–${wave.not_comparable.replace("{n}", n).replace("{count}", count)}`;
  const number = (n) => new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(n);
  const first = async (n) => rows.nth(n).locator("td").first().textContent();
  assert.deepEqual([await first(0), await first(1), await first(2)], [not(42, 45), not(0, 3), `${number(2)}${wave.up}`]);
  await box.locator("[role=status] button").press("Enter");
  assert.equal(await page.locator("[data-wave-table]").isVisible(), false);
  assert.equal((await storageOn(page))["portaat:base:waves"], undefined, "undone");
});

inOneLanguage("result: a file with too few questions in common is said to be so and cannot join", async (t, lang) => {
  const { text } = await fileOf(t, lang, given(full(lang), [2]));
  const page = await t.open(t.address(RESULT, lang));
  const file = await elsewhere(page, text, ({ model }) => { for (const dim of model.dims) for (const item of dim.items) item.rev = 7; });
  await choose(page, JSON.stringify(file));
  await page.locator("[data-other] p", { hasText: words(RESULT, lang).result.wave.too_few }).waitFor();
  assert.equal(await page.locator("[data-other] button").count(), 0);
});

inOneLanguage("result: an earlier file of this version joins the comparison beside one's own", async (t, lang) => {
  const { text } = await fileOf(t, lang, given(full(lang), [2]));
  const page = await t.open(null, { stored: storedAnswers(full(lang), given(full(lang), [4])) });
  await page.goto(t.address(RESULT, lang));
  await choose(page, text.replace(/"saved": "[^"]*"/, '"saved": "2025-02-03T04:05:06.000Z"'));
  await page.locator("[data-join] button").click();
  await page.locator("[data-join] [role=status]", { hasText: words(RESULT, lang).result.wave.kept }).waitFor();
  await page.goto(t.address(RESULT, lang));
  await page.reload();
  await page.locator("[data-wave-table]").waitFor();
  assert.equal(await page.locator("[data-waves] tbody tr").first().locator("td").count(), 2);
});

inOneLanguage("result: a code of another version is read with the questions of a result kept on the device", async (t, lang) => {
  const { text } = await fileOf(t, lang, given(full(lang), [2]));
  const page = await t.open(t.address(RESULT, lang));
  const file = await elsewhere(page, text, ({ model }) => { model.dims[0].items[0].rev = 7; });
  const codeOf = (answers) => page.evaluate(([model, all]) => globalThis.portaat.score.shareCode(model, all, null, "f"), [file.model, answers]);
  const [theirs, its] = [await codeOf({ ...file.answers, genuine1: "d", genuine2: 5 }), await codeOf(file.answers)];
  const { other } = words(RESULT, lang).result;
  const kept = { "portaat:base:waves": JSON.stringify({ v: 1, data: { results: [file] } }) };
  const reader = await t.open(null, { stored: kept });
  await reader.goto(`${t.address(RESULT, lang)}#r=${theirs}`);
  const box = reader.locator("[data-other]");
  await box.locator("p", { hasText: other.known.replace("{version}", "0.9.0") }).waitFor();
  const { unknown } = words(RESULT, lang).result.calc;
  assert.equal(await box.locator("table").nth(1).locator("tbody tr").first().locator("td").textContent(), `${unknown} · 5 · 2`);
  await reader.evaluate((code) => { location.hash = `r=${code}`; }, its);
  await box.locator("p", { hasText: "0.9.0" }).waitFor();
  await reader.waitForFunction(() => document.querySelectorAll("[data-other] tbody tr").length === 14, null, { timeout: 5000 });
  assert.deepEqual(await storageOn(reader), kept, "nothing is written");
});

inOneLanguage("result: saving and opening work from a disk", async (t, lang) => {
  const page = await t.open(t.onDisk(RESULT, lang));
  const { text } = await fileOf(t, lang, given(quick(lang), [4, 2]));
  await choose(page, text);
  await page.locator("[data-overall][data-status=ok]").waitFor();
  assert.equal((await saved(page, () => page.locator("[data-export=json]").click())).text.replace(/"saved.*/, ""), text.replace(/"saved.*/, ""));
  const note = await saved(page, () => page.locator("[data-export=md]").click());
  assert.doesNotMatch(note.text, /file:/, "no address of a disk in it");
});

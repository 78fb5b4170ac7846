// Who and by when: kept on the device, taken along as calendar, note and table, and not kept for somebody else's result.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { full, given, quick, storageOn, storedAnswers } from "./support/answers.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const RESULT = "assessment/result";

async function openOwn(t, lang, options = {}) {
  const page = await t.open(null, { stored: storedAnswers(full(lang), given(quick(lang), [3, 4, 2])), ...options });
  await page.goto(t.address(RESULT, lang));
  await page.locator("[data-action]").first().waitFor();
  return page;
}

/** Presses a button and reads what the browser saves. */
export async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

inOneLanguage("result: who and by when are there after a reload", async (t, lang) => {
  const page = await openOwn(t, lang, { width: 360 });
  const [who, by] = ["input[type=text]", "input[type=date]"].map((field) => page.locator("[data-action]").nth(1).locator(field));
  await who.fill("Aino <b>");
  await by.fill("2030-03-01");
  await by.blur();
  await page.locator("[data-plan-line]", { hasText: words(RESULT, lang).result.plan.saved }).waitFor();
  assert.ok(Object.keys(await storageOn(page)).includes("portaat:base:answers:assessment/result"));
  await page.reload();
  assert.deepEqual([await who.inputValue(), await by.inputValue()], ["Aino <b>", "2030-03-01"]);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
});

inOneLanguage("result: the actions as calendar, note and table", async (t, lang) => {
  const page = await openOwn(t, lang);
  const card = page.locator("[data-action]").first();
  await card.locator("input[type=text]").fill("=cmd()");
  await card.locator("input[type=date]").fill("2030-03-01");
  const ics = await saved(page, () => pressOn(page, "[data-export=ics]"));
  assert.match(ics.name, /^(teot|actions)-\d{4}-\d\d-\d\d\.ics$/);
  assert.equal(ics.text.match(/BEGIN:VEVENT\r\n/g).length, 2, "the dated action, and the next assessment");
  assert.ok(ics.text.includes("DTSTART;VALUE=DATE:20300301\r\n"));
  assert.ok(ics.text.includes(`X-WR-CALNAME:${await page.locator(".mark").textContent()}\r\n`), "it says whose assessment it is");
  const { undated } = words(RESULT, lang).result.plan;
  await page.locator("[data-plan-line]", { hasText: undated.other.replace("{n}", "2") }).waitFor();
  const csv = await saved(page, () => page.locator("[data-export=csv]").click());
  assert.ok(csv.text.includes(`"'=cmd()"`) && csv.text.split("\r\n").length === 5);
  const note = await saved(page, () => page.locator("[data-export=md]").click());
  assert.equal(note.text.match(/^## /gm).length, 3);
  assert.match(note.text, /\]\(<http:\/\/[^>]+>\)/);
});

inOneLanguage("result: with no storage the entries say so and can still be saved", async (t, lang) => {
  const init = [() => { Storage.prototype.setItem = () => { throw new Error("refused"); }; }];
  const page = await openOwn(t, lang, { init });
  await page.locator("[data-action] input[type=text]").first().fill("Aino");
  await page.locator("[data-action] input[type=text]").first().blur();
  await page.locator("[data-plan-line]", { hasText: words(RESULT, lang).result.plan.refused }).waitFor();
  assert.ok((await saved(page, () => page.locator("[data-export=md]").click())).text.includes(": Aino\n"));
});

inOneLanguage("result: entries to somebody else's result are not kept", async (t, lang) => {
  const page = await openOwn(t, lang);
  const code = await page.locator("[data-code]").textContent();
  const other = await t.open(`${t.address(RESULT, lang)}#r=${code}`);
  await other.locator("[data-action] input[type=text]").first().fill("Aino");
  await other.locator("[data-action] input[type=text]").first().blur();
  await other.locator("[data-plan-line]", { hasText: words(RESULT, lang).result.plan.foreign }).waitFor();
  assert.deepEqual(await storageOn(other), {});
  assert.equal(await other.locator("[data-waves]").isVisible(), false);
  await other.locator("[data-keep]").click();
  await other.locator("[data-waves]").waitFor();
  assert.equal(await other.locator("[data-action] input[type=text]").first().inputValue(), "Aino", "kept with the result that was made one's own");
  await other.locator("[data-action] input[type=text]").nth(1).fill("Vuoro");
  await other.locator("[data-action] input[type=text]").nth(1).blur();
  await other.locator("[data-plan-line]", { hasText: words(RESULT, lang).result.plan.saved }).waitFor();
});

inOneLanguage("result: entries to somebody else's result stay with it", async (t, lang) => {
  const page = await openOwn(t, lang);
  const [code] = await page.evaluate(() => [globalThis.portaat.score.shareCode(globalThis.portaat.json("portaat-model-quick"), { genuine1: 2, needs1: 2, situation1: 2, flow1: 1, responsibility1: 2, communication1: 2, beyond1: 2, direction1: 2, insight1: 2, people1: 2, together1: 2, effect1: 2, renewal1: 2 }, null, "-")]);
  await page.evaluate((text) => { location.hash = `r=${text}`; }, code);
  await page.locator("[data-foreign]").waitFor();
  const who = page.locator("[data-action] input[type=text]");
  for (const field of await who.all()) await field.fill("Aino");
  await who.last().blur();
  await page.locator("[data-plan-line]", { hasText: words(RESULT, lang).result.plan.foreign }).waitFor();
  await page.evaluate(() => { location.hash = ""; });
  await page.waitForFunction(() => document.querySelector("[data-foreign]").hidden);
  assert.deepEqual(await who.evaluateAll((all) => all.map(({ value }) => value)), ["", "", ""], "not in one's own");
  await page.goBack();
  await page.locator("[data-foreign]").waitFor();
  assert.deepEqual(await who.evaluateAll((all) => all.map(({ value }) => value)), ["Aino", "Aino", "Aino"], "and back again");
});

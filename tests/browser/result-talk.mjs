// What is said against what is done: by link, from the device, and nothing when it was not answered or was made up.
import assert from "node:assert/strict";
import { entriesOn, full, given, quick, storedAnswers } from "./support/answers.mjs";
import { inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const RESULT = "assessment/result";
const box = (page) => page.locator("[data-talk]");

inOneLanguage("result: talk and walk from the link, kept with it", async (t, lang) => {
  const own = await t.open(null, { stored: storedAnswers(full(lang), given(quick(lang), [3])) });
  await own.goto(t.address(RESULT, lang));
  const code = await own.locator("[data-code]").textContent();
  assert.equal(await box(own).isVisible(), false, "nothing was answered");
  const page = await t.open(`${t.address(RESULT, lang)}#r=${code}&t=1111022322`, { width: 360 });
  await page.locator("[data-talk=talk_ahead]").waitFor();
  const { reading } = words(RESULT, lang).result.talk;
  assert.equal(await box(page).locator("h3").textContent(), reading.talk_ahead);
  assert.deepEqual(await box(page).locator("tbody .val").allTextContents(), ["80", "30"]);
  assert.equal(await box(page).locator("[data-said]").count(), 10);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
  await page.locator("[data-keep]").click();
  assert.equal((await entriesOn(page)).talk1.value, "1");
  await page.goto("about:blank");
  await page.goto(t.address(RESULT, lang));
  await page.locator("[data-talk=talk_ahead]").waitFor();
});

inOneLanguage("result: talk and walk that cannot be is left out", async (t, lang) => {
  const own = await t.open(null, { stored: storedAnswers(full(lang), given(quick(lang), [3])) });
  await own.goto(t.address(RESULT, lang));
  const code = await own.locator("[data-code]").textContent();
  for (const bad of ["", "1", "9999999999", "<b>aaaaaaa", "----------", "1".repeat(500), "%E0%A4%A"]) {
    await own.goto("about:blank");
    await own.goto(`${t.address(RESULT, lang)}#r=${code}&t=${bad}`);
    await own.locator("[data-overall][data-status=ok]").waitFor();
    assert.equal(await box(own).isVisible(), false, bad);
  }
});

// Earlier results are kept when asked for, stand beside the new one, and can be removed; both with undo.
import assert from "node:assert/strict";
import { full, given, storageOn, storedAnswers } from "./support/answers.mjs";
import { inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const RESULT = "assessment/result";
const NAME = "portaat:base:waves";
const kept = async (page) => JSON.parse((await storageOn(page))[NAME] ?? '{"data":{"results":[]}}').data.results;

async function answerAnew(page, lang, value) {
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), Object.entries(storedAnswers(full(lang), given(full(lang), [value])))[0]);
  await page.reload();
  await page.locator("[data-overall][data-status=ok]").waitFor();
}

inOneLanguage("result: a kept result stands beside the next one", async (t, lang) => {
  const { wave } = words(RESULT, lang).result;
  const page = await t.open(null, { width: 360, stored: storedAnswers(full(lang), given(full(lang), [2])) });
  await page.goto(t.address(RESULT, lang));
  assert.equal(await page.locator("[data-wave-table]").isVisible(), false);
  await page.locator("[data-keep-wave]").click();
  await page.locator("[data-wave-line]", { hasText: wave.kept }).waitFor();
  await page.locator("[data-keep-wave]").click();
  await page.locator("[data-wave-line]", { hasText: wave.already }).waitFor();
  await answerAnew(page, lang, 4);
  await page.locator("[data-wave-table]").waitFor();
  const cells = await page.locator("[data-waves] tbody tr").nth(1).locator("td").allTextContents();
  const number = (n) => new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(n);
  assert.deepEqual(cells, [`${number(2)}${wave.up}`, number(4)]);
  assert.equal(await page.locator("[data-wave-notes] li").count(), 1, "the note on the lowest one");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
});

inOneLanguage("result: eight are kept at most, and removing can be undone", async (t, lang) => {
  const page = await t.open(null, { stored: storedAnswers(full(lang), given(full(lang), [1])) });
  await page.goto(t.address(RESULT, lang));
  for (let n = 0; n < 9; n += 1) {
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), Object.entries(storedAnswers(full(lang), given(full(lang), [1 + (n % 5), 5 - (n % 4)])))[0]);
    await page.reload();
    await page.locator("[data-keep-wave]").click();
    await page.locator("[data-wave-line] button").waitFor();
  }
  assert.equal((await kept(page)).length, 8);
  await page.locator("[data-waves] thead button").first().click();
  assert.equal((await kept(page)).length, 7);
  await page.locator("[data-wave-line] button").click();
  assert.equal((await kept(page)).length, 8);
});

inOneLanguage("result: damaged earlier results are passed over", async (t, lang) => {
  const stored = { ...storedAnswers(full(lang), given(full(lang), [3])), [NAME]: JSON.stringify({ v: 1, data: { results: [{ model: "<b>" }, 7, null] } }) };
  const page = await t.open(null, { stored });
  await page.goto(t.address(RESULT, lang));
  await page.locator("[data-overall][data-status=ok]").waitFor();
  assert.equal(await page.locator("[data-wave-table]").isVisible(), false);
});

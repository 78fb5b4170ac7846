// Every number of the result can be opened to the sum it came from.
import assert from "node:assert/strict";
import { full, given, itemsOf, storedAnswers } from "./support/answers.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { inOneLanguage } from "./support/runner.mjs";

inOneLanguage("result: each dimension's number opens to its sum", async (t, lang) => {
  const model = full(lang);
  const answers = given(model, [2, 5, "d", 4]);
  const page = await t.open(null, { width: 360, stored: storedAnswers(model, answers) });
  await page.goto(t.address("assessment/result", lang));
  for (const { id, items } of model.dims) {
    const button = page.locator(`tr[data-dimension="${id}"] .val button`);
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    await button.press("Enter");
    const box = page.locator(`#sum-${id}`);
    assert.ok(await box.isVisible(), id);
    assert.equal(await box.locator(".terms tr").count(), items.length);
    const score = await page.locator(`tr[data-dimension="${id}"]`).getAttribute("data-score");
    const sum = await box.locator("pre").allTextContents();
    if (score) assert.ok(sum[0].endsWith(`= ${await button.textContent()}`), sum[0]);
    else assert.deepEqual(sum, []);
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
});

inOneLanguage("result: the overall's and the parts' sums by keyboard", async (t, lang) => {
  const model = full(lang);
  const page = await t.open(null, { stored: storedAnswers(model, given(model, itemsOf(model).map((_, n) => 1 + (n % 5)))) });
  await page.goto(t.address("assessment/result", lang));
  await pressOn(page, "[data-part] .part .val button");
  const [first] = model.parts;
  assert.match(await page.locator(`#sum-part-${first} pre`).textContent(), /^\(.+\) \/ 7 = \d.\d\d$/);
  await page.locator("[data-overall] .sum summary").press("Enter");
  const number = await page.locator("[data-number]").textContent();
  assert.ok((await page.locator("[data-sum] pre").textContent()).endsWith(`/ 13 = ${number}`));
});

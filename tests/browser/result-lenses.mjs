// Lenses re-cut the answers of the whole form; they show means and never a level.
import assert from "node:assert/strict";
import { full, given, itemsOf, quick, storedAnswers } from "./support/answers.mjs";
import { inOneLanguage } from "./support/runner.mjs";

async function openWith(t, lang, answers) {
  const page = await t.open(null, { width: 360, stored: storedAnswers(full(lang), answers) });
  await page.goto(t.address("assessment/result", lang));
  await page.locator("[data-overall][data-status]").waitFor();
  return page;
}

inOneLanguage("result: lenses show the means of the answers", async (t, lang) => {
  const model = full(lang);
  const values = [4, 2, "d", 5, 3];
  const answers = given(model, values);
  const page = await openWith(t, lang, answers);
  const rows = await page.locator("[data-group]").evaluateAll((all) => all.map(({ dataset, innerText }) => ({ ...dataset, innerText })));
  assert.ok(rows.length >= 12, "three lenses");
  assert.deepEqual(rows.slice(0, 6).map(({ group }) => group), ["define", "develop", "organise", "implement", "measure", "redefine"], "in the author's order");
  for (const { items, mean, group, innerText } of rows) {
    const ids = items.split(" ");
    const rated = ids.map((id) => answers[id]).filter((value) => value !== "d");
    const wanted = 2 * rated.length < ids.length ? undefined : String(Math.floor((200 * rated.reduce((a, b) => a + b, 0) + rated.length) / (2 * rated.length)));
    assert.equal(mean, wanted, group);
    assert.doesNotMatch(innerText, /taso|level/i, "a lens has no level");
    assert.equal(innerText.includes(`(${rated.join(" + ")}) / ${rated.length}`), mean !== undefined, `${group} shows its sum`);
  }
  assert.ok(itemsOf(model).length === 45 && await page.locator("[data-lenses]").isVisible());
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
});

inOneLanguage("result: the short form has no lenses", async (t, lang) => {
  const page = await openWith(t, lang, given(quick(lang), [3, 4]));
  assert.equal(await page.locator("[data-lenses]").isVisible(), false);
});

// On paper there is the text and nothing to press, in dark ink whatever the screen had.
import assert from "node:assert/strict";
import { full, given, itemsOf, quick, storedAnswers } from "./support/answers.mjs";
import { lightness } from "./support/colour.mjs";
import { inBothSchemes } from "./support/runner.mjs";

const NAVIGATION = [".masthead nav", ".masthead [hreflang]", "#search-open", ".side", ".skip", ".crumbs", ".turn", ".scheme", ".colophon nav"];
const PAGE = /\/Type\s*\/Page\b(?!s)/g;

const sheets = async (page) => (await page.pdf({ format: "A4" })).toString("latin1").match(PAGE)?.length ?? 0;
const visible = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

async function check(page, parts) {
  await page.emulateMedia({ media: "print" });
  for (const selector of NAVIGATION) assert.equal(await visible(page, selector), 0, `${selector} stays off paper`);
  for (const selector of parts) assert.ok(await visible(page, selector) > 0, `${selector} is on paper`);
  assert.ok(await lightness(page, "main p", "color") < 0.45, "the ink is dark");
}

inBothSchemes("a chapter on paper", async (t, lang, dark) => {
  const page = await t.open(t.address("theses/flow", lang), { dark });
  assert.ok(await visible(page, ".masthead nav") > 0, "it is there on the screen");
  await check(page, ["h1", "[data-block=levels]", "[data-block=check] legend", "[data-block=case]"]);
  const count = await sheets(page);
  assert.ok(count >= 1 && count <= 12, `${count} sheets`);
});

inBothSchemes("the result on paper", async (t, lang, dark) => {
  const page = await t.open(null, { dark, stored: storedAnswers(full(lang), given(quick(lang), [3, 4, 2])) });
  await page.goto(t.address("assessment/result", lang));
  await check(page, ["h1", "[data-overall]", "tr[data-dimension] .val", "[data-action]", "[data-profile]"]);
  assert.equal(await visible(page, "[data-copy], [data-print]"), 0, "nothing to press");
  const count = await sheets(page);
  assert.ok(count >= 1 && count <= 8, `${count} sheets`);
});

/** The questions of a page that would not fit on one sheet, or that paper does not keep whole. */
const splittable = (page) => page.locator("[data-item], [data-about]").evaluateAll((all) =>
  all.filter((one) => getComputedStyle(one).breakInside !== "avoid" || one.offsetHeight > 900).map(({ id }) => id));

for (const [id, model, most] of [["assessment/quick", quick, 9], ["assessment/index", full, 25]]) {
  inBothSchemes(`${id} on paper is every question, whichever screen is open`, async (t, lang, dark) => {
    const page = await t.open(null, { dark, stored: storedAnswers(full(lang), given(quick(lang), [3, 4, 2])) });
    for (const screen of ["", "#s-flow", "#s-review"]) {
      await page.goto("about:blank");
      await page.goto(`${t.address(id, lang)}${screen}`);
      await page.emulateMedia({ media: "print" });
      assert.equal(await visible(page, "[data-item] > legend"), itemsOf(model(lang)).length, `questions from ${screen || "the start"}`);
      assert.equal(await visible(page, "[data-item] .option"), 5 * itemsOf(model(lang)).length, "descriptions");
      assert.equal(await visible(page, "[data-next], [data-back], [data-clear], [data-progress], #s-review"), 0, "nothing to press");
      assert.deepEqual(await splittable(page), [], "questions stay whole");
      await page.emulateMedia({ media: "screen" });
      assert.equal(await visible(page, "[data-screen]"), 1, "on the screen one at a time");
    }
    await check(page, ["h1", "#s-start .lead", ".option"]);
    assert.equal(await page.locator("h1").evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize) > 20), true, "the title is a title");
    const count = await sheets(page);
    assert.ok(count >= 5 && count <= most, `${count} sheets`);
  });
}

// Without script every page is there to be read: not at all allowed, or allowed and never arrived.
import assert from "node:assert/strict";
import { full, itemsOf, quick } from "./support/answers.mjs";
import { inEveryLanguage, test } from "./support/runner.mjs";
import { languages, samples } from "./support/site.mjs";

const seen = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

/** How much of the text of the main part can be seen. */
const share = (page) => page.locator("main").evaluate((main) => main.innerText.length / main.textContent.replace(/\s+/g, " ").length);

async function readsWithoutScript(t, lang, all) {
  const page = await t.open(null, { script: false, width: 360 });
  for (const { id, kind } of all.filter(({ top }) => !top)) {
    await page.goto(t.address(id, lang));
    assert.equal(await seen(page, "h1"), 1, id);
    assert.ok(await seen(page, "main a, .masthead a") > 4, `${id} has links`);
    assert.equal(await seen(page, ".scheme"), 0, `${id} offers nothing that needs script`);
    if (kind === "page" || kind === "home") assert.ok(await share(page) > 0.85, `${id} shows ${await share(page)} of its text`);
  }
}

inEveryLanguage("without script a page of each makeup shows its text and links", (t, lang) => readsWithoutScript(t, lang, samples(lang)));

inEveryLanguage("without script the form is one page with every question", async (t, lang) => {
  const page = await t.open(t.address("assessment/quick", lang), { script: false, width: 360 });
  const count = itemsOf(quick(lang)).length;
  assert.equal(await seen(page, "[data-item] > legend"), count);
  assert.equal(await seen(page, "[data-item] .option"), 5 * count);
  assert.equal(await seen(page, "[data-next], [data-back], [data-clear]"), 0, "no control that would do nothing");
  assert.equal(await seen(page, "noscript p, .notice"), 1, "and it says what is missing");
});

inEveryLanguage("without script a chapter shows the questions and the result says what it needs", async (t, lang) => {
  const page = await t.open(t.address("theses/flow", lang), { script: false });
  assert.equal(await seen(page, "[data-block=check] [data-item]"), full(lang).dims.find(({ id }) => id === "flow").items.length);
  await page.goto(t.address("assessment/result", lang));
  assert.equal(await seen(page, "[data-shown]"), 0);
  assert.equal(await seen(page, "main .notice"), 1);
  assert.ok(await seen(page, ".about") === 1, "what the result tells can be read");
});

inEveryLanguage("when the scripts do not arrive the form is the page without script", async (t, lang) => {
  const page = await t.open(null, { logs: /assets\/(core|score|store|assess)\.|ERR_FAILED/ });
  await page.route(/assets\/(?!early)[a-z-]+\.[0-9a-f]+\.js$/, (route) => route.abort());
  await page.goto(t.address("assessment/quick", lang));
  assert.equal(await seen(page, "[data-item] > legend"), itemsOf(quick(lang)).length);
  assert.equal(await seen(page, "[data-next]"), 0);
});

test("without script the root still offers the languages", async (t) => {
  const page = await t.open(t.address("index.html"), { script: false });
  assert.equal(await seen(page, "a[hreflang]"), languages.length);
  await page.locator("a[hreflang]").first().click();
  await page.waitForURL(/\/index\.html$/);
});

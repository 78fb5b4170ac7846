// From one language to the same page in another, and a root page that remembers which one was taken.
import assert from "node:assert/strict";
import { posix } from "node:path";
import { inEveryLanguage, test } from "./support/runner.mjs";
import { languages, pages, pathOf } from "./support/site.mjs";

const here = (page) => page.evaluate(() => [document.body.dataset.page, document.documentElement.lang]);

test("every page leads to the same page in every other language", () => {
  for (const { path, id, lang, html } of pages.filter(({ top }) => !top)) {
    const links = [...html.matchAll(/<a href="([^"]+)" lang="(\w+)" hreflang="\2">/g)].map(([, href, to]) => [to, href]);
    const others = languages.filter((one) => one !== lang);
    assert.deepEqual(links.map(([to]) => to), others, path);
    for (const [to, href] of links) assert.equal(posix.join(posix.dirname(path), href), pathOf(id, to), path);
  }
});

inEveryLanguage("the switch goes to the same page and is remembered at the root", async (t, lang) => {
  const other = languages.find((one) => one !== lang);
  const page = await t.open(t.address("theses/flow", lang), { width: 360 });
  await page.locator(`.masthead a[hreflang=${other}]`).click();
  await page.waitForURL(t.address("theses/flow", other));
  assert.deepEqual(await here(page), ["theses/flow", other]);
  await page.goto(t.origin);
  await page.waitForURL(t.address("index", other));
});

test("the root offers every language in its own words, by keyboard too", async (t) => {
  const page = await t.open(t.address("index.html"));
  assert.deepEqual(await page.locator("a[hreflang]").evaluateAll((all) => all.map(({ hreflang, lang }) => [hreflang, lang]).sort()),
    languages.map((lang) => [lang, lang]));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const wanted = await page.evaluate(() => document.activeElement.hreflang);
  await page.keyboard.press("Enter");
  await page.waitForURL(t.address("index", wanted));
  await page.goto(`${t.origin}index.html`);
  await page.waitForURL(t.address("index", wanted));
  assert.deepEqual(await here(page), ["index", wanted]);
});

test("a page opened directly is never swapped for another language", async (t) => {
  const [first, second] = languages;
  const page = await t.open(t.address("index.html"));
  await page.locator(`a[hreflang=${first}]`).click();
  await page.waitForURL(t.address("index", first));
  await page.goto(t.address("theses/flow", second));
  assert.deepEqual(await here(page), ["theses/flow", second]);
});

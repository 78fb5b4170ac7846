// The same output from a folder on a disk, a stick or a shared drive, where there is no host and every link needs its file name.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { answer, pressOn } from "./support/keyboard.mjs";
import { full, given, itemsOf, quick } from "./support/answers.mjs";
import { asPage, readPage, reference } from "./support/reference.mjs";
import { inOneLanguage, test } from "./support/runner.mjs";
import { fewest, folder, pages, pathOf } from "./support/site.mjs";

inOneLanguage("from disk: home, chapter, form and result", async (t, lang) => {
  const model = quick(lang);
  const answers = given(model, [4, 3, 3, 2, 4]);
  const page = await t.open(t.onDisk("index", lang), { width: 360 });
  await page.locator("main a.button").first().click();
  await page.waitForURL(t.onDisk("theses/index", lang));
  await page.locator(`main a[href$="${pathOf("theses/genuine", lang).split("/").slice(-2).join("/")}"]`).first().click();
  await page.waitForURL(t.onDisk("theses/genuine", lang));
  await answer(page, "genuine1", 4);
  await page.locator("[data-block=check] a.button").click();
  await page.waitForURL(t.onDisk("assessment/index", lang));
  await page.locator("#s-start a").first().click();
  await page.waitForURL(t.onDisk("assessment/quick", lang));
  await page.locator("[data-next]").click();
  for (const { id } of itemsOf(model)) {
    const radio = page.locator(`input[name="${id}"][value="${answers[id]}"]`);
    if (await radio.isVisible()) await radio.check();
    if (await radio.isVisible()) await page.locator("[data-next]").click();
  }
  await pressOn(page, "[data-next]");
  await page.waitForURL(/#r=/);
  const [expected] = reference([{ model, answers, evidence: null }]).map(asPage);
  assert.deepEqual(await readPage(page), expected);
  await page.locator("[data-action] a").first().click();
  await page.waitForURL((url) => url.href.startsWith(t.disk) && !url.href.includes("#r="));
  const ways = full(lang).dims.flatMap(({ chapter, worksheet }) => [chapter, worksheet].filter(Boolean));
  assert.ok(ways.some((way) => page.url().endsWith(way.replace(/^(\.\.\/)+/, ""))), page.url());
});

/** Where the links of a page lead, as files. */
function targets({ path, html }) {
  const own = [...html.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)].map(([, href]) => href).filter((href) => !/^[a-z]+:/.test(href));
  return [...new Set(own)].map((href) => posix.join(posix.dirname(path), href));
}

test("from disk: every link of every page leads to a file", () => {
  for (const page of pages.filter(({ top }) => !top)) {
    const found = targets(page);
    assert.ok(found.length > 3, page.path);
    for (const to of found) assert.ok(to.endsWith(".html") && existsSync(join(folder, to)), `${page.path}: ${to}`);
  }
});

inOneLanguage("from disk: a page of each kind opens", async (t, lang) => {
  const page = await t.open();
  for (const { path } of fewest(lang)) {
    await page.goto(t.disk + path);
    assert.ok(await page.locator("h1").isVisible(), path);
  }
});

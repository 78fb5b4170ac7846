// The same output from a folder on a disk, a stick or a shared drive, where there is no host and every link needs its file name.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answer, pressOn } from "./support/keyboard.mjs";
import { full, given, itemsOf, quick } from "./support/answers.mjs";
import { asPage, readPage, reference } from "./support/reference.mjs";
import { inEveryLanguage } from "./support/runner.mjs";
import { pages, pathOf } from "./support/site.mjs";

inEveryLanguage("from disk: home, chapter, form and result", async (t, lang) => {
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
  assert.ok(full(lang).dims.flatMap(({ chapter, worksheet }) => [chapter, worksheet]).some((to) => to && page.url().endsWith(to.replace(/^(\.\.\/)+/, ""))), page.url());
});

inEveryLanguage("from disk: every page opens and every link of it leads to a file", async (t, lang) => {
  const page = await t.open();
  for (const { id } of pages.filter((one) => one.lang === lang && !one.top)) {
    await page.goto(t.onDisk(id, lang));
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
    const own = [...new Set(links.map((href) => href.replace(/#.*/, "")))].filter((href) => href.startsWith("file:"));
    assert.ok(own.length > 3, id);
    for (const href of own) assert.ok(href.endsWith(".html") && existsSync(fileURLToPath(href)), `${id}: ${href}`);
  }
});

// Whatever a brand is like, its words can be read: pages with one of each part, the states that colour something, in both schemes.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { storedResult } from "../support/answers.mjs";
import { test } from "../support/runner.mjs";
import { fewest, languages } from "../support/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = { resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"] };

async function unreadable(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((how) => globalThis.axe.run(document, how), options);
  return violations.flatMap(({ nodes }) => nodes.slice(0, 5).map(({ target, failureSummary }) => `${target} ${failureSummary}`));
}

/** A brand without a logo has no icon, which browsers then ask the host for. */
const NO_ICON = /404 \(Not Found\)/;

/** Colours are the same in every language, so one is enough. */
const [lang] = languages;
const all = fewest(lang);

function inBothSchemes(name, run) {
  for (const dark of [false, true]) {
    test(`${name} can be read in the brand's colours, ${dark ? "dark" : "light"}`, async (t) => run(t, await t.open(null, { dark, logs: NO_ICON, stored: storedResult(lang) })));
  }
}

inBothSchemes("a page of each kind", async (t, page) => {
  for (const { path, id } of all) {
    await page.goto(t.address(path));
    assert.deepEqual(await unreadable(page), [], id);
  }
});

inBothSchemes("a chosen answer", async (t, page) => {
  await page.goto(t.address("assessment/quick", lang, "#s-flow"));
  await page.locator(".option:visible").first().click();
  assert.deepEqual(await unreadable(page), []);
});

inBothSchemes("a button under the pointer", async (t, page) => {
  await page.goto(t.address("index", lang));
  await page.locator(".button").first().hover();
  assert.deepEqual(await unreadable(page), []);
});

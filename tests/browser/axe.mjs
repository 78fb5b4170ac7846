// The machine's part of an accessibility review: a page of every makeup, and every state that looks like a page of its own.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { full, given, quick, storedAnswers } from "./support/answers.mjs";
import { inBothSchemes, inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { samples } from "./support/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((how) => globalThis.axe.run(document, how), options);
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("\n")}`);
}

async function check(page, name, address) {
  await page.goto("about:blank");
  await page.goto(address);
  assert.deepEqual(await violations(page), [], name);
}

const stored = (lang) => storedAnswers(full(lang), given(quick(lang), [3, 4, 1, null, "d", 5]), { genuine1: 2 });

async function checkAll(t, chosen, dark) {
  const page = await t.open(null, { dark, width: dark ? 360 : 1280 });
  for (const { path, id } of chosen) {
    await check(page, id, t.address(path));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${id} is too wide`);
  }
}

// Pages of one makeup differ in words only. Half of them a test, so that none lasts long.
for (const half of [0, 1]) {
  const list = (lang) => samples(lang).filter((_, n) => n % 2 === half);
  inEveryLanguage(`axe finds nothing on a page of each makeup, ${half + 1} of 2, light`, (t, lang) => checkAll(t, list(lang), false));
  inOneLanguage(`axe finds nothing on a page of each makeup, ${half + 1} of 2, dark`, (t, lang) => checkAll(t, list(lang), true));
}

inBothSchemes("axe finds nothing in a team's result and in a workshop under way", async (t, lang, dark) => {
  const page = await t.open(t.address("assessment/team", lang), { dark, width: dark ? 360 : 1280 });
  await page.locator("[data-example]").click();
  await page.locator("[data-change]").first().waitFor();
  await page.locator("[data-map] svg").waitFor();
  assert.deepEqual(await violations(page), [], "the team");
  await page.goto(t.address("assessment/workshop", lang));
  await page.locator("[data-consent]").check();
  await page.locator("[data-next]").click();
  await page.locator("[data-vote='2']:visible").click();
  await page.locator("[data-reveal]:visible").click();
  assert.deepEqual(await violations(page), [], "a question");
});

inBothSchemes("axe finds nothing in the search: empty, with hits and without", async (t, lang, dark) => {
  const page = await t.open(t.address("index", lang), { dark, width: dark ? 360 : 1280 });
  await page.locator("main [data-search]").click();
  await page.locator("#search-input").waitFor();
  assert.deepEqual(await violations(page), [], "empty");
  for (const text of ["feedback", "qxzvqxzv"]) {
    await page.locator("#search-input").fill(text);
    await page.locator("#search-results[aria-busy=false]").waitFor({ state: "attached" });
    await page.waitForTimeout(400);
    assert.deepEqual(await violations(page), [], text);
  }
});

inBothSchemes("axe finds nothing in the form half-way, the review, the result and the list of what is stored", async (t, lang, dark) => {
  const page = await t.open(null, { dark, width: 360, stored: stored(lang) });
  const [form, whole, result, privacy] = ["assessment/quick", "assessment/index", "assessment/result", "reference/privacy"].map((id) => t.address(id, lang));
  await check(page, "a question", `${form}#s-genuine`);
  await page.locator("[data-clear]").click();
  assert.deepEqual(await violations(page), [], "after clearing");
  await page.locator("[data-status-line] button").click();
  for (const screen of ["flow", "talk-walk", "profile", "review"]) await check(page, screen, `${whole}#s-${screen}`);
  for (const [name, address] of [["the review", `${form}#s-review`], ["the result", result], ["an unreadable link", `${result}#r=1`],
    ["the list", privacy]]) await check(page, name, address);
  await page.setViewportSize({ width: 1280, height: 900 });
  await check(page, "the wide result", result);
});

inBothSchemes("axe finds nothing in what a link of other questions says", async (t, lang, dark) => {
  const page = await t.open(`${t.address("assessment/result", lang)}#r=1.00000000.l.${"345d-".repeat(9)}..0000`, { dark, width: 360 });
  await page.locator("[data-other] h2").waitFor();
  assert.deepEqual(await violations(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
});

// A workshop as a room would hold it: seven people, one screen, votes by turns and from phones, and the same again half a year later.
import assert from "node:assert/strict";
import { given, quick, storageOn } from "./support/answers.mjs";
import { saved } from "./result-plan.mjs";
import { inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const WORKSHOP = "assessment/workshop";
const next = (page) => page.locator("[data-next]").click();
const screen = (page) => page.locator("[data-screen]:visible");

/** Everybody presses in turn; nothing is to be seen before the votes are revealed. */
async function vote(page, votes) {
  const uncovered = await screen(page).evaluate((shown, all) => {
    const seen = all.filter((value) => {
      shown.querySelector(`[data-vote="${value}"]`).click();
      return shown.querySelector("[data-count] b") !== null;
    });
    shown.querySelector("[data-reveal]").click();
    return seen;
  }, votes);
  assert.deepEqual(uncovered, [], "covered until all are in");
}

/** The counts beside the descriptions of the open question. */
const counts = (page) => screen(page).locator("[data-count]").evaluateAll((all) => all.map(({ dataset }) => Number(dataset.votes)));

async function start(page, people) {
  await page.locator("[data-people]").fill(String(people));
  assert.ok(await page.locator("[data-next]").isDisabled(), "not without consent");
  await page.locator("[data-consent]").check();
  await next(page);
}

/** All thirteen questions with the same votes, the second of them voted on twice. */
async function hold(page, votes, lang) {
  const { far, still_far } = words(WORKSHOP, lang).workshop;
  for (let n = 0; n < 13; n += 1) {
    if (n === 1) {
      await vote(page, [1, 1, 5, 5, 2, 4, 3]);
      assert.equal(await screen(page).locator("[data-reading]").textContent(), far);
      await screen(page).locator("[data-again]").click();
      await vote(page, [1, 1, 5, 5, 2, 4, "d"]);
      assert.equal(await screen(page).locator("[data-reading]").textContent(), still_far);
      assert.deepEqual(await counts(page), [2, 1, 0, 1, 2, 1]);
      await screen(page).locator("[data-note]").fill("=SUM(A1) <i>x</i>");
    } else await vote(page, votes);
    await next(page);
  }
}

inOneLanguage("workshop: seven people, and again half a year later", async (t, lang) => {
  const page = await t.open(t.address(WORKSHOP, lang));
  await start(page, 7);
  await page.locator("[data-parking]").fill("Laskun ulkoasu");
  await hold(page, [2, 2, 3, 3, 2, 3, 2], lang);
  const rows = page.locator("[data-screen=close] tbody tr");
  assert.equal(await rows.count(), 13);
  assert.equal(await page.locator("[data-level]").getAttribute("data-value"), "2");
  assert.equal(await page.locator("[data-parked]").textContent(), "Laskun ulkoasu");
  const action = page.locator("[data-actions] > li").first().locator("input");
  for (const [n, value] of ["Eräpäivä ylös", "laskuttaja", "2030-01-31"].entries()) await action.nth(n).fill(value);
  await page.reload();
  assert.equal(await action.first().inputValue(), "Eräpäivä ylös", "a closed lid does not end the hour");
  const href = await page.locator("[data-result]").getAttribute("href");
  assert.match(href, /#r=1\.[0-9a-f]{8}\.-\.2-22222222222\.\.[0-9a-f]{4}$/);
  const first = await saved(page, () => page.locator("[data-export=json]").click());
  assert.deepEqual(Object.keys(await storageOn(page)), ["portaat:base:team:assessment/workshop"]);

  const later = await t.open(t.address(WORKSHOP, lang));
  await later.locator("[data-before]").evaluate((input) => { input.closest("details").open = true; });
  await later.locator("[data-before]").setInputFiles({ name: "w.json", mimeType: "application/json", buffer: Buffer.from(first.text) });
  await later.locator("[data-status-line]", { hasText: "12" }).waitFor();
  await start(later, 7);
  await hold(later, [3, 3, 4, 3, 4, 3, 3], lang);
  const changes = await later.locator("[data-screen=close] tbody tr").evaluateAll((all) => all.map(({ dataset }) => dataset.change));
  assert.deepEqual(changes, ["up", "", ...Array(11).fill("up")]);
  await later.locator("[data-clear]").click();
  await later.locator("[data-status-line] button").click();
  assert.equal(await later.locator("[data-screen=close] tbody tr").count(), 13, "cleared and taken back");
});

inOneLanguage("workshop: votes from phones stand ready, a code counts once, the rest vote on the screen", async (t, lang) => {
  const page = await t.open(t.address(WORKSHOP, lang));
  const model = quick(lang);
  const codes = await page.evaluate(([one, sets]) => sets.map((answers) => globalThis.portaat.score.shareCode(one, answers)), [model, [given(model, [4]), given(model, [3, 4]), given(model, ["d", 4, 4])]]);
  await page.locator("[data-phones]").evaluate((field) => { field.closest("details").open = true; });
  await page.locator("[data-phones]").fill([...codes, codes[0], "hei"].join("\n"));
  await start(page, 4);
  await screen(page).locator("[data-vote='5']").click();
  assert.ok(await screen(page).locator("[data-vote='5']").isDisabled(), "three from phones and one here");
  await screen(page).locator("[data-reveal]").click();
  assert.deepEqual(await counts(page), [0, 0, 1, 1, 1, 1]);
});

inOneLanguage("workshop: files and storage that are none change nothing", async (t, lang) => {
  const hostile = { v: 1, saved: "x", data: { people: 1e9, at: 99, rounds: { genuine1: { hand: { 1: -5, 2: "x" }, note: 7 } }, actions: "no" } };
  const page = await t.open(null, { stored: { "portaat:base:team:assessment/workshop": JSON.stringify(hostile) } });
  await page.goto(t.address(WORKSHOP, lang));
  assert.equal(await page.locator("[data-people]").inputValue(), "7");
  await page.locator("[data-before]").evaluate((input) => { input.closest("details").open = true; });
  for (const bad of ["", "{}", "x".repeat(2e6)]) {
    await page.locator("[data-before]").setInputFiles({ name: "w.json", mimeType: "application/json", buffer: Buffer.from(bad) });
    await page.locator("[data-status-line]", { hasText: words(WORKSHOP, lang).workshop.unreadable }).waitFor();
    await page.locator("[data-status-line]").evaluate((line) => { line.textContent = ""; });
  }
});

// The whole form on a small screen: nothing jumps, nothing is too small to hit, and no screen keeps anybody waiting.
import assert from "node:assert/strict";
import { full, given, storedAnswers } from "./support/answers.mjs";
import { inEveryLanguage } from "./support/runner.mjs";

const FORM = "assessment/index";
const SMALL = { width: 360, height: 740 };
const LONGEST = 50;

/** Notes what moved by itself and what took long, from the first moment of a page. */
function observe() {
  globalThis.seen = { shifts: [], tasks: [] };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("layout-shift", ({ value, hadRecentInput }) => void (hadRecentInput || globalThis.seen.shifts.push(value)));
  watch("longtask", ({ duration, startTime }) => void globalThis.seen.tasks.push([Math.round(startTime), duration]));
}

const screensOf = (lang) => [...full(lang).dims.map(({ id }) => id), "talk-walk", "profile", "review"];
const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));

inEveryLanguage("nothing jumps while the form opens, is answered or moves on", async (t, lang) => {
  const page = await t.open(null, { ...SMALL, init: [observe], stored: storedAnswers(full(lang), given(full(lang), [3, 4, null])) });
  for (const hash of ["", "#s-flow", "#q-flow2", "#s-review"]) {
    await page.goto("about:blank");
    await page.goto(t.address(FORM, lang, hash));
    await settle(page);
    const { shifts } = await page.evaluate(() => globalThis.seen);
    assert.ok(shifts.reduce((sum, one) => sum + one, 0) < 0.01, `${hash || "the start"} moves by ${shifts}`);
  }
  await page.goto(t.address(FORM, lang, "#s-genuine"));
  for (const value of [2, "d", 1]) await page.locator(`input[name="genuine1"][value="${value}"]`).check();
  const place = () => page.locator("#q-genuine2").evaluate((one) => one.getBoundingClientRect().top + scrollY);
  const before = await place();
  await page.locator('input[name="genuine3"][value="2"]').check();
  assert.equal(await place(), before, "an answer moves no question above it");
});

inEveryLanguage("the masthead stands still while the rest of it arrives", async (t, lang) => {
  const page = await t.open(t.address(FORM, lang), SMALL);
  const places = await page.evaluate(() => {
    const nav = document.querySelector(".masthead nav");
    const place = () => ["x", "y", "height"].map((side) => nav.getBoundingClientRect()[side]).join();
    const seen = [place()];
    while (nav.nextElementSibling) {
      nav.parentElement.lastElementChild.remove();
      seen.push(place());
    }
    return seen;
  });
  assert.ok(places.length > 1);
  assert.equal(new Set(places).size, 1, places.join(" → "));
});

/** Milliseconds the page has had the processor for, so far: on a busy machine any task takes long by the clock. */
async function meter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => 1000 * (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
}

/** What a move to a screen cost, and the tasks that were long by the clock. */
async function move(page, spent, act) {
  await page.evaluate(() => { globalThis.seen.tasks.length = 0; });
  const before = await spent();
  await act();
  await settle(page);
  return { cost: await spent() - before, tasks: await page.evaluate(() => globalThis.seen.tasks.map(([, duration]) => duration)) };
}

inEveryLanguage("moving from screen to screen never takes long", async (t, lang) => {
  const page = await t.open(null, { ...SMALL, init: [observe], stored: storedAnswers(full(lang), given(full(lang), [3, 4, 5])) });
  await page.goto(t.address(FORM, lang));
  const spent = await meter(page);
  const moves = [];
  for (const screen of screensOf(lang)) {
    const act = () => page.evaluate((id) => { location.hash = `s-${id}`; }, screen);
    moves.push([screen, await move(page, spent, act)]);
  }
  for (const screen of screensOf(lang).reverse().slice(1, 4)) moves.push([`back to ${screen}`, await move(page, spent, () => page.locator("[data-back]").click())]);
  // Another test may take the processor away for once; what is slow by itself is slow on more than one screen.
  const slow = moves.filter(([, { cost, tasks }]) => tasks.length && cost > LONGEST);
  const costs = moves.map(([, { cost }]) => cost).sort((a, b) => a - b);
  assert.ok(slow.length <= 1 && costs[costs.length >> 1] <= LONGEST, JSON.stringify(slow.length > 1 ? slow : costs));
});

/** What one presses and could miss: a radio counts with its label. */
function tooSmall() {
  const area = (node) => (node.closest("label") ?? node).getBoundingClientRect();
  const pressed = [...document.querySelectorAll("main :is(button, summary, input, .asked a, .crumbs a)")].filter((one) => one.checkVisibility());
  return pressed.filter((one) => area(one).height < 24 || area(one).width < 24).map((one) => one.outerHTML.slice(0, 80));
}

inEveryLanguage("everything one presses in the form is large enough, and no screen is too wide", async (t, lang) => {
  const page = await t.open(null, { ...SMALL, stored: storedAnswers(full(lang), given(full(lang), [3, 4, null])) });
  await page.goto(t.address(FORM, lang));
  for (const screen of screensOf(lang)) {
    await page.evaluate((id) => { location.hash = `s-${id}`; }, screen);
    await page.locator(`#s-${screen}`).waitFor();
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      assert.deepEqual(await page.evaluate(tooSmall), [], `${screen} at ${width} px`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${screen} at ${width} px`);
    }
  }
});

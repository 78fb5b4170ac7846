// The whole form on a small screen: nothing jumps, nothing is too small to hit, and no screen keeps anybody waiting.
import assert from "node:assert/strict";
import { full, given, storedAnswers } from "./support/answers.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { tasksOf } from "./support/tasks.mjs";

const FORM = "assessment/index";
const SMALL = { width: 360, height: 740 };
/** Milliseconds of processor time. */
const LONGEST = 50;

/** Notes what moved by itself, from the first moment of a page. */
function observe() {
  globalThis.seen = { shifts: [] };
  const note = ({ value, hadRecentInput }) => void (hadRecentInput || globalThis.seen.shifts.push(value));
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
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

inOneLanguage("no task of the form takes long, whatever screen is opened, answered or left", async (t, lang) => {
  const page = await t.open(null, { ...SMALL, stored: storedAnswers(full(lang), given(full(lang), [3, 4, 5])) });
  const load = (hash) => async () => {
    await page.goto("about:blank");
    await page.goto(t.address(FORM, lang, hash));
  };
  const click = (selector) => () => page.evaluate((where) => [...document.querySelectorAll(where)].find((one) => one.checkVisibility()).click(), selector);
  const screens = screensOf(lang).flatMap((id) => [
    [id, () => page.evaluate((screen) => { location.hash = `s-${screen}`; }, id)], ...(id === "review" ? [] : [[`${id}: an answer`, click(`#s-${id} input`)]])]);
  const steps = [["the start", load("")], ...screens, ["back", click("[data-back]")], ["on", click("[data-next]")], ["the review at once", load("#s-review")]];
  const tasks = await tasksOf(page, steps, settle);
  assert.deepEqual(steps.map(([name]) => name).filter((name) => !tasks.some(({ step }) => step === name)), [], "every step is measured");
  assert.deepEqual(tasks.filter(({ ms }) => ms > LONGEST), [], `of ${tasks.length} tasks`);
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

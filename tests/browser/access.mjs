// What WCAG 2.2 asks for beyond what a program finds in the markup: other spacing, forced colours, no motion, a focus one sees.
import assert from "node:assert/strict";
import { full, given, quick, storedAnswers } from "./support/answers.mjs";
import { inBothSchemes } from "./support/runner.mjs";
import { fewest } from "./support/site.mjs";

const answered = (lang) => storedAnswers(full(lang), given(quick(lang), [3, 4, null, "d", 5, 1]), { genuine1: 2 });

/** One page of each kind, the form in the middle of a question and a result. */
const places = (t, lang) => [...fewest(lang).map(({ path, id }) => [id, t.address(path)]), ["a question", t.address("assessment/quick", lang, "#s-flow")]];

/** Runs in the page: the spacing of 1.4.12, which nobody may lose a word by. */
function spread() {
  for (const element of document.querySelectorAll("body *")) {
    const { style } = element;
    style.setProperty("line-height", "1.5", "important");
    style.setProperty("letter-spacing", "0.12em", "important");
    style.setProperty("word-spacing", "0.16em", "important");
    if (element.matches("p")) style.setProperty("margin-block-end", "2em", "important");
  }
}

/** Runs in the page: what is cut off, and how far the page is too wide. */
function lost() {
  const cut = [...document.querySelectorAll("body *")].filter((one) => {
    const { overflowX, overflowY, clip, clipPath } = getComputedStyle(one);
    const hides = [overflowX, overflowY].some((how) => how === "hidden" || how === "clip");
    const isForEyes = clip === "auto" && clipPath === "none" && one.checkVisibility({ visibilityProperty: true }) && !(one instanceof SVGElement);
    return hides && isForEyes && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2);
  });
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return [...cut.map((one) => one.outerHTML.slice(0, 100)), ...(excess > 0 ? [`${excess} px too wide`] : [])];
}

/** Runs in the page: what one presses that has neither a border nor a line under it, and drawings nobody sees. */
function unseen() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const bordered = (one) => ["Top", "Bottom"].some((side) => parseFloat(getComputedStyle(one)[`border${side}Width`]) > 0);
  const underlined = (one) => getComputedStyle(one).textDecorationLine.includes("underline");
  const pressed = shown("main :is(button, .button)").filter((one) => !bordered(one) && !underlined(one));
  const ground = getComputedStyle(document.body).backgroundColor;
  const lines = shown("main svg.draw path:not(.fill)").filter((one) => {
    const { stroke, fill } = getComputedStyle(one);
    return [stroke, fill].every((colour) => colour === "none" || colour === ground);
  });
  return [...pressed, ...lines].map((one) => one.outerHTML.slice(0, 100));
}

inBothSchemes("in forced colours a chosen answer and the focus can be seen", async (t, lang, dark) => {
  const page = await t.open(t.address("assessment/quick", lang, "#s-flow"), { dark });
  await page.emulateMedia({ forcedColors: "active" });
  const radio = page.locator("[data-screen]:visible input[type=radio]").first();
  const look = () => radio.evaluate((one) => `${getComputedStyle(one).appearance} ${getComputedStyle(one.closest("label")).borderTopColor} ${getComputedStyle(one.closest("label")).backgroundColor}`);
  const before = await look();
  await radio.focus();
  await page.keyboard.press("Space");
  assert.ok(await radio.isChecked());
  assert.ok(before.startsWith("auto") || before !== await look(), `the mark is the browser's own or the answer looks otherwise: ${before}`);
  const line = await radio.evaluate((one) => [one, one.closest("label")].some((each) => getComputedStyle(each).outlineStyle !== "none"));
  assert.ok(line, "the focus has a line");
});

/** Runs in the page: what moves, or would when it changes. */
function moving() {
  const seconds = (text) => Math.max(...text.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1)));
  const still = [...document.querySelectorAll("*")].filter((one) => {
    const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(one);
    return seconds(transitionDuration) > 0.01 || (animationName !== "none" && seconds(animationDuration) > 0.01) || scrollBehavior === "smooth";
  });
  return [...still.map((one) => one.outerHTML.slice(0, 100)), ...document.getAnimations().map(({ id }) => `animation ${id}`)];
}

/** The focus is seen wherever the keyboard goes first. */
async function focusShows(page, name) {
  for (let n = 0; n < 8; n += 1) {
    await page.keyboard.press("Tab");
    const [what, line] = await page.evaluate(() => {
      const one = document.activeElement;
      const lines = [one, one.closest("label")].filter(Boolean).map((each) => getComputedStyle(each).outlineStyle !== "none");
      return [one.outerHTML.slice(0, 80), one === document.body || lines.includes(true)];
    });
    assert.ok(line, `${name}: ${what}`);
  }
}

// A page is opened once for all of it; the spacing comes last, because it stays.
inBothSchemes("motion, focus, forced colours and wide spacing on every kind of page", async (t, lang, dark) => {
  const page = await t.open(null, { dark, width: 360, stored: answered(lang) });
  for (const [name, address] of places(t, lang)) {
    await page.goto("about:blank");
    await page.goto(address);
    assert.deepEqual(await page.evaluate(moving), [], `${name}: nothing moves where motion is not wanted`);
    await page.emulateMedia({ forcedColors: "active" });
    assert.deepEqual(await page.evaluate(unseen), [], `${name}: buttons have edges and drawings lines`);
    await page.emulateMedia({ forcedColors: "none" });
    await focusShows(page, name);
    await page.evaluate(spread);
    assert.deepEqual(await page.evaluate(lost), [], `${name}: nothing is cut off`);
  }
});

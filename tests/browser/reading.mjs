// What helps while one reads: terms that say what they mean, headings that offer their link, contents that follow, notes beside
// the text. None of it is needed, none of it moves anything, and all of it works by keyboard.
import assert from "node:assert/strict";
import { inEveryLanguage } from "./support/runner.mjs";
import { tasksOf } from "./support/tasks.mjs";

const CHAPTER = "theses/genuine";
const PHONE = { width: 360, height: 740 };
/** Milliseconds of processor time here that are fifty on a phone four times as slow. */
const LONGEST = 50 / 4;

const note = (page) => page.locator(".definition");
const term = (page) => page.locator(".prose a.term").first();
const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));

inEveryLanguage("a term says what it means to the keyboard and the pointer, and is quiet again", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  const before = await page.locator(".prose > p").last().boundingBox();
  await page.evaluate(() => document.querySelector(".prose > p").setAttribute("tabindex", "-1"));
  await page.locator(".prose > p").first().focus();
  for (let stops = 0; stops < 9 && !(await term(page).evaluate((link) => link === document.activeElement)); stops += 1) await page.keyboard.press("Tab");
  await note(page).waitFor();
  assert.equal(await term(page).getAttribute("aria-describedby"), await note(page).getAttribute("id"));
  assert.deepEqual(await page.locator(".prose > p").last().boundingBox().then(({ height, width }) => [height, width]), [before.height, before.width]);
  await page.keyboard.press("Escape");
  assert.equal(await note(page).count(), 0, "Escape takes it away");
  assert.ok(await term(page).evaluate((link) => link === document.activeElement), "the keyboard stays where it was");
  await page.evaluate(() => document.activeElement.blur());
  await term(page).hover();
  await note(page).waitFor();
  await note(page).hover();
  await page.waitForTimeout(400);
  assert.equal(await note(page).count(), 1, "the pointer may go onto it");
  await page.mouse.move(5, 5);
  await note(page).waitFor({ state: "detached" });
  await term(page).click();
  await page.waitForURL((url) => url.hash !== "");
});

inEveryLanguage("a tap on a term says what it means, a second one leads to the glossary", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang), { ...PHONE, touch: true });
  await page.evaluate(() => scrollTo(0, 300));
  await page.locator("script[src*='/terms.']").waitFor({ state: "attached" });
  await page.waitForFunction(() => globalThis.portaat.readingData);
  await settle(page);
  await term(page).tap();
  await note(page).waitFor();
  const box = await note(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width, JSON.stringify(box));
  await term(page).tap();
  await page.waitForURL((url) => url.hash !== "");
});

inEveryLanguage("a heading offers its link where the keyboard is, and the link is copied", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  // One clipboard is shared by all tests that run at the same time.
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; });
  const heading = page.locator(".prose h2").nth(1);
  const name = await heading.innerText();
  await heading.locator("a").focus();
  await heading.locator(".copy").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".told:not(:empty)").waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => globalThis.copied), t.address(CHAPTER, lang, `#${await heading.getAttribute("id")}`));
  await page.keyboard.press("Tab");
  await heading.locator(".copy").waitFor({ state: "detached" });
  assert.equal(await heading.innerText(), name);
});

inEveryLanguage("what is copied has no soft hyphens", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => globalThis.portaat.readingData);
  const copied = await page.evaluate(() => {
    document.querySelector("h1").textContent = "koke\u00admus";
    getSelection().selectAllChildren(document.querySelector(".opening"));
    const data = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, cancelable: true }));
    return [data.getData("text/plain"), data.getData("text/html")];
  });
  for (const one of copied) assert.ok(one.includes("kokemus") && !one.includes("\u00ad"), one);
});

inEveryLanguage("the contents show the section one reads", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  const current = page.locator(".toc [aria-current]");
  await page.mouse.move(700, 500);
  for (const at of [2, 5, 0]) {
    await page.locator(".prose h2[id]").nth(at).evaluate((head) => scrollTo(0, head.getBoundingClientRect().top + scrollY - 40));
    const id = await page.locator(".prose h2[id]").nth(at).getAttribute("id");
    await page.locator(`.toc a[href="#${id}"][aria-current]`).waitFor();
    assert.equal(await current.count(), 1);
  }
});

inEveryLanguage("a note stands beside its line where there is room, else at the foot", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang), { width: 1400 });
  const places = () => page.evaluate(() => ["#fnref-1", "#fn-1", ".prose"].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()));
  const [named, beside, text] = await places();
  assert.ok(Math.abs(named.top - beside.top) < 30 && beside.left >= text.right && beside.left >= named.right, JSON.stringify([named, beside]));
  await page.setViewportSize({ width: 1000, height: 900 });
  const [, below] = await places();
  assert.ok(below.top > named.top + 500 && below.left < text.right, JSON.stringify(below));
});

/** Characters of each full line of running text. */
function measured() {
  const lines = [];
  for (const text of document.querySelectorAll(".prose > p, .prose li:not([role] li), .lead")) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let [count, top] = [0, null];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        if (top !== null && box.top > top + 10) lines.push(count);
        if (top === null || box.top > top + 10) [count, top] = [0, box.top];
        count += 1;
      }
    }
  }
  return lines.sort((a, b) => a - b);
}

inEveryLanguage("a line of text is 60 to 75 characters long where there is room", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  for (const width of [768, 1280, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    const lines = await page.evaluate(measured);
    const middle = lines[lines.length >> 1];
    assert.ok(middle >= 60 && middle <= 75 && lines.at(-1) <= 82, `${width} px: ${middle}, at most ${lines.at(-1)}`);
  }
});

function observe() {
  globalThis.shifts = [];
  const add = ({ value }) => void globalThis.shifts.push(value);
  new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type: "layout-shift", buffered: true });
}

inEveryLanguage("nothing jumps and no task takes long while one scrolls on a phone", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang), { ...PHONE, init: [observe] });
  const scroll = async () => {
    for (let i = 0; i < 12; i += 1) {
      await page.mouse.wheel(0, 500);
      await settle(page);
    }
  };
  const tasks = await tasksOf(page, [["loading", () => settle(page)], ["scrolling", scroll]], settle);
  const long = tasks.filter(({ step, ms }) => step === "scrolling" && ms > LONGEST);
  assert.deepEqual(long, [], `of ${tasks.length} tasks`);
  await page.waitForFunction(() => globalThis.portaat.readingData);
  assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
});

inEveryLanguage("a word without end, emoji and text from right to left stay on the screen", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang), PHONE);
  const tooWide = await page.evaluate(() => {
    document.documentElement.dir = "rtl";
    document.querySelector(".prose > p").textContent = "ä".repeat(100_000);
    const parts = [...document.querySelectorAll("h1, h2 > a, .lead, .toc a, .turn a, .prose > p:nth-of-type(2)")];
    return ["ä".repeat(300), "👩‍👩‍👧‍👦".repeat(50), "שלום עולם ".repeat(50)].filter((text) => {
      for (const part of parts) part.textContent = text;
      return document.documentElement.scrollWidth > innerWidth;
    });
  });
  assert.deepEqual(tooWide, []);
});

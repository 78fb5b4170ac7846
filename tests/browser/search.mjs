// The search as somebody meets it: by keys, by ear, on a slow phone, from a disk, and with nonsense typed into it.
import assert from "node:assert/strict";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { languages, pages } from "./support/site.mjs";
import { tasksOf } from "./support/tasks.mjs";

const CHAPTER = "theses/flow";
const WORDS = { fi: ["asiakaskokemus", "sujuvuus", "palaute"], en: ["customer experience", "flow", "feedback"] };
/** A word that only the other language's book has. */
const FOREIGN = { fi: "wheelchair", en: "asiakaskohtaaminen" };
const NOWHERE = "qxzvqxzv";
/** Milliseconds: of processor time a task, and until an answer is there. */
const [LONGEST, AT_ONCE] = [50, 200];
/** So much slower is a phone. */
const PHONE = 4;
const ANSWERED = "#search-results[aria-busy=false]";
const LINKS = "#search-results a[href]";

const wordsOf = (lang) => WORDS[lang] ?? WORDS.en;
const statusOf = (page) => page.locator(".search [role=status]");
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

async function opened(t, lang, { key = "/", at = t.address(CHAPTER, lang), ...options } = {}) {
  const page = await t.open(at, options);
  await page.keyboard.press(key);
  await page.locator("#search-input").waitFor();
  return page;
}

/** Types, and waits for the answer. */
async function look(page, text) {
  await page.locator("#search-input").fill("");
  await page.locator("#search-input").fill(text);
  await page.locator(ANSWERED).waitFor({ state: "attached" });
}

inOneLanguage("search: three ways open it, the page behind it stays where it is, and Escape gives the focus back", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang));
  for (const open of [() => page.keyboard.press("/"), () => page.keyboard.press("Control+k"), () => page.locator("#search-open").click()]) {
    await page.locator("main a[href]").first().focus();
    await open();
    await page.locator("#search-input").waitFor();
    assert.equal(await focused(page), "search-input");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog.search").isVisible(), false);
    assert.equal(await focused(page), open.toString().includes("click") ? "search-open" : "a");
  }
  await page.keyboard.press("/");
  await page.keyboard.type("a/b");
  assert.equal(await page.locator("#search-input").inputValue(), "a/b", "in a field it is a letter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  assert.equal(await page.locator("#search-input").inputValue(), "a/b", "what was asked is remembered");
});

inOneLanguage("search: arrows walk the hits, letters go on in the field, Enter opens the first hit or the one at hand", async (t, lang) => {
  const page = await opened(t, lang);
  await look(page, wordsOf(lang)[0]);
  const hrefs = await page.locator(LINKS).evaluateAll((all) => all.map((link) => link.href));
  assert.ok(hrefs.length > 2 && hrefs.length <= 10, `${hrefs.length} hits`);
  const at = () => page.evaluate((links) => [...document.querySelectorAll(links)].indexOf(document.activeElement), LINKS);
  for (const [key, place] of [["ArrowDown", 0], ["ArrowDown", 1], ["ArrowUp", 0], ["ArrowUp", -1], ["ArrowUp", -1], ["ArrowDown", 0]]) {
    await page.keyboard.press(key);
    assert.equal(await at(), place, key);
  }
  await page.keyboard.press("x");
  assert.equal(await page.locator("#search-input").inputValue(), `${wordsOf(lang)[0]}x`);
  await look(page, wordsOf(lang)[0]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(hrefs[1]);
  await page.keyboard.press("/");
  await page.locator("#search-input").fill(wordsOf(lang)[0]);
  await page.keyboard.press("Enter");
  await page.waitForURL(hrefs[0]);
});

inOneLanguage("search: hits are a plain list of links, each with its words marked and its kind and place told", async (t, lang) => {
  const page = await opened(t, lang, { width: 360 });
  await look(page, wordsOf(lang)[1]);
  const list = await page.locator("#search-results").ariaSnapshot();
  assert.ok(list.split("\n").filter((line) => /^ {2}- listitem/.test(line)).length > 2, list);
  const told = await page.locator(LINKS).evaluateAll((all) => all.map((link) => document.getElementById(link.getAttribute("aria-describedby"))?.textContent));
  assert.ok(told.every((text) => /\S/.test(text)), told.join("\n"));
  assert.ok(await page.locator("#search-results mark").count() > 2);
  assert.match(await statusOf(page).textContent(), /^\d+ /);
});

inOneLanguage("search: a section's hit leads to its heading, and on the same page the sheet goes away", async (t, lang) => {
  const page = await opened(t, lang);
  for (const word of wordsOf(lang)) {
    await look(page, word);
    const section = page.locator(`${LINKS.replace("[href]", "[href*='#']")}`).first();
    if ((await section.count()) === 0) continue;
    const href = await section.evaluate((link) => link.href);
    await page.goto(href.replace(/#.*/, ""));
    await page.keyboard.press("/");
    await look(page, word);
    await page.locator(`a[href="${href}"]`).first().click();
    assert.equal(page.url(), href);
    assert.equal(await page.locator("dialog.search").isVisible(), false);
    return assert.equal(await page.locator(":target").count(), 1, href);
  }
  assert.fail("no section is found");
});

inOneLanguage("search: with nothing found it says what one can try, and offers the language that has more", async (t, lang) => {
  const page = await opened(t, lang, { width: 360 });
  await look(page, NOWHERE);
  assert.ok((await statusOf(page).textContent()).includes(NOWHERE));
  assert.ok(await page.locator(".search .advice a").isVisible());
  assert.equal(await page.locator(LINKS).count(), 0);
  if (!FOREIGN[lang]) return;
  await look(page, FOREIGN[lang]);
  const offer = page.locator(".search :is(.said, .advice) button");
  await offer.first().click();
  await page.locator(`#search-results:not([lang="${lang}"]) a`).first().waitFor();
  const other = await page.locator("#search-results").getAttribute("lang");
  assert.ok(other !== lang && languages.includes(other), other);
  assert.ok(await page.locator(LINKS).first().evaluate((link) => link === document.activeElement));
});

inOneLanguage("search: whatever is typed is shown as text and answered", async (t, lang) => {
  const page = await opened(t, lang, { width: 320 });
  for (const text of ["x".repeat(10_000), "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "👩‍👩‍👧‍👦🧗", "\u202eאבג دهو", "\ud800", "__proto__ constructor", "%", "\\", "a".repeat(5000).split("").join(" ")]) {
    await look(page, text);
    assert.equal(await page.locator(".search :is(script, img)").count(), 0);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.querySelector("dialog").scrollWidth <= innerWidth), text.slice(0, 20));
  }
  await look(page, wordsOf(lang)[0]);
  assert.ok(await page.locator(LINKS).count() > 0, "and then it still finds");
});

inOneLanguage("search: from a disk, and from the page of a lost reader", async (t, lang) => {
  const page = await opened(t, lang, { at: t.onDisk(CHAPTER, lang) });
  await look(page, wordsOf(lang)[0]);
  const href = await page.locator(LINKS).first().evaluate((link) => link.href);
  assert.ok(href.startsWith(t.disk) && pages.some(({ path }) => href.split("#")[0].endsWith(path)), href);
  await page.keyboard.press("Enter");
  await page.waitForURL(href);
  await page.goto(`${t.disk}404.html`);
  await page.locator("main [data-search]").click();
  await page.locator("#search-input").waitFor();
});

inOneLanguage("search: the bare key can be switched off, and stays off", async (t, lang) => {
  const page = await opened(t, lang);
  await page.locator(".search [type=checkbox]").uncheck();
  await page.reload();
  await page.keyboard.press("/");
  await page.keyboard.press("Control+k");
  await page.locator("#search-input").waitFor();
  assert.equal(await page.locator(".search [type=checkbox]").isChecked(), false);
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  assert.equal(await page.locator("dialog.search").isVisible(), false);
});

/** Notes what moved by itself. */
function observe() {
  globalThis.shifts = [];
  const note = ({ value, hadRecentInput }) => void (hadRecentInput || globalThis.shifts.push(value));
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
}

function put(text) {
  const input = document.getElementById("search-input");
  input.value = text;
  input.dispatchEvent(new Event("input"));
  return new Promise((done) => setTimeout(done, 60));
}

/** The longest task of a step, in the better of two rounds: what else a machine does costs now and then. */
const worst = (tasks, round, word) => Math.max(...tasks.filter(({ step }) => step === `${word} ${round}`).map(({ ms }) => ms));

inOneLanguage("search: while one types nothing moves, and no task would be long on a phone four times as slow", async (t, lang) => {
  const page = await t.open(t.address(CHAPTER, lang), { width: 360, height: 740, init: [observe] });
  await page.locator("#search-open").waitFor();
  // not by keys, because what moves soon after a key would be forgiven
  const type = (text) => async () => {
    await page.keyboard.press("/");
    await page.locator("#search-input").waitFor();
    for (let n = 1; n <= text.length; n += 1) await page.evaluate(put, text.slice(0, n));
    await page.locator(ANSWERED).waitFor({ state: "attached" });
    await page.waitForTimeout(400); // until the other languages have answered too
  };
  const [first, second] = wordsOf(lang);
  const steps = [1, 2].flatMap((round) => [first, second].map((word) => [`${word} ${round}`, type(word)]));
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
  const tasks = await tasksOf(page, steps, settle);
  for (const word of [first, second]) {
    const ms = Math.min(worst(tasks, 1, word), worst(tasks, 2, word));
    assert.ok(ms * PHONE <= LONGEST, `${word}: a task of ${ms} ms, of ${tasks.length}`);
  }
  assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
});

inOneLanguage("search: an answer is there at once", async (t, lang) => {
  const page = await opened(t, lang);
  await look(page, wordsOf(lang)[2]);
  const times = [];
  for (const word of wordsOf(lang)) {
    times.push(await page.evaluate((text) => new Promise((done) => {
      const [input, list] = ["search-input", "search-results"].map((id) => document.getElementById(id));
      const began = performance.now();
      new MutationObserver((_, observer) => (observer.disconnect(), done(performance.now() - began))).observe(list, { childList: true });
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }), word));
  }
  assert.ok(Math.min(...times) <= AT_ONCE, `${times.map(Math.round)} ms`);
});

// What holds on every page: no complaint of the browser, nothing wider than the screen, ways round the navigation.
import assert from "node:assert/strict";
import { posix } from "node:path";
import { full, given, quick, storedAnswers } from "./support/answers.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { ownOf, pages, pathOf, samples, text } from "./support/site.mjs";

const of = (lang) => pages.filter((page) => page.lang === lang);
const excess = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Every page and every state of the form and the result that looks like a page of its own, as [name, address]. */
function states(t, lang, list) {
  const plain = list.map(({ path, id }) => [id, t.address(path)]);
  const [form, result] = ["assessment/quick", "assessment/result"].map((id) => t.address(id, lang));
  return [...plain, ["a question", `${form}#s-flow`], ["the review", `${form}#s-review`], ["the result of a link", `${result}#r=broken`]];
}

async function noneTooWide(page, name, widths) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok(await excess(page) <= 0, `${name} is ${await excess(page)} px too wide at ${width} px`);
  }
}

/** The tree beside a page has that page in it, to be seen, and nothing else is said to be it. */
async function treeShows(page, { id, html }) {
  await page.setViewportSize({ width: 1280, height: 800 });
  const current = page.locator(".side [aria-current=page]");
  assert.deepEqual(await current.evaluateAll((all) => all.map((link) => link.href)), [page.url()], id);
  assert.ok(await current.isVisible(), `${id}: it can be seen`);
  assert.ok(await current.evaluate((link) => link.closest("li.open") !== null), `${id}: its branch is open`);
  assert.equal((html.match(/aria-current="page"/g) ?? []).length, 1, id);
}

/** What one presses: a radio together with its label, buttons, and links that stand alone rather than in a sentence. */
function tooSmall() {
  const controls = [...document.querySelectorAll("button, summary, input, .masthead a, .side a, .turn a, .button, .crumbs a, .colophon a")];
  const area = (node) => (node.closest("label") ?? node).getBoundingClientRect();
  const shown = controls.filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.matches(".skip"));
  return shown.filter((node) => area(node).height < 24 || area(node).width < 24)
    .map((node) => `${node.outerHTML.slice(0, 80)} ${Math.round(area(node).width)} × ${Math.round(area(node).height)}`);
}

async function nothingTooSmall(page, name) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    if (width === 360) await page.locator(".side details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
    assert.deepEqual(await page.evaluate(tooSmall), [], `${name} at ${width} px`);
  }
}

async function fitsTwiceAsLarge(page, name) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  assert.ok(await excess(page) <= 0, `${name} is ${await excess(page)} px too wide with large text`);
}

const answered = (lang) => storedAnswers(full(lang), given(quick(lang), [3, 4, null, "d", 5, 1]), { genuine1: 2 });

// A page is opened once and looked at in every way, because opening it is what takes time.
for (const half of [0, 1]) {
  inEveryLanguage(`a page of each makeup fits, shows where one is and is easy to press, ${half + 1} of 2`, async (t, lang) => {
    const page = await t.open(null, { stored: answered(lang) });
    for (const [name, address] of states(t, lang, samples(lang)).filter((_, n) => n % 2 === half)) {
      await page.goto("about:blank");
      await page.goto(address);
      await noneTooWide(page, name, [320, 360, 1280]);
      const own = of(lang).find(({ path }) => t.address(path) === address);
      if (own?.html.includes('class="side"')) await treeShows(page, own);
      await nothingTooSmall(page, name);
      await fitsTwiceAsLarge(page, name);
    }
  });
  inEveryLanguage(`no other page scrolls sideways, ${half + 1} of 2`, async (t, lang) => {
    const page = await t.open(null, { width: 320 });
    const others = ownOf(lang).filter((one) => !samples(lang).includes(one));
    for (const { path, id } of others.filter((_, n) => n % 2 === half)) {
      await page.goto(t.address(path));
      await noneTooWide(page, id, [320]);
    }
  });
}

inOneLanguage("the first stop of the keyboard skips the navigation", async (t, lang) => {
  const page = await t.open();
  for (const id of ["index", "theses/flow", "assessment/quick", "assessment/result", "reference/privacy"]) {
    await page.goto(t.address(id, lang));
    await page.keyboard.press("Tab");
    const skip = page.locator(".skip");
    assert.ok(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().left >= 0), `${id}: it shows`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#main");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main")), `${id}: the next stop is in the text`);
  }
});

inEveryLanguage("a tree longer than the screen shows the current page and scrolls by keyboard", async (t, lang) => {
  const page = await t.open(t.address("toolbox/tiny-deeds", lang), { width: 1280 });
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.reload();
  const side = page.locator(".side");
  const [box, current] = [await side.boundingBox(), await side.locator("[aria-current=page]").boundingBox()];
  assert.ok(current.y >= box.y && current.y + current.height <= box.y + box.height, JSON.stringify([box, current]));
  await side.focus();
  const before = await side.evaluate((tree) => tree.scrollTop);
  await page.keyboard.press("Home");
  await page.waitForFunction((top) => document.querySelector(".side").scrollTop < top, before);
});

inEveryLanguage("on a small screen the tree is one press away and out of the way", async (t, lang) => {
  const page = await t.open(t.address("theses/flow", lang), { width: 360 });
  const current = page.locator(".side [aria-current=page]");
  assert.equal(await current.isVisible(), false);
  await page.locator(".side summary").press("Enter");
  assert.ok(await current.isVisible());
});

inEveryLanguage("every page can be reached by links from the front page of its language", (t, lang) => {
  const [todo, seen] = [[pathOf("index", lang)], new Set()];
  for (let path = todo.pop(); path; path = todo.pop()) {
    seen.add(path);
    const links = [...text(path).matchAll(/<a\b[^>]*\shref="([^"#:]+)/g)].map(([, href]) => posix.join(posix.dirname(path), href));
    todo.push(...links.filter((to) => to.startsWith(`${lang}/`) && !seen.has(to) && !todo.includes(to)));
  }
  assert.deepEqual(of(lang).filter(({ path, top }) => !top && !seen.has(path)).map(({ id }) => id), []);
});

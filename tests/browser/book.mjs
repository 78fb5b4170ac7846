// A section as a book: nothing sticks out of its sheets, every link inside it finds its place, and it is a document of its own.
import assert from "node:assert/strict";
import { inEveryLanguage } from "./support/runner.mjs";

const SECTION = "print/theses";
const SHEET = /\/Type\s*\/Page\b(?!s)/g;

/** What is wrong with the document as it lies on paper. */
function faults() {
  const all = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const links = [...document.querySelectorAll("main a[href^='#']")].map((link) => link.hash.slice(1));
  const edge = document.querySelector("main").getBoundingClientRect().right;
  return { twice: all.filter((id, n) => all.indexOf(id) !== n), lost: links.filter((id) => !document.getElementById(id)),
    titles: document.querySelectorAll("h1").length, controls: document.querySelectorAll("main :is(input, textarea, select, button)").length,
    wide: [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility() && !one.closest("svg") && one.getBoundingClientRect().right > edge + 1)
      .map((one) => one.outerHTML.slice(0, 80)) };
}

inEveryLanguage("a section prints as a book", async (t, lang) => {
  const page = await t.open(t.address(SECTION, lang), { dark: true, width: 680 });
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(faults);
  assert.deepEqual(found, { twice: [], lost: [], titles: 1, controls: 0, wide: [] });
  assert.equal(await page.locator(".masthead, .colophon, .noprint").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), 0);
  const small = await page.locator(".chapter p, .chapter li").evaluateAll((all) => all
    .filter((one) => one.checkVisibility() && !one.closest("figure, .label, .small, .block") && Number.parseFloat(getComputedStyle(one).fontSize) < 11.99)
    .map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(small, [], "nothing to read is smaller than nine points");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = pdf.match(SHEET).length;
  assert.ok(sheets > 15 && sheets < 45, `${sheets} sheets`);
});

// Which colour lies on which: every role gets a colour of its own, and what then meets must be in the list that brands are held to.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { storedResult } from "../support/answers.mjs";
import { test } from "../support/runner.mjs";
import { fewest, languages } from "../support/site.mjs";

const source = readFileSync(new URL("../../../src/brand/pairs.rs", import.meta.url), "utf8");
/** "quiet on wash", as the program lists them. */
const listed = new Set([...source.matchAll(/^ {4}\((\w+), (\w+), \w+\),$/gm)].map(([, over, under]) => `${over} on ${under}`.toLowerCase()));

const ROLES = { "--paper": "paper", "--ink": "ink", "--accent": "accent", "--link": "link", "--signal": "signal", "--text-quiet": "quiet",
  "--edge": "edge", "--wash": "wash", "--tint": "tint", "--fill": "fill", "--on-accent": "onfill", "--cover": "cover", "--on-cover": "oncover" };

/** Runs in the page: the pairs of roles in it, "quiet on paper" → one element that has it. */
function pairsOf(roles) {
  const names = new Map(Object.entries(roles).map(([property, name], index) => {
    document.documentElement.style.setProperty(property, `rgb(${index + 1} 2 3)`);
    return [`rgb(${index + 1}, 2, 3)`, name];
  }));
  const pairs = {};
  const note = (over, under, element) => {
    if (over && under && over !== under) pairs[`${over} on ${under}`] ??= element.outerHTML.slice(0, 120);
  };
  const role = (element, property) => names.get(getComputedStyle(element)[property]);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return names.get(colour) ?? colour;
    }
    return "paper";
  };
  /** The last filled shape drawn below the middle of a text. */
  const drawnBelow = (text) => {
    const { x, y, width, height } = text.getBoundingClientRect();
    const [cx, cy] = [x + width / 2, y + height / 2];
    const shapes = [...text.ownerSVGElement.querySelectorAll("path, circle, polygon, rect")].filter((shape) => {
      const box = shape.getBoundingClientRect();
      const isBefore = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBefore && names.has(getComputedStyle(shape).fill) && box.left < cx && cx < box.right && box.top < cy && cy < box.bottom;
    });
    return shapes.length ? role(shapes.at(-1), "fill") : ground(text.ownerSVGElement);
  };
  for (const element of document.querySelectorAll("body *")) {
    if (!isShown(element)) continue;
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (element.matches("text, tspan")) note(role(element, "fill"), drawnBelow(element), element);
    else if (hasText && !(element instanceof SVGElement)) note(role(element, "color"), ground(element), element);
    if (element.matches("input:not([type=radio], [type=checkbox], [type=file]), select, textarea")) {
      note(role(element, "color"), ground(element), element);
      note(role(element, "borderTopColor"), ground(element.parentElement), element);
    }
  }
  return pairs;
}

for (const lang of languages.slice(0, 1)) {
  test(`only colours meet that brands are checked for`, async (t) => {
    const page = await t.open(null, { logs: /404 \(Not Found\)/, stored: storedResult(lang) });
    const seen = new Map();
    const look = async (where) => {
      const found = await page.evaluate(pairsOf, ROLES);
      for (const [pair, element] of Object.entries(found)) if (!seen.has(pair)) seen.set(pair, `${pair}: ${where} ${element}`);
    };
    for (const { path, id } of fewest(lang)) {
      await page.goto(t.address(path));
      await page.evaluate(() => document.querySelectorAll("details, [data-sums]").forEach((one) => { one.open = true; }));
      await look(id);
    }
    await page.goto(t.address("assessment/quick", lang, "#s-flow"));
    await page.locator(".option:visible").first().click();
    await look("a chosen answer");
    await page.goto(t.address("assessment/result", lang, "#r=1"));
    await look("a link that cannot be read");
    assert.ok(seen.has("ink on wash"), `nothing was looked at: ${[...seen.keys()]}`);
    assert.deepEqual([...seen].filter(([pair]) => !listed.has(pair)).map(([, where]) => where), [], "not in src/brand/pairs.rs");
  });
}

// Pictures of every kind of page for the eye: node tests/browser/support/shots.mjs FOLDER OUT [WORDS] writes them as
// OUT/<language>-<page>-<width>-<scheme>.png, in both schemes and at three widths; WORDS choose among the names.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { full, given, quick, storedAnswers } from "./answers.mjs";
import { start } from "./browser.mjs";
import { fewest, languages } from "./site.mjs";

const [, , , out = "shots", words = ""] = process.argv;
const WIDTHS = [360, 768, 1280];

/** Every kind of page, and every state that looks like one, as [name, address, what to do there]. */
function places(t, lang) {
  const at = (id, hash) => t.address(id, lang, hash);
  const plain = fewest(lang).map(({ path, id }) => [id, t.address(path)]);
  const press = (selector) => async (page) => page.locator(selector).first().click();
  return [...plain, ["form-question", at("assessment/quick", "#s-flow")], ["form-review", at("assessment/quick", "#s-review")],
    ["result-filled", at("assessment/result")], ["result-damaged", at("assessment/result", "#r=broken")],
    ["team-filled", at("assessment/team"), press("[data-example]")], ["search", at("index"), press("#search-open")]];
}

async function shoot(page, name, [address, act]) {
  await page.goto("about:blank");
  await page.goto(address);
  await act?.(page);
  await page.waitForTimeout(150);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(out, `${name.replaceAll("/", "_").replace("{}", width)}.png`), fullPage: true });
  }
}

mkdirSync(out, { recursive: true });
const session = await start();
const t = session.test();
let count = 0;
for (const lang of languages) {
  for (const dark of [false, true]) {
    const page = await t.open(null, { dark, stored: storedAnswers(full(lang), given(quick(lang), [3, 4, 1, null, "d", 5])) });
    for (const [name, ...place] of places(t, lang)) {
      const file = `${lang}-${name}-{}-${dark ? "dark" : "light"}`;
      if (!file.includes(words)) continue;
      await shoot(page, file, place);
      count += WIDTHS.length;
    }
  }
}
await t.finish();
await session.stop();
console.log(`${count} pictures in ${out}`);

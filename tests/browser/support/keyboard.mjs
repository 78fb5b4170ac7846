// The keys of somebody who has no pointer: Tab, arrows, Space and Enter, nothing else.
import assert from "node:assert/strict";

const MOST = 80;
const focused = (page, selector) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Presses Tab until the element has the focus, and checks that it can be seen. */
export async function tabTo(page, selector) {
  for (let n = 0; n < MOST; n += 1) {
    await page.keyboard.press("Tab");
    if (await focused(page, selector)) return assert.ok(await page.locator(selector).first().isVisible(), `${selector} is visible`);
  }
  assert.fail(`no ${selector} within ${MOST} presses of Tab`);
}

export async function pressOn(page, selector, key = "Enter") {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

/** Chooses the nth radio of a group that nothing is chosen in yet. */
async function choose(page, name, n) {
  await tabTo(page, `input[name="${name}"]`);
  if (n === 0) await page.keyboard.press("Space");
  for (let k = 0; k < n; k += 1) await page.keyboard.press("ArrowDown");
  const all = await page.locator(`input[name="${name}"]`).evaluateAll((radios) => radios.map((radio) => radio.checked));
  assert.equal(all.indexOf(true), n, `radio ${n} of ${name} is chosen`);
}

const VALUES = [1, 2, 3, 4, 5, "d", "n"];

/** Answers a question, and says what the answer rests on when `proof` is given. */
export async function answer(page, item, value, proof) {
  await choose(page, item, VALUES.indexOf(value));
  if (proof !== undefined) await choose(page, `${item}-evidence`, proof);
}

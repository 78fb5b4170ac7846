// The reader's choice of colours: followed at once, remembered everywhere, and in force before anything is painted.
import assert from "node:assert/strict";
import { storageOn } from "./support/answers.mjs";
import { lightness } from "./support/colour.mjs";
import { inOneLanguage } from "./support/runner.mjs";

/** Notes the choice at the moment the body begins, which is before anything can be painted. */
function noteTheme() {
  const look = new MutationObserver(() => {
    if (!document.body) return;
    globalThis.themeAtBody = document.documentElement.dataset.theme ?? "";
    look.disconnect();
  });
  look.observe(document, { childList: true, subtree: true });
}

const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const isLight = async (page) => await lightness(page, "html", "backgroundColor") > 0.5;

for (const device of ["light", "dark"]) {
  inOneLanguage(`a ${device} device gets ${device} colours, and another choice wins over it on every page`, async (t, lang) => {
    const other = device === "dark" ? "light" : "dark";
    const page = await t.open(t.address("theses/flow", lang), { dark: device === "dark", init: [noteTheme] });
    assert.equal(await isLight(page), device === "light", `${await ground(page)} on a ${device} device`);
    await page.locator(`[name=scheme][value=${other}]`).check();
    const chosen = await ground(page);
    assert.equal(await isLight(page), other === "light", `${chosen} after choosing ${other}`);
    for (const id of ["theses/needs", "index", "assessment/quick", "assessment/result", "index.html", "404.html"]) {
      await page.goto(t.address(id, lang));
      assert.equal(await page.evaluate(() => globalThis.themeAtBody), other, `${id}, before the first paint`);
      if (id !== "index.html") assert.equal(await ground(page), chosen, id);
    }
  });
}

inOneLanguage("the choice is shown as chosen and can be taken back", async (t, lang) => {
  const page = await t.open(t.address("index", lang), { dark: true, init: [noteTheme], width: 360 });
  const device = await ground(page);
  await page.locator("[name=scheme][value=light]").check();
  await page.reload();
  assert.ok(await page.locator("[name=scheme][value=light]").isChecked());
  assert.notEqual(await ground(page), device);
  await page.locator("[name=scheme][value='']").check();
  assert.equal(await ground(page), device);
  await page.reload();
  assert.equal(await page.evaluate(() => globalThis.themeAtBody), "");
  assert.deepEqual(Object.keys(await storageOn(page)), ["portaat:base:settings"]);
});

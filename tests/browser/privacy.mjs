// What stays on the device is the reader's: it can be seen and removed, and a browser that keeps nothing still gives a result.
import assert from "node:assert/strict";
import { full, given, itemsOf, quick, storageOn, storedAnswers } from "./support/answers.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { asPage, readPage, reference } from "./support/reference.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { languages, pathOf, text, words } from "./support/site.mjs";

const PAGE = "reference/privacy";
const FORM = "assessment/quick";
const settings = { "portaat:base:settings": JSON.stringify({ v: 1, model: null, fingerprint: null, saved: "2024-02-29T12:00:00.000Z",
  data: { theme: "light" } }) };
const others = { "portaat:acme:answers": "{}", unrelated: "1" };
const answers = storedAnswers(full(languages[0]), given(quick(languages[0]), [3]));
const status = (page, text) => page.locator("[data-block=storage] [role=status]", { hasText: text }).waitFor();
const rows = (page) => page.locator("[data-block=storage] tr");

inEveryLanguage("the list names what is stored, and one thing can be removed and restored", async (t, lang) => {
  const { privacy } = words(PAGE, lang);
  const page = await t.open(t.address(PAGE, lang), { stored: { ...answers, ...settings, ...others } });
  const names = await page.locator("[data-block=storage] th").evaluateAll((all) => all.map((one) => one.firstChild.textContent));
  assert.deepEqual(names, [privacy.kind.answers, privacy.kind.settings]);
  assert.match(await rows(page).first().textContent(), /2024/, "when it was saved");
  await rows(page).first().getByRole("button").press("Enter");
  await status(page, privacy.removed.replace("{name}", privacy.kind.answers));
  assert.deepEqual(await storageOn(page), { ...settings, ...others });
  await page.keyboard.press("Enter");
  await status(page, privacy.restored);
  assert.deepEqual(await storageOn(page), { ...answers, ...settings, ...others });
});

inOneLanguage("what a page keeps is listed by its title, a page that is no more by its id", async (t, lang) => {
  const { privacy } = words(PAGE, lang);
  const sheet = (id) => [`portaat:base:worksheet:${id}`, JSON.stringify({ v: 1, model: null, fingerprint: null, saved: null, data: { values: { "a.b": "c" } } })];
  const page = await t.open(t.address(PAGE, lang), { stored: Object.fromEntries([sheet("assessment/result"), sheet("toolbox/gone"), sheet("toolbox/rescue-log")]) });
  const names = await page.locator("[data-block=storage] th").evaluateAll((all) => all.map((one) => one.firstChild.textContent));
  const named = (name) => privacy.named.replace("{kind}", privacy.kind.worksheet).replace("{name}", name);
  const title = (id) => named(text(pathOf(id, lang)).match(/<h1\b[^>]*>(.*?)<\/h1>/)[1].replaceAll("\u00ad", ""));
  assert.deepEqual(names, [title("assessment/result"), named("toolbox/gone"), title("toolbox/rescue-log")]);
});

inOneLanguage("everything of this handbook can be removed and restored, and nothing else is", async (t, lang) => {
  const { privacy } = words(PAGE, lang);
  const page = await t.open(t.address(PAGE, lang), { stored: { ...answers, ...settings, ...others }, width: 360 });
  await page.getByRole("button", { name: privacy.remove_all }).click();
  await status(page, privacy.removed_all);
  assert.deepEqual(await storageOn(page), others);
  assert.ok(await page.getByText(privacy.nothing).isVisible());
  await page.keyboard.press("Enter");
  await status(page, privacy.restored);
  assert.deepEqual(await storageOn(page), { ...answers, ...settings, ...others });
  assert.equal(await rows(page).count(), 2);
});

inOneLanguage("an untouched device holds nothing", async (t, lang) => {
  const page = await t.open(t.address(PAGE, lang));
  assert.ok(await page.getByText(words(PAGE, lang).privacy.nothing).isVisible());
  assert.deepEqual(await storageOn(page), {});
  assert.deepEqual(await page.context().cookies(), []);
});

/** Two ways in which browsers refuse: the storage cannot be reached at all, or takes nothing. */
const refusals = {
  "no storage": () => Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } }),
  "a full storage": () => { Storage.prototype.setItem = () => { throw new DOMException("refused", "QuotaExceededError"); }; },
};
const model = quick(languages[0]);
const chosen = given(model, [4, 3, 2, "d"]);
const [expected] = reference([{ model, answers: chosen, evidence: null }]).map(asPage);

for (const [name, init] of Object.entries(refusals)) {
  inOneLanguage(`with ${name} the form says so and still gives the result`, async (t, lang) => {
    const page = await t.open(t.address(FORM, lang), { init: [init], logs: /refused/ });
    await page.locator("[data-next]").click();
    for (const { id } of itemsOf(model)) {
      await page.locator(`input[name="${id}"][value="${chosen[id]}"]`).check();
      await page.locator("[data-status-line]", { hasText: words(FORM, lang).store.refused }).waitFor();
      await page.locator("[data-next]").click();
    }
    assert.ok(await page.locator("[data-answered]").isVisible(), "the review knows the answers");
    await pressOn(page, "[data-next]");
    await page.waitForURL(/#r=/);
    assert.deepEqual(await readPage(page), expected);
  });

  inOneLanguage(`with ${name} answers can be cleared and brought back, and colours changed`, async (t, lang) => {
    const page = await t.open(t.address(FORM, lang), { init: [init], logs: /refused/ });
    await page.locator("[data-next]").click();
    const radio = page.locator("[data-screen]:visible input[value='4']").first();
    await radio.check();
    await page.locator("[data-clear]").click();
    assert.equal(await radio.isChecked(), false);
    await page.locator("[data-status-line] button").click();
    assert.ok(await radio.isChecked());
    await page.locator("[name=scheme][value=dark]").check();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  });
}

inOneLanguage("with no storage the list says that nothing can be kept", async (t, lang) => {
  const page = await t.open(t.address(PAGE, lang), { init: [refusals["no storage"]], logs: /refused/ });
  assert.ok(await page.getByText(words(PAGE, lang).privacy.refused).isVisible());
});

// The optional end of the whole form: kept beside the answers, handed over only in the address of the result, and taken away
// and put back together with everything else.
import assert from "node:assert/strict";
import { entriesOn, full, given, storageOn, storedAnswers } from "./support/answers.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const FORM = "assessment/index";
const TALK = { talk1: "1", talk2: "0", talk4: "-", walk1: "5", walk3: "2" };
const PROFILE = { "profile-role": "f", "profile-function": "delivery", "profile-sector": "public" };

const radio = (page, name, value) => page.locator(`input[name="${name}"][value="${value}"]`);
const fragment = (page) => Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));

async function say(page, answers) {
  for (const [name, value] of Object.entries(answers)) await radio(page, name, value).check();
}

async function toResult(page) {
  await page.locator("[data-next]").click();
  await page.waitForURL(/#r=/);
  return fragment(page);
}

/** The form at one of its screens, with the first dimensions answered. */
async function opened(t, lang, screen, options = {}) {
  const page = await t.open(null, { stored: storedAnswers(full(lang), given(full(lang), [3, 4, null])), width: 360, ...options });
  await page.goto(`${t.address(FORM, lang)}#s-${screen}`);
  return page;
}

inEveryLanguage("the last screens of the whole form are optional and say why they ask", async (t, lang) => {
  const page = await opened(t, lang, full(lang).dims.at(-1).id);
  const screens = [];
  for (let n = 0; n < 3; n += 1) {
    await page.locator("[data-next]").click();
    screens.push(await page.locator("[data-screen]:visible").getAttribute("data-screen"));
  }
  assert.deepEqual(screens, ["talk-walk", "profile", "review"]);
  assert.deepEqual(Object.keys(await toResult(page)), ["r"], "nothing said, nothing handed over");
  await page.goto(`${t.address(FORM, lang)}#s-profile`);
  const reasons = await page.locator("[data-about^=profile]").evaluateAll((all) =>
    all.map((one) => document.getElementById(one.getAttribute("aria-describedby"))?.textContent));
  const { profile_role, profile_function, profile_other } = words(FORM, lang).form;
  assert.deepEqual(reasons, [profile_role, profile_function, profile_other, profile_other]);
});

inOneLanguage("what is said at the end goes along to the result and nowhere else", async (t, lang) => {
  const page = await opened(t, lang, "talk-walk");
  await say(page, TALK);
  await page.locator("[data-next]").click();
  await say(page, PROFILE);
  await page.locator("[data-next]").click();
  const listed = await page.locator("[data-said] a").evaluateAll((all) => all.map((link) => link.hash));
  assert.deepEqual(listed, [...Object.keys(TALK).filter((name) => TALK[name] !== "-"), ...Object.keys(PROFILE)].map((name) => `#q-${name}`));
  const { r, t: talk, f } = await toResult(page);
  assert.equal(r.split(".")[2], "f", "the role is in the code");
  assert.deepEqual([talk, f], ["10---5-2--", "delivery"]);
  assert.equal(await page.locator("[data-foreign]").isVisible(), false, "one's own result");
  await page.goBack();
  await page.locator("#s-review").waitFor();
  assert.ok(await radio(page, "profile-sector", "public").isChecked(), "and is still there");
});

inOneLanguage("an optional answer can be taken back", async (t, lang) => {
  const page = await opened(t, lang, "profile");
  await say(page, PROFILE);
  await say(page, { "profile-role": "-", "profile-function": "-" });
  await page.goto(`${t.address(FORM, lang)}#s-review`);
  const handed = await toResult(page);
  assert.deepEqual([Object.keys(handed), handed.r.split(".")[2]], [["r"], "-"]);
});

inOneLanguage("clearing takes the optional answers too, and undo brings them back", async (t, lang) => {
  const page = await opened(t, lang, "profile", { stored: {} });
  await say(page, PROFILE);
  const before = await entriesOn(page);
  await pressOn(page, "[data-clear]");
  assert.deepEqual(await storageOn(page), {});
  assert.equal(await page.locator("[data-about] input:checked").count(), 0);
  await page.keyboard.press("Enter");
  await page.locator("[data-status-line]", { hasText: words(FORM, lang).store.undone }).waitFor();
  assert.deepEqual(await entriesOn(page), before);
  assert.ok(await radio(page, "profile-role", "f").isChecked());
});

inOneLanguage("hostile entries are neither shown nor handed over", async (t, lang) => {
  const data = { "profile-role": { rev: 1, value: "x&f=evil" }, "profile-function": { rev: 1, value: "<img>" }, talk1: { rev: 1, value: 7 }, walk1: null };
  const stored = { "portaat:base:answers": JSON.stringify({ v: 1, model: "m", fingerprint: "", saved: "", data }) };
  const page = await opened(t, lang, "review", { stored });
  assert.equal(await page.locator("[data-about] input:checked").count(), 0);
  const handed = await toResult(page);
  assert.deepEqual([Object.keys(handed), handed.r.split(".")[2]], [["r"], "-"]);
});

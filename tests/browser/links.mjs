// A result that came by link: it is shown and not kept, kept when asked for, and given back; a damaged one is said to be damaged.
import assert from "node:assert/strict";
import { entriesOn, full, given, quick, storageOn, storedAnswers } from "./support/answers.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { readPage, reference } from "./support/reference.mjs";
import { saved } from "./result-plan.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { languages, words } from "./support/site.mjs";

const RESULT = "assessment/result";
const model = quick(languages[0]);
const theirs = given(model, [5, 4, 4, 3, "d"]);
const own = given(model, [2, 3, 1]);
const heavier = { ...model, dims: model.dims.map((dim) => ({ ...dim, w: 3 })) };
const whole = full(languages[0]);
const coded = { theirs: [model, theirs], own: [model, own], long: [whole, given(whole, [3, 2])], heavier: [heavier, theirs] };
const batch = Object.values(coded).map(([of, answers]) => ({ model: of, answers, evidence: null }));
const found = reference(batch).map(({ code }) => code);
const codes = Object.fromEntries(Object.keys(coded).map((name, n) => [name, found[n]]));

inOneLanguage("opening a link shows it and stores nothing", async (t, lang) => {
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.theirs}`);
  assert.equal((await readPage(page)).code, codes.theirs);
  assert.ok(await page.locator("[data-foreign]").isVisible());
  assert.deepEqual(await storageOn(page), {});
});

inOneLanguage("a link can be kept as one's own, and that can be undone", async (t, lang) => {
  const page = await t.open(null, { stored: storedAnswers(full(lang), own) });
  await page.goto(`${t.address(RESULT, lang)}#r=${codes.theirs}`);
  assert.equal((await readPage(page)).code, codes.theirs, "the link wins over what is stored");
  const before = await entriesOn(page);
  await pressOn(page, "[data-keep]");
  await page.locator("[data-status-line]", { hasText: words(RESULT, lang).result.kept }).waitFor();
  const kept = Object.fromEntries(Object.entries(await entriesOn(page)).map(([id, { value }]) => [id, value]));
  assert.deepEqual(kept, theirs);
  assert.equal(await page.locator("[data-foreign]").isVisible(), false);
  await page.locator("[data-status-line] button").press("Enter");
  await page.locator("[data-status-line]", { hasText: words(RESULT, lang).result.restored }).waitFor();
  assert.deepEqual(await entriesOn(page), before);
  assert.ok(await page.locator("[data-foreign]").isVisible(), "and it can be kept again");
});

inOneLanguage("keeping on an empty device and undoing leaves it empty", async (t, lang) => {
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.theirs}`);
  await page.locator("[data-keep]").click();
  assert.notDeepEqual(await storageOn(page), {});
  await page.locator("[data-status-line] button").click();
  assert.deepEqual(await storageOn(page), {});
});

inOneLanguage("one's own link is not foreign", async (t, lang) => {
  const page = await t.open(null, { stored: storedAnswers(full(lang), own) });
  await page.goto(`${t.address(RESULT, lang)}#r=${codes.own}`);
  assert.equal((await readPage(page)).code, codes.own);
  assert.equal(await page.locator("[data-foreign]").isVisible(), false);
});

const changed = codes.theirs.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
const bad = { nonsense: "hello", cut: codes.theirs.slice(0, 30), "a typing error": changed, empty: "", "broken escapes": "%E0%A4%A",
  markup: "<img src=x onerror=alert(1)>", long: "1".repeat(20_000) };
const [version, print, role, given13] = codes.theirs.split(".");
/** Codes whose check digits are right and whose content is not. */
const sealed = { "a value that is none": [version, print, role, given13.replace(/5/g, "6"), ""],
  "too few answers": [version, print, role, given13.slice(1), ""], "too much evidence": [version, print, role, given13, "0".repeat(14)] };

/** The same hash as in every code: a model's fingerprint is taken over its name. */
const seal = (page, body) => page.evaluate((id) => `${id}.${globalThis.portaat.score.fingerprint({ id, dims: [] }).slice(0, 4)}`, body);

async function showsTrouble(t, page, lang, name, code) {
  await page.goto("about:blank");
  await page.goto(`${t.address(RESULT, lang)}#r=${code}`);
  await page.locator("[data-trouble] span", { hasText: words(RESULT, lang).result.code_error }).waitFor();
  assert.equal(await page.locator("[data-shown]").isVisible(), false, name);
  assert.ok(await page.locator("[data-empty]").isVisible(), `${name}: there is a way on`);
  assert.deepEqual(await storageOn(page), {}, name);
}

inOneLanguage("a damaged code is said to be damaged, and shows no result", async (t, lang) => {
  const page = await t.open(t.address(RESULT, lang));
  assert.equal(await seal(page, codes.theirs.replace(/\.[^.]*$/, "")), codes.theirs, "codes are sealed as here");
  for (const [name, fields] of Object.entries(sealed)) await showsTrouble(t, page, lang, name, await seal(page, fields.join(".")));
  for (const [name, code] of Object.entries(bad)) await showsTrouble(t, page, lang, name, code);
});

inOneLanguage("a code of another version is named so, and one's own answers are one step away", async (t, lang) => {
  const page = await t.open(null, { stored: storedAnswers(full(lang), own) });
  await page.goto(t.address(RESULT, lang));
  await readPage(page);
  const level = await page.locator("h1").textContent();
  await page.evaluate((code) => { location.hash = `r=${code}`; }, codes.heavier);
  await page.locator("[data-trouble] span", { hasText: words(RESULT, lang).result.other_version }).waitFor();
  const { calc, other } = words(RESULT, lang).result;
  await page.locator("[data-other] tbody tr").first().waitFor();
  const rows = await page.locator("[data-other] tbody tr").evaluateAll((all) => all.map(({ cells }) => [...cells].map((cell) => cell.textContent)));
  const row = (name) => rows.find(([head]) => head.toLocaleLowerCase(lang) === name.toLocaleLowerCase(lang))?.[1];
  const wanted = [[other.check, other.right], [other.questions, "13"], [other.role, other.roles["-"]], [calc.answer.replace("{n}", "4"), "6"], [calc.unknown, "2"]];
  for (const [name, value] of wanted) assert.equal(row(name), value, name);
  assert.equal(await page.locator("[data-shown]").isVisible(), false, "no level is made of it");
  const heads = [await page.locator("h1").textContent(), await page.title()];
  assert.equal(heads.some((text) => text.includes(level)), false, "and that of the answers on the device does not stay over it");
  await page.locator("[data-own]").click();
  await page.locator("[data-shown]").waitFor();
  assert.equal(await page.locator("[data-other]").isVisible(), false);
  assert.equal((await readPage(page)).code, codes.own);
  assert.equal(await page.locator("[data-trouble]").isVisible(), false);
});

inOneLanguage("a mistyped code of another version says what it holds and that it does not pass", async (t, lang) => {
  const { other } = words(RESULT, lang).result;
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.heavier.replace(/.$/, (last) => (last === "0" ? "1" : "0"))}`);
  await page.locator("[data-other] td", { hasText: other.wrong }).waitFor();
  assert.equal(await page.locator("[data-trouble] span").textContent(), other.slip);
  assert.deepEqual(await storageOn(page), {});
});

inOneLanguage("the function goes along with the link, the file and what is kept", async (t, lang) => {
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.long}&f=sales`);
  await readPage(page);
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; });
  await page.locator("[data-copy=link]").click();
  await page.waitForFunction(() => globalThis.copied);
  assert.equal(await page.evaluate(() => globalThis.copied), page.url());
  assert.equal(JSON.parse((await saved(page, () => page.locator("[data-export=json]").click())).text).function, "sales");
  await page.locator("[data-keep]").click();
  assert.deepEqual((await entriesOn(page))["profile-function"], { rev: 1, value: "sales" });
  await page.goto(t.address(RESULT, lang));
  await page.reload();
  await page.locator("[data-keep-wave]").click();
  await page.locator("[data-wave-line] button").waitFor();
  assert.equal(JSON.parse((await storageOn(page))["portaat:base:waves"]).data.results[0].function, "sales");
});

inOneLanguage("a function that is none is left out of the link", async (t, lang) => {
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.theirs}&f=${encodeURIComponent("<b>&t=1")}`);
  await readPage(page);
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; });
  await page.locator("[data-copy=link]").click();
  await page.waitForFunction(() => globalThis.copied);
  assert.equal(await page.evaluate(() => globalThis.copied), `${t.address(RESULT, lang)}#r=${codes.theirs}`);
});

inOneLanguage("without answers the result says so and leads to the form", async (t, lang) => {
  const page = await t.open(t.address(RESULT, lang));
  assert.equal(await page.locator("[data-shown]").isVisible(), false);
  await page.locator("[data-empty] a").click();
  await page.waitForURL(t.address("assessment/index", lang));
});

inEveryLanguage("actions lead to their chapters and worksheets, and to the way back to the answers", async (t, lang) => {
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.long}`);
  const { actions } = await readPage(page);
  assert.ok(actions.length === 3, "three actions");
  for (const { dim } of actions) {
    const { chapter, worksheet } = full(lang).dims.find((one) => one.id === dim);
    const wanted = [worksheet, chapter].filter(Boolean).map((way) => new URL(way, t.address(RESULT, lang)).href);
    const found = await page.locator(`[data-action="${dim}"] a`).evaluateAll((links) => links.map((link) => link.href));
    assert.deepEqual(found, wanted, dim);
    for (const href of found) assert.equal((await page.request.get(href)).status(), 200, href);
  }
  assert.equal(await page.locator("[data-next]").count(), 0);
});

inOneLanguage("the answers of a result are changed in the form they were given in", async (t, lang) => {
  const page = await t.open();
  for (const [code, form] of [[codes.theirs, "assessment/quick"], [codes.long, "assessment/index"], [codes.own, "assessment/quick"]]) {
    await page.goto(`${t.address(RESULT, lang)}#r=${code}`);
    const wanted = `${t.address(form, lang)}#s-review`;
    await page.waitForFunction((href) => document.querySelector("[data-change]").href === href, wanted, { timeout: 5000 });
  }
});

inEveryLanguage("numbers are written as the language writes them", async (t, lang) => {
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.theirs}`);
  const { overall } = await readPage(page);
  const shown = new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(overall.score / 100);
  assert.equal(await page.locator("[data-number]").textContent(), shown);
  assert.ok(shown.includes(lang === "fi" ? "," : "."), shown);
});

inOneLanguage("the link is copied with a warning of what it holds", async (t, lang) => {
  const page = await t.open(`${t.address(RESULT, lang)}#r=${codes.theirs}`);
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; });
  for (const [kind, wanted] of [["link", page.url()], ["code", codes.theirs]]) {
    await page.locator(`[data-copy="${kind}"]`).click();
    await page.locator("[data-copy-line]", { hasText: words(RESULT, lang).result[`${kind}_copied`] }).waitFor();
    assert.equal(await page.evaluate(() => globalThis.copied), wanted);
  }
});

// A worksheet as a team uses it: filled in on the phone of whoever holds it, printed, sent on as a file, opened by the next one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pressOn, tabTo } from "./support/keyboard.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { languages, pages, words } from "./support/site.mjs";

const sheets = pages.filter(({ kind, lang }) => kind === "worksheet" && lang === languages[0]);
/** The first worksheet with a mark in it, such as one with a table that grows. */
const sheetWith = (...marks) => sheets.find(({ html }) => marks.every((mark) => html.includes(mark)))?.id ?? assert.fail(`no sheet with ${marks}`);
const GROWING = sheetWith("data-add=", "<textarea", 'type="text"', 'type="date"');
const WHEEL = sheetWith("data-wheel=");
const CARDS = sheetWith("data-count=");
const keyOf = (id) => `portaat:base:worksheet:${id}`;
const textOf = (id, lang) => words(id, lang).worksheet;

/** What a reader would write: something different in every field, and now and then another choice. */
async function fillIn(page) {
  const controls = await page.locator("[data-sheet] [name]").evaluateAll((all) => all.map(({ name, type, value, options }) => (
    { name, type, value, options: options && [...options].map((one) => one.value).filter(Boolean) })));
  const names = [...new Set(controls.map(({ name }) => name))];
  for (const [n, group] of names.map((own) => controls.filter((one) => one.name === own)).entries()) {
    const { name, type, value, options } = group[n % group.length];
    const control = page.locator(`[name="${name}"]${type === "radio" ? `[value="${value}"]` : ""}`);
    if (type === "radio" || type === "checkbox") await control.check();
    else if (options) await control.selectOption(options[n % options.length]);
    else await control.fill(type === "date" ? "2026-11-23" : `“${n}” <b>å</b>${type === "textarea" ? "\nand" : ""}`);
  }
}

/** What stands on the sheet, by name. */
const shown = (page) => page.locator("[data-sheet] [name]").evaluateAll((all) => Object.fromEntries(all
  .filter(({ type, checked, value }) => value && (checked || !["radio", "checkbox"].includes(type))).map(({ name, value }) => [name, value])));
const kept = (page, id) => page.evaluate((key) => JSON.parse(localStorage.getItem(key))?.data.values ?? null, keyOf(id));
const status = (page, text) => page.locator("[data-status-line]", { hasText: text }).waitFor();
const stored = (id, values) => ({ [keyOf(id)]: JSON.stringify({ v: 1, model: null, fingerprint: null, saved: "2024-02-29T12:00:00.000Z", data: { values } }) });
const line = (page) => page.locator("[data-sheet] input[type=text]").first();
const textarea = (page) => page.locator("[data-sheet] [data-rows] textarea").first();

async function download(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("[data-export]").click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}
const choose = (page, text) =>
  page.setInputFiles("[data-import]", { name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
const fileFor = (page, values, change = {}) => JSON.stringify({ portaat: "worksheet", v: 1, page, lang: "fi", saved: "", values, ...change });

for (const [name, id] of Object.entries({ "a table": GROWING, "a wheel": WHEEL, "cards": CARDS })) {
  inOneLanguage(`worksheet with ${name}: what is written stays, in the other language too`, async (t, lang) => {
    const page = await t.open(t.address(id, lang), { width: 360 });
    await fillIn(page);
    const written = await shown(page);
    assert.ok(Object.keys(written).length > 3);
    await page.locator("a[hreflang]").first().click();
    await page.waitForURL((url) => url.href !== t.address(id, lang));
    assert.deepEqual(await shown(page), written);
    await page.goto(t.address(id, lang));
    await page.reload();
    assert.deepEqual(await shown(page), written);
    assert.deepEqual(await kept(page, id), written);
  });
}

inEveryLanguage("worksheet: it says that it saves, in the envelope of every store, and an empty sheet is not stored", async (t, lang) => {
  const page = await t.open(t.address(GROWING, lang));
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
  await textarea(page).fill("one");
  await status(page, textOf(GROWING, lang).saved);
  const { saved, ...envelope } = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), keyOf(GROWING)));
  assert.deepEqual(envelope, { v: 1, model: null, fingerprint: null, data: { values: await shown(page) } });
  assert.ok(Date.now() - new Date(saved) < 60_000, saved);
  await textarea(page).fill("");
  await page.waitForFunction(() => localStorage.length === 0);
});

inOneLanguage("worksheet: what another version wrote is kept and ignored", async (t, lang) => {
  const odd = { "later.field": "x", "seen.99.what": "y", odd: 3 };
  const page = await t.open(t.address(GROWING, lang), { stored: stored(GROWING, odd) });
  assert.deepEqual(await shown(page), {});
  await textarea(page).fill("one");
  await status(page, textOf(GROWING, lang).saved);
  assert.deepEqual(await kept(page, GROWING), { ...odd, ...(await shown(page)) });
});

inOneLanguage("worksheet: two windows do not overwrite each other", async (t, lang) => {
  const one = await t.open(t.address(GROWING, lang));
  const two = await one.context().newPage();
  await two.goto(t.address(GROWING, lang));
  const [first, last] = [0, -1].map((n) => (page) => page.locator("[data-sheet] textarea").nth(n));
  await first(one).fill("from one");
  await first(two).and(two.locator("[data-sheet] textarea")).waitFor();
  await last(two).fill("from two");
  await one.waitForFunction(() => [...document.querySelectorAll("[data-sheet] textarea")].at(-1).value === "from two");
  await two.waitForFunction(() => document.querySelector("[data-sheet] textarea").value === "from one");
  assert.deepEqual(Object.values(await kept(one, GROWING)).sort(), ["from one", "from two"]);
});

inOneLanguage("worksheet: rows are added by keyboard, numbered, up to forty, and come back with their contents", async (t, lang) => {
  const page = await t.open(t.address(GROWING, lang), { width: 360 });
  const rows = page.locator("[data-rows]").first().locator("tr");
  const before = await rows.count();
  const first = await rows.first().locator("[name]").evaluateAll((all) => all.map((one) => [one.name, one.ariaLabel]));
  await fillIn(page);
  await pressOn(page, "[data-add]");
  const added = await rows.last().locator("[name]").evaluateAll((all) => all.map((one) => [one.name, one.ariaLabel]));
  const n = String(before + 1);
  assert.deepEqual(added, first.map(([name, label]) => [name.replace(".1.", `.${n}.`), label.replace(/1$/, n)]));
  assert.equal(await page.evaluate(() => document.activeElement.name), added[0][0], "the new row has the focus");
  assert.ok(Object.keys(await shown(page)).every((name) => !added.some(([one]) => one === name)), "the new row is empty");
  const button = page.locator("[data-add]").first();
  await button.evaluate((one) => { for (let n = 0; n < 50 && !one.hidden; n += 1) one.click(); });
  assert.equal(await rows.count(), 40);
  await rows.last().locator("textarea, input").first().fill("2026-11-23");
  await page.reload();
  assert.equal(await rows.count(), 40);
  assert.equal(await rows.last().locator("textarea, input").first().inputValue(), "2026-11-23");
  assert.equal(await button.isVisible(), false);
  await page.locator("[data-clear]").click();
  assert.equal(await rows.count(), before, "a cleared sheet is as long as a new one");
});

inOneLanguage("worksheet: the wheel follows the ratings and closes when it is whole", async (t, lang) => {
  const page = await t.open(t.address(WHEEL, lang));
  const series = page.locator("[data-series]").first();
  const points = async () => (await series.getAttribute("points")).split(" ").filter(Boolean);
  const id = await series.getAttribute("data-series");
  const part = await page.locator("[data-wheel]").first().getAttribute("data-wheel");
  const spokes = Number(await page.locator("[data-wheel]").first().getAttribute("data-spokes"));
  const radios = page.locator(`[name^="${[part, id].filter(Boolean).join(".")}."][value="5"]`);
  assert.equal(await radios.count(), spokes);
  assert.deepEqual(await points(), []);
  for (let n = 0; n < spokes; n += 1) {
    await radios.nth(n).check();
    assert.equal((await points()).length, n + 1 === spokes || n < 2 ? n + 1 : 2 * n, "open until the last");
  }
  assert.equal((await points())[0], "120.0,20.0");
  await page.reload();
  assert.equal((await points()).length, spokes);
});

inOneLanguage("worksheet: cards in a pile are counted", async (t, lang) => {
  const page = await t.open(t.address(CARDS, lang));
  const count = page.locator("[data-count]").first();
  const [part, pile] = (await count.getAttribute("data-count")).split(".");
  const radios = page.locator(`[name^="${part}."][value="${pile}"]`);
  for (const n of [0, 1]) {
    await radios.nth(n).check();
    assert.equal(await count.textContent(), String(n + 1));
  }
});

inEveryLanguage("worksheet: every empty sheet is one page on paper, and nothing else is on it", async (t, lang) => {
  const page = await t.open(null, { init: [() => { globalThis.print = () => { globalThis.printed = true; }; }] });
  for (const { id } of sheets) {
    await page.goto(t.address(id, lang));
    await page.locator("[data-print]").click();
    assert.equal(await page.evaluate(() => globalThis.printed && document.documentElement.dataset.print), "sheet");
    await page.emulateMedia({ media: "print" });
    const visible = await page.evaluate(() => ["h1", ".masthead nav", ".colophon", "[data-tools]", "[data-add]", ".example", "[data-sheet]"]
      .filter((selector) => document.querySelector(selector)?.checkVisibility()));
    assert.deepEqual(visible, ["[data-sheet]"], id);
    const paper = (await page.pdf({ format: "A4" })).toString("latin1");
    assert.equal(paper.match(/\/Type\s*\/Page\b(?!s)/g).length, 1, id);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.print), undefined);
    await page.emulateMedia({ media: "screen" });
  }
});

inOneLanguage("worksheet: dates without a day are marked for paper", async (t, lang) => {
  const page = await t.open(t.address(GROWING, lang));
  const empty = page.locator("[data-empty]");
  const dates = page.locator("[data-sheet] [type=date]");
  assert.equal(await empty.count(), await dates.count());
  await dates.first().fill("2026-11-23");
  assert.equal(await empty.count(), await dates.count() - 1);
});

inOneLanguage("worksheet: saved to a file, cleared and opened again it is the same", async (t, lang) => {
  const text = textOf(GROWING, lang);
  const page = await t.open(t.address(GROWING, lang), { logs: /^request to blob:/ });
  await page.locator("[data-add]").first().click();
  await fillIn(page);
  const written = await shown(page);
  const file = await download(page);
  assert.equal(file.name, `${GROWING.replaceAll("/", "-")}.json`);
  const { saved, ...rest } = JSON.parse(file.text);
  assert.deepEqual(rest, { portaat: "worksheet", v: 1, page: GROWING, lang, values: written });
  await page.locator("[data-clear]").click();
  await status(page, text.cleared);
  assert.deepEqual([await shown(page), await kept(page, GROWING)], [{}, null]);
  await choose(page, file.text);
  await status(page, text.ask.replace("{filled}", Object.keys(written).length).replace("{replaced}", 0));
  assert.deepEqual(await shown(page), {}, "nothing happens before it is asked for");
  await page.getByRole("button", { name: text.take, exact: true }).press("Enter");
  await status(page, text.imported);
  assert.deepEqual([await shown(page), await kept(page, GROWING)], [written, written]);
  await choose(page, file.text);
  await status(page, text.nothing);
});

inOneLanguage("worksheet: a file says what it replaces, leaves the rest alone, and can be taken back", async (t, lang) => {
  const text = textOf(GROWING, lang);
  const page = await t.open(t.address(GROWING, lang));
  const [first, last] = await page.locator("[data-sheet] textarea").evaluateAll((all) => [all[0].name, all.at(-1).name]);
  const [name] = await page.locator("[data-rows] textarea").evaluateAll((all) => all.map((one) => one.name.replace(".1.", ".9.")));
  const rows = await page.locator("[data-rows] tr").count();
  await page.locator(`[name="${first}"]`).fill("mine");
  await page.locator(`[name="${last}"]`).fill("stays");
  // At once, so that what was just written is about to be saved when the question is asked.
  await choose(page, fileFor(GROWING, { [first]: "theirs", [name]: "far down", "no.such": "x" }));
  await status(page, text.ask.replace("{filled}", 1).replace("{replaced}", 1));
  await status(page, text.left.replace("{n}", 1));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), text.take);
  await page.waitForTimeout(400);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await status(page, text.unchanged);
  assert.deepEqual(await shown(page), { [first]: "mine", [last]: "stays" });
  await choose(page, fileFor(GROWING, { [first]: "theirs", [name]: "far down" }));
  await page.getByRole("button", { name: text.take, exact: true }).click();
  await status(page, text.imported);
  assert.deepEqual(await shown(page), { [first]: "theirs", [last]: "stays", [name]: "far down" });
  await page.keyboard.press("Enter");
  await status(page, text.restored);
  assert.deepEqual(await shown(page), { [first]: "mine", [last]: "stays" });
  assert.equal(await page.locator("[data-rows] tr").count(), rows);
});

inOneLanguage("worksheet: clearing can be taken back, also right after writing", async (t, lang) => {
  const text = textOf(GROWING, lang);
  const page = await t.open(t.address(GROWING, lang));
  await textarea(page).fill("one");
  await page.locator("[data-clear]").press("Enter");
  await status(page, text.cleared);
  assert.deepEqual([await shown(page), await kept(page, GROWING)], [{}, null]);
  await page.keyboard.press("Enter");
  await status(page, text.restored);
  assert.deepEqual(Object.values(await shown(page)), ["one"]);
  assert.deepEqual(Object.values(await kept(page, GROWING)), ["one"]);
});

inOneLanguage("worksheet: files that are not its own change nothing", async (t, lang) => {
  const text = textOf(GROWING, lang);
  const page = await t.open(t.address(GROWING, lang));
  await textarea(page).fill("mine");
  await status(page, text.saved);
  const [name] = Object.keys(await shown(page));
  const nothing = { "unknown names": fileFor(GROWING, { "seen.41.what": "x", "x.y": "z", length: "3" }),
    "too long": fileFor(GROWING, { [name]: "x".repeat(4001) }), "no text": fileFor(GROWING, { [name]: { toString: "x" } }),
    "a prototype": `{"portaat":"worksheet","v":1,"page":"${GROWING}","values":{"__proto__":{"${name}":"x"}},"__proto__":{"v":1}}` };
  const unreadable = { "empty": "", "no JSON": "{", "another kind": fileFor(GROWING, {}, { portaat: "answers" }),
    "another version": fileFor(GROWING, {}, { v: 2 }), "too big": fileFor(GROWING, { [name]: "y" }) + " ".repeat(1e6),
    "a page with markup": fileFor("<img src=x>", { [name]: "x" }), "a deep nest": "[".repeat(1e5) };
  for (const [cases, answer] of [[nothing, text.nothing], [unreadable, text.unreadable]]) {
    for (const [, content] of Object.entries(cases)) {
      await page.locator("[data-status-line]").evaluate((one) => one.replaceChildren());
      await choose(page, content);
      await status(page, answer);
      assert.equal(await page.locator("[data-status-line] button").count(), 0);
    }
  }
  await choose(page, fileFor("toolbox/other-sheet", { [name]: "x" }));
  await status(page, text.other.replace("{page}", "toolbox/other-sheet"));
  assert.deepEqual(await shown(page), { [name]: "mine" });
  assert.deepEqual(await kept(page, GROWING), { [name]: "mine" });
});

inOneLanguage("worksheet: by keyboard alone from the first field to the file", async (t, lang) => {
  const page = await t.open(t.address(GROWING, lang), { width: 360 });
  await tabTo(page, "[data-sheet] input[type=text]");
  await page.keyboard.type("Team");
  await page.keyboard.press("Enter");
  assert.ok(page.url().endsWith(t.address(GROWING, lang)), "Enter in a line sends nothing");
  assert.equal(await line(page).inputValue(), "Team");
  await pressOn(page, "[data-clear]");
  await page.keyboard.press("Enter");
  await status(page, textOf(GROWING, lang).restored);
  assert.equal(await line(page).inputValue(), "Team");
});

inEveryLanguage("worksheet: full and long it scrolls no phone sideways", async (t, lang) => {
  const page = await t.open(null, { width: 360 });
  for (const id of [GROWING, WHEEL, CARDS]) {
    await page.goto(t.address(id, lang));
    const add = page.locator("[data-add]").first();
    if (await add.count()) await add.click();
    await fillIn(page);
    const long = page.locator("[data-sheet] textarea").first();
    if (await long.count()) await long.fill("x".repeat(300));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth) <= 0, id);
    const hidden = await page.locator("[data-sheet] textarea").evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
    assert.equal(hidden, 0, "every text area shows its whole text");
  }
});

inOneLanguage("worksheet: from disk it keeps, saves and opens", async (t, lang) => {
  const page = await t.open(t.onDisk(GROWING, lang), { logs: /^request to blob:/ });
  await fillIn(page);
  const written = await shown(page);
  await status(page, textOf(GROWING, lang).saved);
  await page.reload();
  assert.deepEqual(await shown(page), written);
  const { text } = await download(page);
  await page.locator("[data-clear]").click();
  await choose(page, text);
  await page.getByRole("button", { name: textOf(GROWING, lang).take, exact: true }).click();
  assert.deepEqual(await shown(page), written);
});

/** Two ways in which browsers refuse: the storage cannot be reached at all, or takes nothing. */
const refusals = {
  "no storage": () => Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } }),
  "a full storage": () => { Storage.prototype.setItem = () => { throw new DOMException("refused", "QuotaExceededError"); }; },
};

for (const [name, init] of Object.entries(refusals)) {
  inOneLanguage(`worksheet with ${name}: it says so and still clears, saves and opens`, async (t, lang) => {
    const text = textOf(GROWING, lang);
    const page = await t.open(t.address(GROWING, lang), { init: [init], logs: /refused|^request to blob:/ });
    await page.locator("[data-add]").first().click();
    await fillIn(page);
    const written = await shown(page);
    await status(page, text.refused);
    const file = await download(page);
    await page.locator("[data-clear]").click();
    assert.deepEqual(await shown(page), {});
    await page.keyboard.press("Enter");
    assert.deepEqual(await shown(page), written);
    await page.locator("[data-clear]").click();
    await choose(page, file.text);
    await page.getByRole("button", { name: text.take, exact: true }).click();
    assert.deepEqual(await shown(page), written);
  });
}

inOneLanguage("worksheet without field sizing: text areas grow by their rows", async (t, lang) => {
  const init = [() => { const supports = CSS.supports.bind(CSS); CSS.supports = (...what) => what[0] !== "field-sizing" && supports(...what); }];
  const page = await t.open(t.address(GROWING, lang), { init });
  await textarea(page).evaluate((one) => { one.style.fieldSizing = "fixed"; });
  await textarea(page).fill("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight");
  const { rows, hidden } = await textarea(page).evaluate((one) => ({ rows: one.rows, hidden: one.scrollHeight - one.clientHeight }));
  assert.ok(rows > 4 && hidden <= 0, `${rows} rows, ${hidden} px hidden`);
});

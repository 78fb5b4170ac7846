// The numbers a reader sees are the reference scorer's: for answers given with the keyboard alone, for codes, for what is stored,
// and for every published case in the browser's own arithmetic.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { full, given, itemsOf, quick, storedAnswers } from "./support/answers.mjs";
import { answer, pressOn } from "./support/keyboard.mjs";
import { asPage, readPage, reference } from "./support/reference.mjs";
import { inEveryLanguage, inOneLanguage, test } from "./support/runner.mjs";
import { files, languages, words } from "./support/site.mjs";

/** What the thirteen questions of the short form are answered, and what the claims rest on. */
const sets = {
  "mixed answers, basics first": { values: [3, 2, 4, 1, 2, 3, 1, 3, 1, 2, 4, 3, 2], proofs: [1, null, 2, 0] },
  "one weak dimension holds down the rest": { values: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 5], proofs: [2] },
  "some unknown, so provisional": { values: ["d", 4, 4, 5, 4, 5, "d", 4, 4, 5, 4, "d", 4], proofs: [1, 1, 0] },
  "too much unknown for a result": { values: ["d", "d", 3, "d", 2, "d", "d", "d", 4, "d", 1, "d", "d"] },
  "everything in the middle": { values: [3] },
  "some left unanswered": { values: [4, null, 3, 5, 4, 4, 4, 3, 3, null, 4, 3, 4], proofs: [2, 1] },
  "culture ahead": { values: [2, 2, 3, 3, 2, 2, 3, 4, 5, 4, 4, 5, 4] },
  "far along": { values: [5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5], proofs: [2, 2, 1] },
};

function caseOf([name, { values, proofs }], n) {
  const lang = languages[n % languages.length];
  const model = quick(lang);
  const answers = given(model, values);
  const claims = proofs ? itemsOf(model).filter(({ id }) => answers[id] >= 3) : [];
  const proved = claims.map(({ id }, k) => [id, proofs[k % proofs.length]]).filter(([, proof]) => proof !== null);
  return { name, lang, model, answers, evidence: proved.length ? Object.fromEntries(proved) : null,
    options: { dark: Boolean((n >> 1) % 2), width: (n >> 2) % 2 ? 360 : 1280 } };
}

/** Answer sets for the long form: what only it has are questions that may not apply and key questions that hold a level down. */
function longCases() {
  const model = full(languages[0]);
  const patterns = [[3, 4, 2], [1, 5, 5, 5], [5, "d", 4, null, 3], [2, 1, 1, 2, 3, "d"], [4], ["d", "d", 5], [5, 4, 4, 3]];
  return patterns.map((values, n) => {
    const answers = given(model, values);
    for (const { id, na } of itemsOf(model)) if (na && n % 2) answers[id] = "n";
    const proofs = Object.fromEntries(itemsOf(model).map(({ id }, k) => [id, (k + n) % 3]));
    return { model, answers, evidence: n % 3 ? proofs : null };
  });
}

const short = Object.entries(sets).map(caseOf);
const long = longCases();
const expected = reference([...short, ...long]).map(asPage);

test("the answer sets reach every reading, kind of action and status", () => {
  const seen = JSON.stringify(expected);
  for (const word of ["basics", "find_out", "unblock", "improve", "ok", "insufficient", "in_step_low", "in_step_high", "none",
    "first_ahead", "second_ahead"]) assert.ok(seen.includes(`"${word}"`), word);
});

async function answerScreen(page, { model, answers, evidence }, n) {
  const dim = model.dims[n];
  assert.equal(await page.locator("[data-screen]:visible").getAttribute("data-screen"), dim.id, "the visible screen");
  for (const { id } of dim.items) if (id in answers) await answer(page, id, answers[id], evidence?.[id]);
  await pressOn(page, "[data-next]", n % 2 ? "Space" : "Enter");
}

short.forEach((one, n) => {
  const { lang, options, name } = one;
  test(`${lang}: the short form by keyboard, ${name}, ${options.dark ? "dark" : "light"}, ${options.width} px`, async (t) => {
    const page = await t.open(t.address("assessment/quick", lang), options);
    await pressOn(page, "[data-next]");
    for (let k = 0; k < one.model.dims.length; k += 1) await answerScreen(page, one, k);
    assert.ok(await page.locator("#s-review").isVisible(), "the review comes before the result");
    await pressOn(page, "[data-next]");
    await page.waitForURL(/#r=/);
    assert.deepEqual(await readPage(page), expected[n]);
    assert.equal(await page.locator("[data-foreign]").isVisible(), false, "one's own answers are not foreign");
  });
});

inEveryLanguage("codes of the long form give what the reference gives", async (t, lang) => {
  const page = await t.open(t.address("assessment/result", lang));
  for (const wanted of expected.slice(short.length)) {
    await page.evaluate((code) => { location.hash = `r=${code}`; }, wanted.code);
    await page.waitForFunction((code) => document.querySelector("[data-code]").textContent === code, wanted.code);
    assert.deepEqual(await readPage(page), wanted);
  }
});

inOneLanguage("stored answers are scored in the longest form they are enough for", async (t, lang) => {
  const model = full(lang);
  for (const [n, kicker] of [[0, "kicker_full"], [1, "kicker_quick"]]) {
    const { answers, evidence } = n ? short[0] : long[1];
    const page = await t.open(null, { stored: storedAnswers(model, answers, evidence ?? {}) });
    await page.goto(t.address("assessment/result", lang));
    assert.deepEqual(await readPage(page), expected[n ? 0 : short.length + 1]);
    const start = words("assessment/result", lang).result[kicker].split("{")[0];
    assert.ok((await page.locator("[data-kicker]").textContent()).startsWith(start), kicker);
  }
});

test("the published cases come out exactly in the browser", async (t) => {
  const { models, vectors } = JSON.parse(readFileSync(new URL("../scoring/vectors.json", import.meta.url), "utf8"));
  const page = await t.open(t.address("assessment/result", languages[0]));
  await page.addScriptTag({ url: t.origin + files(".js").find((path) => /score-team\.[0-9a-f]+\.js$/.test(path)) });
  const results = await page.evaluate(({ models, vectors }) => vectors.map(({ fn, input }) => {
    const { score } = globalThis.portaat;
    if (fn === "fingerprint") return input.models.map((name) => score.fingerprint(models[name]));
    const values = Object.entries(input).map(([key, value]) => (/^model\d?$/.test(key) ? models[value] : value));
    return score[fn.replace(/_(.)/g, (_, letter) => letter.toUpperCase())](...values);
  }), { models, vectors });
  vectors.forEach(({ id, expected: wanted }, n) => assert.deepStrictEqual(results[n], wanted, id));
});

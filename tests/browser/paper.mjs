// A pencil and the printed key come to the reference scorer's levels, with script off and from nothing but what is on paper.
import assert from "node:assert/strict";
import { full, itemsOf, quick } from "./support/answers.mjs";
import { reference } from "./support/reference.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";

const SETS = 500;
const FORMS = { quick, full };

/** The numbers of an open form as they are printed. */
const printed = (page, form) => page.evaluate((form) => {
  const exam = document.querySelector(`[data-form="${form}"]`);
  const number = (text) => Math.round(100 * Number(text.replace(",", "."))) / 100;
  const cells = (row) => [...row.cells].map(({ textContent }) => number(textContent));
  const lookUp = (table) => Object.fromEntries([...table.tBodies[0].rows].map(cells).map(([weight, ...least]) => [weight, least]));
  const sum = (node) => ({ total: number(node.querySelector(".of").textContent.replace("/", "")),
    levels: lookUp(node.querySelector("[data-table=sum]")) });
  const rows = (key) => [...key.querySelectorAll("tr[data-row]")].map((row) => ({ id: row.dataset.row,
    own: Number.parseInt(row.cells[0].textContent, 10),
    cells: [...row.querySelectorAll(".cell")].map((cell) => ({ key: cell.classList.contains("key"),
      number: Number.parseInt(cell.textContent, 10), weight: Number(cell.textContent.split("×")[1]) })) }));
  const enough = ([has, needs]) => Object.fromEntries(cells(has).slice(1).map((weight, n) => [weight, cells(needs)[n + 1]]));
  const keyOf = (key) => {
    const [least, levels] = ["enough", "levels"].map((name) => key.querySelector(`[data-table=${name}]`));
    return { rows: rows(key), sum: sum(key.querySelector("[data-sum]")), levels: levels && lookUp(levels),
      enough: least && enough(least.tBodies[0].rows) };
  };
  const sums = exam.querySelectorAll("[data-sum]");
  return { items: [...exam.querySelectorAll("[data-number]")].map(({ dataset }) => [Number(dataset.number), dataset.item]),
    keys: [...exam.querySelectorAll("[data-key]")].map(keyOf), whole: sum(sums[sums.length - 1]),
    digits: exam.textContent.match(/\+ (\d)/g).map((text) => Number(text.slice(2))), text: exam.textContent };
}, form);

const levelOf = (least, sum) => least.filter((one) => sum >= one - 1e-9).length;
const rated = (answer) => typeof answer === "number";

/** One row by the steps of the key: lag and unknown are the numbers they name. */
function scoreRow({ cells, own }, { levels, enough }, given, { lag, unknown }) {
  if (!levels) return rated(given(own)) ? { points: given(own), level: given(own) } : null;
  const asked = cells.map((cell) => ({ ...cell, answer: given(cell.number) }));
  const weigh = (list) => list.reduce((all, { weight }) => all + weight, 0);
  const has = asked.filter(({ answer }) => rated(answer));
  const weights = weigh(has);
  if (weights < enough[weigh(asked.filter(({ answer }) => answer !== "n"))]) return null;
  const sum = has.reduce((all, { answer, weight }) => all + answer * weight, 0);
  const caps = asked.filter(({ key }) => key).map(({ answer }) => (rated(answer) ? Math.min(5, answer + lag) : unknown));
  return { points: Math.floor((100 * sum) / weights + 0.5) / 100, level: Math.min(levelOf(levels[weights], sum), ...caps) };
}

function add(rows, { total, levels }, { lag, unknown }) {
  const scored = rows.filter(Boolean);
  if (!(scored.length in levels)) return null;
  const sum = scored.reduce((all, { points }) => all + points, 0);
  const cap = Math.min(5, Math.min(...scored.map(({ level }) => level)) + lag);
  return Math.min(levelOf(levels[scored.length], sum), cap, scored.length < total ? unknown : 5);
}

/** Made-up answers, the same in every run: some sure, some full of holes, some close together. */
function answersOf(model, random) {
  const [holes, stray] = [Math.max(0, random() * 0.8 - 0.4), random() * 0.7];
  const base = 1 + Math.floor(random() * 5);
  const one = ({ na }) => {
    if (random() < holes) return random() < 0.5 ? "d" : null;
    if (na && random() < 0.4) return "n";
    return random() < stray ? 1 + Math.floor(random() * 5) : base;
  };
  return Object.fromEntries(itemsOf(model).map((item) => [item.id, one(item)]).filter(([, value]) => value !== null));
}

function sequence(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

for (const [form, modelOf] of Object.entries(FORMS)) {
  inOneLanguage(`the ${form} form on paper gives the reference's levels`, async (t, lang) => {
    const page = await t.open(t.address("assessment/paper", lang), { script: false });
    const paper = await printed(page, form);
    const model = modelOf(lang);
    const random = sequence(form.length + lang.charCodeAt(0));
    const batch = Array.from({ length: SETS }, () => ({ model, answers: answersOf(model, random), evidence: null }));
    const wanted = reference(batch);
    const rules = { lag: paper.digits.at(-1), unknown: model.rules.unknown_cap };
    const items = Object.fromEntries(paper.items);
    batch.forEach(({ answers }, n) => {
      const given = (number) => answers[items[number]];
      const parts = paper.keys.map((key) => key.rows.map((row) => scoreRow(row, key, given, { ...rules, lag: paper.digits[0] })));
      const { dims, parts: expected, overall } = wanted[n].scored;
      assert.deepEqual(parts.flat().map((row) => row?.level ?? null), dims.map(({ level }) => level), `rows of set ${n}`);
      assert.deepEqual(parts.flat().map((row) => row && Math.round(100 * row.points)), dims.map(({ score }) => score), `scores of set ${n}`);
      assert.deepEqual(parts.map((rows, k) => add(rows, paper.keys[k].sum, rules)), expected.map(({ level }) => level), `parts of set ${n}`);
      assert.equal(add(parts.flat(), paper.whole, rules), overall.level, `overall of set ${n}`);
    });
    const levels = new Set(wanted.map(({ scored }) => scored.overall.level));
    for (const level of [null, 1, 2, 3, 4, 5]) assert.ok(levels.has(level), `some set comes to level ${level}`);
  });
}

inEveryLanguage("the forms on paper: two sheets a part, nothing smaller than nine points, no question cut", async (t, lang) => {
  const page = await t.open(t.address("assessment/paper", lang), { script: false });
  const sheets = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
  assert.ok(await sheets() <= 4, "the quick form");
  await page.locator("[data-form=full] > summary").click();
  assert.equal(await page.locator("details.exam[open]").count(), 1, "one form is open at a time");
  assert.ok(await sheets() <= 8, "the full form");
  await page.emulateMedia({ media: "print" });
  const small = await page.locator("details[open] *").evaluateAll((all) => all
    .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 11.99).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(small, []);
  for (const gone of [".masthead", "h1", ".colophon", "#print"]) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.equal(await page.locator(".exam-item").first().evaluate((one) => getComputedStyle(one).breakInside), "avoid");
});

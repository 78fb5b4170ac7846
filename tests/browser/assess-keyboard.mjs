// The whole form with the keyboard alone on a small screen, from the first page to the result, and what a screen reader is told.
import assert from "node:assert/strict";
import { entriesOn, full, given, itemsOf, storedAnswers } from "./support/answers.mjs";
import { answer, pressOn, tabTo } from "./support/keyboard.mjs";
import { asPage, readPage, reference } from "./support/reference.mjs";
import { inEveryLanguage, inOneLanguage } from "./support/runner.mjs";
import { words } from "./support/site.mjs";

const FORM = "assessment/index";
const SMALL = { width: 360, height: 740 };
const VALUES = [3, 4, "d", 2, 5, 1, 3, null, 4, 2, 3];
const PROOFS = [1, null, 2, 0];

function caseOf(lang) {
  const model = full(lang);
  const answers = given(model, VALUES);
  for (const { id, na } of itemsOf(model)) if (na && id in answers) answers[id] = "n";
  const claims = itemsOf(model).filter(({ id }) => answers[id] >= 3).map(({ id }, n) => [id, PROOFS[n % PROOFS.length]]);
  return { model, answers, evidence: Object.fromEntries(claims.filter(([, proof]) => proof !== null)) };
}

/** Chooses the nth of an optional group. */
async function pick(page, name, n) {
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press("Space");
  for (let k = 0; k < n; k += 1) await page.keyboard.press("ArrowDown");
}

const seenWhole = (page) => page.evaluate(() => {
  const { top, bottom } = document.activeElement.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

inOneLanguage("the whole form by keyboard alone at 360 px", async (t, lang) => {
  const { model, answers, evidence } = caseOf(lang);
  const page = await t.open(t.address(FORM, lang), SMALL);
  await pressOn(page, "[data-next]");
  for (const [n, dim] of model.dims.entries()) {
    assert.equal(await page.evaluate(() => document.activeElement.id), `h-${dim.id}`, "the heading of the screen has the focus");
    for (const { id } of dim.items) {
      if (!(id in answers)) continue;
      await answer(page, id, answers[id], evidence[id]);
      assert.ok(await seenWhole(page), `${id}: the choice can be seen`);
    }
    await pressOn(page, "[data-next]", n % 2 ? "Space" : "Enter");
  }
  await pick(page, "talk1", 0);
  await pick(page, "walk5", 3);
  await pressOn(page, "[data-next]");
  await pick(page, "profile-role", 0);
  await pressOn(page, "[data-next]");
  assert.equal(await page.locator("[data-unanswered] li").count(), itemsOf(model).filter(({ id }) => !(id in answers)).length);
  await pressOn(page, "[data-next]");
  await page.waitForURL(/#r=/);
  assert.match(page.url(), /&t=1--------4$/);
  const [expected] = reference([{ model, answers, evidence }]).map(asPage);
  const { code, ...facts } = await readPage(page);
  const { code: wanted, ...rest } = expected;
  assert.deepEqual(facts, rest);
  assert.equal(page.url().match(/#r=([^&]+)/)[1].split(".")[3], wanted.split(".")[3], "the answers in the code");
  assert.equal(page.url().match(/#r=([^&]+)/)[1].split(".")[2], "l", "the role in the code");
});

/** What the browser tells assistive technology, without what it leaves out: { role, name, checked, children }. */
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const property = (node, name) => node.properties?.find((one) => one.name === name)?.value.value;
  const kids = (node) => node.childIds.map((id) => byId.get(id)).filter(Boolean).flatMap((child) => (child.ignored ? kids(child) : [grow(child)]));
  const grow = (node) => ({ role: node.role.value, name: node.name?.value ?? "", about: node.description?.value ?? "",
    checked: property(node, "checked") ?? "false", children: kids(node) });
  return grow(nodes[0]);
}

const all = (node, role) => [...(node.role === role ? [node] : []), ...node.children.flatMap((child) => all(child, role))];

/** The groups of the open screen as the page means them: name, and each option with its state. */
const meant = (page) => page.locator("[data-screen]:visible > fieldset").evaluateAll((sets) => sets.map((set) => ({
  name: set.querySelector("legend").textContent.trim(),
  options: [...set.querySelectorAll("input")].filter((one) => one.checkVisibility())
    .map((one) => [one.closest("label").textContent.trim().replace(/\s+/g, " "), String(one.checked)]),
})));

inEveryLanguage("assistive technology gets every question's name, options and choice", async (t, lang) => {
  const { model, answers, evidence } = caseOf(lang);
  const page = await t.open(null, { ...SMALL, stored: storedAnswers(model, answers, evidence) });
  await page.goto(t.address(FORM, lang));
  let asked = 0;
  for (const screen of [...model.dims.map(({ id }) => id), "talk-walk", "profile"]) {
    await page.evaluate((id) => { location.hash = `s-${id}`; }, screen);
    await page.locator(`#s-${screen}`).waitFor();
    const wanted = await meant(page);
    const heading = await page.locator(`#h-${screen}`).textContent();
    const region = all(await tree(page), "region").find(({ name }) => name === heading);
    assert.ok(region, `${heading} is a region`);
    const groups = all(region, "group").filter(({ name }) => wanted.some((one) => one.name === name));
    assert.deepEqual(groups.map((group) => ({ name: group.name, options: all(group, "radio").map(({ name, checked }) => [name, checked]) })), wanted, screen);
    for (const dim of model.dims.filter(({ id }) => id === screen)) {
      dim.items.forEach(({ id, na }, n) => {
        const values = [1, 2, 3, 4, 5, "d", ...(na ? ["n"] : [])];
        const states = all(groups[n], "radio").slice(0, values.length).map(({ checked }) => checked === "true");
        assert.deepEqual(states, values.map((value) => answers[id] === value), id);
        asked += 1;
      });
    }
    if (screen === "profile") assert.ok(groups.every(({ about }) => about.length > 10), "the reason is told with the question");
  }
  assert.equal(asked, 45);
});

inOneLanguage("what is said on the status line is said aloud", async (t, lang) => {
  const page = await t.open(`${t.address(FORM, lang)}#s-flow`, SMALL);
  await answer(page, "flow1", 2);
  const [line] = all(await tree(page), "status");
  assert.deepEqual(all(line, "StaticText").map(({ name }) => name), [words(FORM, lang).store.saved]);
  assert.deepEqual(Object.keys(await entriesOn(page)), ["flow1"]);
});

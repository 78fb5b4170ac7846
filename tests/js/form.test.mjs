// The form's own decisions: where to go on, which screen an address means, and that the page has everything the script reaches for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, page } from "./page.mjs";
import { load, source, vectors } from "./support.mjs";

const names = ["core.js", "words.js", "score.js", "store.js", "store-undo.js", "assess-about.js", "assess.js"];
const mini = () => vectors().models.mini;
const template = (name) => readFileSync(new URL(`../../themes/default/templates/${name}`, import.meta.url), "utf8");

/** The data hooks a script asks a page for. */
const hooks = (name) => [...new Set([...source(name).matchAll(/\[(data-[a-z-]+)[\]=]/g)].map((match) => match[1]))];

test("one goes on at the first screen with a question without an answer", () => {
  const { firstOpen } = open(names).form;
  const answers = { a1: 1, a2: "d", a3: "n", a4: 2 };
  assert.equal(firstOpen(mini(), {}), 1);
  assert.equal(firstOpen(mini(), answers), 2);
  assert.equal(firstOpen(mini(), { ...answers, c1: 1, c2: 1, c3: 1 }), 2);
});

test("with every answer given one goes on at the review", () => {
  const ids = mini().dims.flatMap((dim) => dim.items.map((it) => it.id));
  assert.equal(open(names).form.firstOpen(mini(), Object.fromEntries(ids.map((id) => [id, 3]))), 4);
});

for (const [hash, current, expected] of [["", 2, 0], ["#s-b", 0, 1], ["#q-b2", 0, 1], ["#main", 2, 2], ["#nowhere", 1, 1]]) {
  test(`the address "${hash}" on screen ${current} means screen ${expected}`, () => {
    const globals = page({ hash });
    const known = ["s-start", "s-b", "q-b2", "main"];
    globals.document.getElementById = (id) => (known.includes(id) ? { id } : null);
    const screen = (...ids) => ({ contains: (node) => node !== null && ids.includes(node.id) });
    const { screenOfAddress } = load(names, globals).portaat.form;
    assert.equal(screenOfAddress([screen("s-start"), screen("s-b", "q-b2"), screen("s-c")], current), expected);
  });
}

test("the page has every hook the script asks for", () => {
  const markup = ["assessment.html", "partials/question.html", "partials/about.html"].map(template).join("");
  const missing = ["assess.js", "assess-about.js"].flatMap(hooks).filter((hook) => !markup.includes(hook));
  assert.deepEqual(missing, []);
});

test("a question can be answered only in the ways the scorer knows", () => {
  const markup = template("partials/question.html");
  const values = [...markup.matchAll(/name="{{ item\.id }}" value="([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(values, ["{{ loop.index }}", "d", "n"]);
  assert.match(markup, /{%- if item\.na %}\n<label><input type="radio" name="{{ item\.id }}" value="n"/);
  assert.match(markup, /<fieldset class="question" id="q-{{ item\.id }}" data-item="{{ item\.id }}">/);
});

test("without script nothing can be sent", () => {
  assert.match(template("assessment.html"), /<form [^>]*method="dialog"/);
  assert.doesNotMatch(template("assessment.html"), /<form [^>]*action=/);
});

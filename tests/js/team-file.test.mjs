// Files that join a team, as spreadsheets and strangers write them, and what a workshop makes of what it finds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain, vectors } from "./support.mjs";

const { mini } = vectors().models;
const roles = { l: "Johto", f: "Asiakastyö", s: "Taustatyö" };
const globals = { TextDecoder, portaat: { lang: "fi", strings: { team: { role: roles } } } };
const { score, team, workshop } = load(["score.js", "score-team.js", "team-read.js", "team-past.js", "team-set.js", "result-file.js", "team-file.js", "workshop-state.js"], globals).portaat;
const models = [mini, score.quick(mini)];
team.models = () => models;
team.functions = () => ({ it: "Tietohallinto" });

function opened(text) {
  const into = new Map();
  const steps = team.openFile("x", text, into);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { people: [...into.values()].map(({ role, answers }) => [role, Object.values(plain(answers)).join("")]), lines: plain(value.lines).map(({ kind, from, to }) => [kind, from, to]) };
  }
}

const head = ["role", "function", "a1", "a2", "a3", "a4", "b1", "b2", "b3", "c1", "c2", "c3"];
const rows = [["l", "it", 4, 3, "n", 4, 2, 2, 2, 5, 5, "d"], ["f", "it", 4, 3, 3, 4, 2, 2, 2, 5, 5, ""]];
const people = [["l", "43n422255d"], ["f", "434422255"]].map(([role, values]) => [role, values]);
people[0][1] = "43n422255d";
people[1][1] = "433422255";

for (const [name, text] of Object.entries({
  semicolons: [head, ...rows].map((row) => row.join(";")).join("\r\n"),
  "commas and a byte order mark": `\ufeff${[head, ...rows].map((row) => row.join(",")).join("\n")}`,
  tabs: [head, ...rows].map((row) => row.join("\t")).join("\n"),
  "quoted cells": [head, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(";")).join("\n"),
  "smart quotes": [head, ...rows].map((row) => row.map((cell) => `”${cell}”`).join(";")).join("\n"),
  "roles in words, answers with decimals": [head, ...rows].map((row) => row.join(";")).join("\n").replace("\nl;", "\nJohto;").replace("\nf;", "\nASIAKASTYÖ;").replaceAll(";5", ";5,0"),
  "a note over two lines": [head, ["l", '"it\nand more"', ...rows[0].slice(2)], rows[1]].map((row) => row.join(";")).join("\n"),
})) {
  test(`a table is read: ${name}`, () => assert.deepEqual(opened(text), { people, lines: [] }));
}

test("what a table has wrong is named by its line, and the same answers twice are two people", () => {
  const text = [head, rows[0], rows[0], ["x", "", 1], ["l", "", 9, 3], ["l", "", "n", 3], [], ["", "", "", ""]].map((row) => row.join(";")).join("\n");
  const { people: found, lines } = opened(text);
  assert.equal(found.length, 2);
  assert.deepEqual(lines, [["row", 4, 6], ["row", 8, 8]]);
});

test("a table of something else has no people, and says so line by line", () => {
  assert.deepEqual(opened("name;age\nx;3\ny;4"), { people: [], lines: [["none", 1, 3]] });
});

test("columns of another version are named, and the rest of the table counts", () => {
  const text = [[...head, "a9", "name"], [...rows[0], 3, "x"], [...rows[1], 4, "y"]].map((row) => row.join(";")).join("\n");
  assert.deepEqual(opened(text), { people, lines: [["columns", 1, 1]] });
});

test("codes of other versions, halves of codes and other texts in one file are named by their lines", () => {
  const code = score.shareCode(mini, { a1: 4, a2: 3, b1: 2 }, null, "f");
  const other = score.shareCode({ ...mini, id: "other" }, { a1: 4 }, null, "f");
  const text = ["code", `"${code}"`, `“${other}”;`, `${code.slice(0, 20)}`, "", "Terveisin", `'${score.shareCode(mini, { a1: 1 }, null, "l")}',`, code].join("\r\n");
  const { people: found, lines } = opened(text);
  assert.deepEqual(found.map(([role]) => role), ["f", "l"]);
  assert.deepEqual(lines, [["foreign", 3, 3], ["broken", 4, 4], ["none", 6, 6], ["twin", 8, 8]]);
});

test("a long file of noise loses neither the code in it nor the place of what is wrong", () => {
  const code = score.shareCode(mini, { a1: 4 }, null, "f");
  const noise = `${"x1y2;z3,\"„".repeat(14)}\n`;
  const into = new Map();
  const steps = team.openFile("x", noise.repeat(18000) + `${code}\n` + noise.repeat(18000), into);
  let step = steps.next();
  while (!step.done) step = steps.next();
  assert.deepEqual([...into.keys()], [code]);
  assert.deepEqual(plain(step.value.lines).map(({ kind, from, to }) => [kind, from, to]), [["none", 1, 18000], ["none", 18002, 36001]]);
});

for (const [name, bytes] of Object.entries({
  "UTF-8": Buffer.from("Asiakastyö"), "UTF-16 with a mark": Buffer.from("\ufeffAsiakastyö", "utf16le"), "Windows 1252": Buffer.from("Asiakastyö", "latin1"),
})) {
  test(`a file's letters are read: ${name}`, async () => assert.equal((await team.textOf(new Blob([bytes]))).replace("\ufeff", ""), "Asiakastyö"));
}

test("an empty file, and one of spaces, are named", () => {
  for (const text of ["", " \n\t"]) assert.deepEqual(opened(text), { people: [], lines: [["file", 0, 0]] });
});

test("files that are none of ours change nothing", () => {
  for (const text of ["{}", '{"portaat":"team","v":1}', `{"portaat":"team","v":1,"saved":"2024-01-01","model":{},"codes":["x"]}`]) {
    assert.deepEqual(opened(text), { people: [], lines: [["file", 0, 0]] }, text);
  }
});

test("votes are counted without order; near ones are agreed on at the lower middle, far ones are not", () => {
  let round = workshop.stateOf(mini).rounds.a1;
  for (const value of ["3", "2", "3", "2", "d"]) round = workshop.vote(round, value);
  const shown = workshop.reveal(round);
  assert.deepEqual([shown.open, shown.agreed, plain(workshop.all(shown))], [true, 2, { 1: 0, 2: 2, 3: 2, 4: 0, 5: 0, d: 1 }]);
  const far = workshop.reveal(workshop.vote(round, "5"));
  assert.equal(far.agreed, null);
  const again = workshop.again(far);
  assert.deepEqual([again.open, workshop.count(workshop.all(again)), workshop.count(again.first)], [false, 0, 6]);
});

test("a workshop out of anything is a workshop", () => {
  for (const found of [null, 1, "x", [], { rounds: [], actions: 3, people: 1e9, at: -1 }, { rounds: { a1: { hand: { 1: 1.5, 2: -1, 3: 99 }, agreed: 7, note: 5 } } }]) {
    assert.deepEqual(plain(workshop.stateOf(mini, found)), plain(workshop.stateOf(mini)));
  }
});

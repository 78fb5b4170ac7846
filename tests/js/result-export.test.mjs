// The files one takes along are read by other programs: a calendar, a note and a table that nothing typed can break or set off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.mjs";
import { load, plain } from "./support.mjs";

const words = { result: { action: "Action", plan: { who: "Who", by: "By", again: "Again", reason: "Why", question: "Q", links: "Links" } } };
const open = (lang = "en") => load(["core.js", "words.js", "result-plan.js", "result-export.js"],
  { ...page({ data: { "portaat-strings": { lang, strings: words } } }), TextEncoder }).portaat.result;
const now = new Date("2026-11-22T06:05:04.321Z");
const event = { id: "flow-20261231-ab", day: "2026-12-31", title: "Fix; a, b\\c", text: "one\r\ntwo\u0007" };

test("a calendar has whole lines, escaped texts and an all-day entry with a reminder", () => {
  const text = open().calendar([event], now);
  assert.ok(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  const lines = text.split("\r\n");
  for (const line of ["UID:flow-20261231-ab@portaat", "DTSTAMP:20261122T060504Z", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Fix\\; a\\, b\\\\c", "DESCRIPTION:one\\ntwo", "TRIGGER:-P1D"]) assert.ok(lines.includes(line), line);
  assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/);
});

test("long lines are folded at 75 octets and come back whole", () => {
  const title = "Kysykää ääneen: ”miksi näin?” 😀 ".repeat(12);
  const text = open().calendar([{ ...event, title }], now);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(text.replaceAll("\r\n ", "").includes(`SUMMARY:${title}\r\n`));
});

test("a calendar is called as its publisher", () => {
  assert.ok(open().calendar([event], now, "Acme; Oy").includes("\r\nX-WR-CALNAME:Acme\\; Oy\r\nBEGIN:VEVENT\r\n"));
  assert.ok(!open().calendar([event], now).includes("CALNAME"));
});

test("nothing typed can begin a line of the calendar", () => {
  const text = open().calendar([{ ...event, title: "x\nEND:VCALENDAR\rBEGIN:VEVENT" }], now);
  assert.equal(text.match(/^(END:VCALENDAR|BEGIN:VEVENT)\r?$/gm).length, 2);
});

for (const [from, months, to] of [["2026-11-22", 6, "2027-05-22"], ["2026-08-31", 6, "2027-02-28"], ["2027-08-31", 6, "2028-02-29"], ["2026-12-01", 1, "2027-01-01"]]) {
  test(`${months} months after ${from}`, () => assert.equal(open().monthsAfter(from, months), to));
}

for (const start of ["=", "+", "-", "@", "\t=", " =", "\r="]) {
  test(`a cell that begins with ${JSON.stringify(start)} is text`, () => assert.equal(open().csv([[`${start}1+1`]]), `\ufeff"'${start}1+1"\r\n`));
}

test("cells are quoted, and separated as the language's spreadsheets expect", () => {
  assert.equal(open().csv([["a", 'b "c", d']]), '\ufeff"a","b ""c"", d"\r\n');
  assert.equal(open("fi").csv([["a", "b"]]), '\ufeff"a";"b"\r\n');
});

test("a note holds what was typed as text", () => {
  const row = { id: "flow", title: "Fix: *flow*", why: "<script>", question: "# Why?\n- x", evidence: "", who: "[A](javascript:1)", by: "2026-12-31", links: [{ name: "Flow", href: "https://example.org/flow/" }] };
  const text = open().markdown({ title: "Level 3", from: "Acme *Oy*", day: "2026-11-22", again: "2027-05-22", rows: [row] });
  assert.ok(text.includes("## 1. Fix: \\*flow\\*\n") && text.includes("\\<script\\>") && text.includes("- \\# Why? - x\n"));
  assert.ok(text.includes("- Who: \\[A\\](javascript:1)\n") && text.includes("- [Flow](<https://example.org/flow/>)\n"));
  assert.ok(text.startsWith("# Level 3\n\nAcme \\*Oy\\*, 2026-11-22\n") && text.endsWith("Again: 2027-05-22\n"));
});

test("a plan is measured before it is used", () => {
  const stored = { flow: { who: "x".repeat(200), by: "2026-02-30" }, needs: null };
  const envelope = JSON.stringify({ v: 1, data: stored });
  const globals = page({ data: { "portaat-strings": { lang: "en", strings: words } } });
  globals.localStorage.setItem("portaat:base:answers:assessment/result", envelope);
  const { result } = load(["core.js", "result-plan.js"], globals).portaat;
  assert.deepEqual(plain(result.planOf("flow", true)), { who: "x".repeat(80), by: "" });
  assert.deepEqual(plain(result.planOf("needs", true)), { who: "", by: "" });
  assert.deepEqual(plain(result.planOf("flow", false)), { who: "", by: "" });
  assert.equal(result.putPlan("flow", { who: "A", by: "2026-12-31" }, false), false);
  assert.equal(globals.localStorage.getItem("portaat:base:answers:assessment/result"), envelope, "a link's result writes nothing");
});

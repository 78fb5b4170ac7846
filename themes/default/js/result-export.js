// The actions as a calendar, a note and a table to take along. All three are read by other programs, so what people typed is
// escaped for each: nothing in it can end a line, start a formula or become a link.
"use strict";

/** @typedef {{ id: string, title: string, why: string, question: string, evidence: string, who: string, by: string, links: { name: string, href: string }[] }} Row */
/** @typedef {{ id: string, day: string, title: string, text: string }} Event_ */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  const LINE = 75;
  // The whole form is worth filling in again when half a year has passed.
  const MONTHS = 6;

  /** @param {string} char */
  const width = (char) => new TextEncoder().encode(char).length;

  /** A calendar's line is at most 75 octets; it goes on after a line break and a blank. @param {string} line */
  function fold(line) {
    let [out, used] = ["", 0];
    for (const char of line) {
      if (used + width(char) > LINE) [out, used] = [`${out}\r\n `, 1];
      out += char;
      used += width(char);
    }
    return out;
  }

  /** @param {string} text */
  const calendarText = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, "");

  /** @param {Date} date */
  const dayOf = (date) => date.toISOString().slice(0, 10);

  /** @param {string} day @param {number} n */
  function daysAfter(day, n) {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + n);
    return dayOf(date);
  }

  /** The same day some months on, the last of the month where there is no such day. @param {string} day @param {number} n */
  function monthsAfter(day, n) {
    const [year, month, date] = day.split("-").map(Number);
    const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
    return dayOf(new Date(Date.UTC(year, month - 1 + n, Math.min(date, last))));
  }

  /** @param {string} day */
  const plainDay = (day) => day.replaceAll("-", "");

  /** @param {Event_} event @param {string} stamp */
  const entry = ({ id, day, title, text }, stamp) => ["BEGIN:VEVENT", `UID:${id}@portaat`, `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plainDay(day)}`, `DTEND;VALUE=DATE:${plainDay(daysAfter(day, 1))}`, "TRANSP:TRANSPARENT",
    `SUMMARY:${calendarText(title)}`, `DESCRIPTION:${calendarText(text)}`,
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${calendarText(title)}`, "TRIGGER:-P1D", "END:VALARM", "END:VEVENT"];

  /** The publisher's name at the head of the page: in words, or as a logo that stands for it. */
  function publisher() {
    const mark = document.querySelector(".mark");
    return mark?.textContent?.trim() || mark?.querySelector("img")?.alt || "";
  }

  /** @param {Event_[]} events @param {Date} now @param {string} [name] the calendar's, where programs show one */
  function calendar(events, now, name = "") {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//portaat//result//${portaat.lang.toUpperCase()}`, "CALSCALE:GREGORIAN",
      ...(name ? [`X-WR-CALNAME:${calendarText(name)}`] : []), ...events.flatMap((event) => entry(event, stamp)), "END:VCALENDAR"];
    return lines.map((line) => `${fold(line)}\r\n`).join("");
  }

  /** A spreadsheet takes some beginnings for a formula; a number is none. @param {string} value */
  function cell(value) {
    const safe = /^[\s]*[=+\-@\t\r]/.test(value) && !/^-\d+([.,]\d+)?$/.test(value) ? `'${value}` : value;
    return `"${safe.replace(/"/g, '""')}"`;
  }

  /** With the mark by which spreadsheets know the encoding, and the separator that goes with the language's decimal. @param {string[][]} rows */
  function csv(rows) {
    const between = new Intl.NumberFormat(portaat.lang).format(0.5).includes(",") ? ";" : ",";
    return `\ufeff${rows.map((row) => `${row.map(cell).join(between)}\r\n`).join("")}`;
  }

  /** @param {string} text */
  const note = (text) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, "\\$&").trim();

  /** @param {{ title: string, from: string, day: string, again: string, rows: Row[] }} data */
  function markdown({ title, from, day, again, rows }) {
    const words = portaat.strings.result;
    const one = (/** @type {Row} */ row, /** @type {number} */ n) => [`## ${n + 1}. ${note(row.title)}`, "", note(row.why), "", ...(row.question ? [`- ${note(row.question)}`] : []),
      ...(row.evidence ? [`- ${note(row.evidence)}`] : []), `- ${words.plan.who}: ${note(row.who)}`, `- ${words.plan.by}: ${row.by}`,
      ...row.links.map(({ name, href }) => `- [${note(name)}](<${href}>)`), ""];
    return [`# ${note(title)}`, "", from ? `${note(from)}, ${day}` : day, "", ...rows.flatMap(one), `${words.plan.again}: ${again}`, ""].join("\n");
  }

  /** What stands in an action's card. Addresses of a disk are nobody else's business. @param {HTMLElement} card @returns {Row} */
  function rowOf(card) {
    const text = (/** @type {string} */ hook) => card.querySelector(hook)?.textContent?.trim() ?? "";
    const [who, by] = [...card.querySelectorAll("input")].map(({ value }) => value.trim());
    const links = [...card.querySelectorAll("a")].filter(({ protocol }) => /^https?:$/.test(protocol));
    return { id: card.dataset.action ?? "", title: text("h3"), why: text("[data-text]"), question: text("[data-question]"), evidence: text("[data-evidence]"),
      who, by: result.isDay(by) ? by : "", links: links.map((link) => ({ name: link.textContent ?? "", href: link.href })) };
  }

  /** @param {Row[]} rows @param {string} again @param {string} code @returns {Event_[]} */
  function events(rows, again, code) {
    const words = portaat.strings.result.plan;
    const text = (/** @type {Row} */ row) => [row.why, row.question, ...(row.who ? [`${words.who}: ${row.who}`] : []), ...row.links.map(({ name, href }) => `${name} ${href}`)].filter(Boolean).join("\n");
    const mark = code.split(".").filter((_, n) => n === 1 || n === 5).join("-");
    return [...rows.filter(({ by }) => by).map((row) => ({ id: `${row.id}-${plainDay(row.by)}-${mark}`, day: row.by, title: row.title, text: text(row) })),
      { id: `again-${plainDay(again)}-${mark}`, day: again, title: words.again, text: words.again_text }];
  }

  /** @param {Row[]} rows */
  function table(rows) {
    const words = portaat.strings.result;
    const head = [words.action, words.plan.reason, words.plan.question, words.plan.who, words.plan.by, words.plan.links];
    return [head, ...rows.map((row) => [row.title, row.why, row.question, row.who, row.by, row.links.map(({ href }) => href).join(" ")])];
  }

  /** @param {string} kind @param {HTMLElement} main @param {Shown} shown @param {HTMLElement} line */
  function exportAs(kind, main, shown, line) {
    const { download, strings } = portaat;
    const words = strings.result.plan;
    const now = new Date();
    const day = dayOf(now);
    const again = monthsAfter(day, MONTHS);
    const rows = /** @type {HTMLElement[]} */ ([...main.querySelectorAll("[data-action]")]).map(rowOf);
    const name = `${words.file}-${day}`;
    if (kind === "json") return download(`${portaat.strings.result.file.name}-${day}.json`, "application/json", result.fileOf(shown, now));
    if (kind === "csv") download(`${name}.csv`, "text/csv;charset=utf-8", csv(table(rows)));
    if (kind === "md") download(`${name}.md`, "text/markdown;charset=utf-8", markdown({ title: document.querySelector("h1")?.textContent ?? "", from: publisher(), day, again, rows }));
    if (kind === "ics") download(`${name}.ics`, "text/calendar;charset=utf-8", calendar(events(rows, again, result.codeOf(shown)), now, publisher()));
    const open = rows.filter(({ by }) => !by).length;
    line.textContent = kind === "ics" && open ? portaat.plural(words.undated, open) : words.exported;
  }

  Object.assign(result, { calendar, csv, markdown, monthsAfter, daysAfter, exportAs });
})();

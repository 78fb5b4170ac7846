// Finds answer codes in whatever people paste: bare, in links, between quotes and separators, with the dashes a word processor has
// made of hyphens. The check digits say whether a guess was right, so guessing is safe. What is no code is named by its line.
"use strict";

/** @typedef {{ key: string, code: string, model: string, role: string, place?: string, answers: Answers }} Member `place`: the function they work in, when they told */
/** @typedef {"broken" | "foreign" | "none"} Trouble */
/** @typedef {{ code: string, member?: Member, trouble?: Trouble }} Found */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  const CODE = /1\.[0-9a-f]{8}\.[lfs-]\.[\w-]{0,999}\.[\w-]{0,999}\.[0-9a-f]{4}(?![0-9a-z])/gi;
  // What is left of a code that was copied in part, or typed wrong.
  const REMAINS = /(^|[^\d.])1\.[0-9a-f]{2}|[0-9a-f]{8}\.[lfs-]\.|[?#&]r=|\.[1-5dn-]{5,}\./i;
  const LONGEST = 50000;

  /** What programs put into a text that nobody typed. @param {string} text */
  const tidy = (text) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/[\u2010\u2011\u2212]/g, "-");

  /**
   * A reader of codes that remembers what it has read: a field is read again at every change.
   * @param {Model[]} models
   */
  function reader(models) {
    const prints = models.map(portaat.score.fingerprint);
    /** @type {Map<string, Found>} */
    const read = new Map();
    /** @param {string} code @returns {Found} */
    function one(code) {
      const parsed = portaat.score.parseShareCode(code, models, prints);
      if ("error" in parsed) return { code, trouble: parsed.error === "fingerprint" ? "foreign" : "broken" };
      const { model, role, answers } = parsed;
      return { code, member: { key: code, code, model, role, answers } };
    }
    return (/** @type {string} */ code) => {
      const found = read.get(code) ?? one(code);
      read.set(code, found);
      return found;
    };
  }

  // What a link says after the code: the function.
  const PLACE = /^(?:&(?:amp;)?t=[\d-]{10})?&(?:amp;)?f=([a-z][a-z0-9-]{0,60})/;

  /** @param {string} text @param {(code: string) => Found} read @returns {Found[]} */
  const attempt = (text, read) => [...text.matchAll(CODE)].map(({ 0: code, index }) => {
    const found = read(code.toLowerCase());
    const place = PLACE.exec(text.slice(index + code.length, index + code.length + 100))?.[1];
    return place && found.member ? { ...found, member: { ...found.member, place } } : found;
  });

  /**
   * The codes of one line. A long dash may have been one hyphen or two.
   * @param {string} line
   * @param {(code: string) => Found} read
   * @returns {Found[]}
   */
  function codesIn(line, read) {
    const text = tidy(line);
    const guesses = /[–—]/.test(text) ? [text.replace(/[–—]/g, "--"), text.replace(/[–—]/g, "-"), text.replace(/–/g, "-").replace(/—/g, "--")] : [text];
    const tries = guesses.map((guess) => attempt(guess, read));
    const best = tries.find((all) => all.some(({ member }) => member)) ?? tries.find((all) => all.length) ?? [];
    return best.length ? best : [{ code: "", trouble: REMAINS.test(text) ? "broken" : "none" }];
  }

  /**
   * The lines that are not blank, with their numbers; a line of extraordinary length comes in pieces.
   * @param {string} text
   * @returns {Generator<[number, string]>}
   */
  function* linesOf(text) {
    const ends = /\r\n?|\n|\u2028|\u2029/g;
    for (let at = 0, number = 1; at <= text.length; number += 1) {
      const end = ends.exec(text);
      const stop = end ? end.index : text.length;
      while (stop - at > LONGEST) {
        const gap = text.slice(at + LONGEST, Math.min(stop, at + 2 * LONGEST)).search(/[\s;,"]/);
        const next = at + LONGEST + Math.max(0, gap);
        yield [number, text.slice(at, next)];
        at = next;
      }
      const line = text.slice(at, stop);
      if (line.trim()) yield [number, line];
      if (!end) return;
      at = ends.lastIndex;
    }
  }

  /**
   * What the lines of a kind are, in runs: a thousand useless lines in a row are one thing to say.
   * @returns {{ add: (kind: string, line: number) => void, all: { kind: string, from: number, to: number }[], counts: Record<string, number> }}
   */
  function ledger() {
    /** @type {{ kind: string, from: number, to: number }[]} */
    const all = [];
    /** @type {Record<string, number>} */
    const counts = {};
    /** @param {string} kind @param {number} line */
    function add(kind, line) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      const last = all[all.length - 1];
      if (last?.kind === kind && line - last.to <= 1) last.to = line;
      else all.push({ kind, from: line, to: line });
    }
    return { add, all, counts };
  }

  Object.assign(team, { reader, codesIn, linesOf, ledger });
})();

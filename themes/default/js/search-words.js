// The words of a text and the form each is looked up under: the interpreter of a language's table. The program that makes the index
// has the same.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});

  const LONGEST = 64; // letters of a word, as in the index

  const pairs = (/** @type {string} */ text) => text.split(/\s+/).filter(Boolean).map((pair) => {
    const [from, to = ""] = pair.split("=");
    return /** @type {[string, string]} */ ([from, to]);
  });

  /**
   * A language's table made ready.
   * @param {SearchTable} table
   * @returns {SearchLanguage}
   */
  function language(table) {
    const letters = new Map(Object.entries(table.fold).flatMap(([to, from]) => [...from].map((letter) => [letter, to])));
    const fold = (/** @type {string} */ text) => {
      let folded = "";
      for (const letter of text) for (const lower of letter.toLowerCase()) folded += letters.get(lower) ?? lower;
      return folded;
    };
    const list = (/** @type {string} */ text) => fold(text).split(/\s+/).filter(Boolean);
    const steps = table.steps.map(({ keep, off, again }) => {
      const endings = new Map(pairs(off));
      return { keep, again, endings, longest: Math.max(0, ...[...endings.keys()].map((ending) => ending.length)) };
    });
    const own = { fold, steps, stop: new Set(list(table.stop)), whole: new Map(pairs(fold(table.whole))), alike: new Map() };
    for (const line of table.alike) {
      const stems = list(line).map((word) => stem(own, word));
      for (const one of stems) own.alike.set(one, [...(own.alike.get(one) ?? []), ...stems.filter((other) => other !== one)]);
    }
    return own;
  }

  /**
   * The words of a text with their places, folded.
   * @param {SearchLanguage} own
   * @param {string} text
   * @returns {{ word: string, start: number, end: number }[]}
   */
  function words(own, text) {
    const found = [];
    for (const match of text.matchAll(/[\p{Alphabetic}\p{N}][\p{Alphabetic}\p{N}\u00ad\u0300-\u036f\u200b-\u200d]*/gu)) {
      let folded = "";
      let count = 0;
      for (const letter of match[0]) {
        if (/[^\p{Alphabetic}\p{N}]/u.test(letter)) continue;
        if (++count > LONGEST) break;
        folded += own.fold(letter);
      }
      found.push({ word: folded, start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /**
   * The form under which a folded word is kept.
   * @param {SearchLanguage} own
   * @param {string} word
   */
  function stem(own, word) {
    if (/^[0-9]/.test(word)) return word;
    const whole = own.whole.get(word);
    if (whole !== undefined) return whole;
    let left = word;
    for (const step of own.steps) {
      let before;
      do left = take(step, (before = left));
      while (step.again && left.length < before.length); // a longer replacement would never end
    }
    return left;
  }

  /**
   * @param {SearchStep} step
   * @param {string} word
   */
  function take({ keep, longest, endings }, word) {
    for (let length = Math.min(longest, word.length); length > 0; length--) {
      const to = endings.get(word.slice(-length));
      if (to !== undefined && [...word.slice(0, -length)].length >= keep) return word.slice(0, -length) + to;
    }
    return word;
  }

  portaat.find = Object.assign(portaat.find ?? {}, { language, words, stem });
})();

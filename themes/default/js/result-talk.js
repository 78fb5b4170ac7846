// What is said against what is done. Loaded only when the reader answered that block; it names one of three readings and a level
// never comes of it.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  const CLAIMS = 5;

  /** @param {string} talk five of 1 0 -, then five of 1–5 - @returns {TalkWalk} */
  function talkWalk(talk) {
    const values = [...talk].map((char) => (char === "-" ? null : Number(char)));
    return portaat.score.talkWalk(values.slice(0, CLAIMS), values.slice(CLAIMS));
  }

  /** @param {string} char @param {boolean} claim */
  function said(char, claim) {
    const { talk, calc } = portaat.strings.result;
    if (char === "-") return calc.none;
    return claim ? talk[char === "1" ? "yes" : "no"] : portaat.say(talk.of_five, { n: char });
  }

  /** @param {HTMLElement} box @param {string} name @param {number | null} score */
  function bar(box, name, score) {
    const row = result.find(box, `[data-side="${name}"]`);
    const [plot, val] = [row.querySelector(".plot"), row.querySelector(".val")];
    if (plot) result.bar(plot, score === null ? null : 100 + 4 * score);
    if (val) val.textContent = score === null ? "–" : String(score);
  }

  /** @param {HTMLElement} main @param {string} given */
  function talk(main, given) {
    const words = portaat.strings.result.talk;
    const box = result.find(main, "[data-talk]");
    const { talk: claims, walk, flag } = talkWalk(given);
    box.dataset.talk = flag;
    result.find(box, "h3").textContent = words.reading[flag];
    result.find(box, "[data-talk-text]").textContent = words.text[flag];
    bar(box, "talk", claims);
    bar(box, "walk", walk);
    [...box.querySelectorAll("[data-said]")].forEach((cell, n) => { cell.textContent = said(given[n], n < CLAIMS); });
    box.hidden = false;
  }

  Object.assign(result, { talk, talkWalk });
})();

// How encounters and culture stand to each other: the reading in words, and the map where both have a score.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  // In step is far along when both parts reach the fourth level.
  const FAR = 340;

  /** @param {Result} scored */
  function kindOf({ profile, parts }) {
    if (!profile) return "none";
    if (profile.kind !== "in_step") return profile.kind;
    return parts.every((part) => (part.score ?? 0) >= FAR) ? "in_step_high" : "in_step_low";
  }

  /** @param {HTMLElement} main @param {string} part */
  const partName = (main, part) => main.querySelector(`[data-part="${part}"] .part th`)?.textContent?.trim() ?? part;

  /**
   * @param {HTMLElement} box
   * @param {{ title: string, first: number, second: number, names: string[], gap: number }} data
   */
  function drawMap(box, data) {
    const caption = document.createElement("figcaption");
    caption.textContent = portaat.say(portaat.strings.result.map_caption, { gap: result.decimal(data.gap) });
    box.replaceChildren(result.map(data), caption);
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function profile(main, { model, scored }) {
    const words = portaat.strings.result;
    const kind = kindOf(scored);
    const box = result.find(main, "[data-profile]");
    const [first, second] = scored.parts.map((part) => part.score);
    const names = scored.parts.map((part) => partName(main, part.id));
    const values = { first: names[0], second: names[1], a: result.decimal(first ?? 0), b: result.decimal(second ?? 0), reading: words.reading[kind] };
    box.dataset.profile = kind;
    result.find(box, "[data-map]").hidden = kind === "none";
    result.find(box, "[data-reading]").textContent = words.reading[kind];
    result.find(box, "[data-reading-text]").textContent =
      kind === "none" ? words.reading_text.none : `${portaat.say(words.scores, values)} ${words.reading_text[kind]}`;
    if (kind === "none") return;
    drawMap(result.find(box, "[data-map]"), { title: portaat.say(words.map, values), first: first ?? 0, second: second ?? 0,
      names, gap: model.rules.profile_gap });
  }

  Object.assign(result, { profile, kindOf });
})();

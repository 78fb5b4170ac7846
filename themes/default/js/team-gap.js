// Where those who lead and those who meet customers see different things, the widest first.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  /** @param {string} dim @param {GapDimension} gap @param {Model} model */
  function row(dim, gap, model) {
    const words = portaat.strings.team.gap;
    const line = document.createElement("tr");
    const plot = team.make("td", "", "plot");
    line.append(Object.assign(team.make("th", team.nameOf(dim)), { scope: "row" }), plot,
      ...gap.means.map((mean) => team.make("td", team.number(mean), "val")));
    const say = team.make("td", "", "say");
    say.append(team.make("span", words.flag[gap.flag], gap.flag === "no_clear_gap" ? "remark" : "flag"),
      team.make("span", portaat.say(words.range, { gap: team.number(gap.gap), range: team.range(gap.ci) }), "small remark"));
    line.append(say);
    team.mark(line, { gap: dim, flag: gap.flag });
    team.pair(plot, gap.means, model.rules.thresholds);
    return line;
  }

  /** The gaps that may be shown, the widest first. @param {Seen} seen */
  const widest = ({ gaps }) => gaps.flatMap((gap) => (gap.status === "ok" ? gap : [])).sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));

  /** @param {Seen} seen @param {number} found */
  function sentence({ model, counts, hidden, present }, found) {
    const words = portaat.strings.team.gap;
    const { min_group: min, gap_flag } = model.rules;
    if (found) return portaat.say(words.rule, { least: team.number(gap_flag), l: counts.l, f: counts.f });
    if (["l", "f"].some((role) => (present[role] ?? 0) < min)) return portaat.say(words.too_few, { min });
    return portaat.say(hidden.some((role) => role === "l" || role === "f") ? words.remainder : words.later, { min });
  }

  /** @param {Seen} seen */
  function gap(seen) {
    const { main, model } = seen;
    const box = team.find(main, "[data-gaps]");
    const all = widest(seen);
    box.hidden = seen.kind !== "role";
    team.find(box, "table").hidden = team.find(box, ".legend").hidden = all.length === 0;
    team.find(box, "tbody").replaceChildren(...all.map((one) => row(one.id, one, model)));
    team.find(box, "[data-gap-text]").textContent = sentence(seen, all.length);
    const head = box.querySelector("thead .plot");
    if (head) team.axis(head, model.rules.thresholds);
  }

  Object.assign(team, { gap, widest });
})();

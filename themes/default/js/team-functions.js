// Functions side by side, loaded when there are numbers: their means in each dimension, the widest difference first.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  /** What the functions of the questionnaire are called, by id. @returns {Record<string, string>} */
  const functions = () => Object.fromEntries([.../** @type {HTMLTemplateElement} */ (document.getElementById("texts")).content.querySelectorAll("[data-function]")]
    .map((node) => [node.getAttribute("data-function") ?? "", node.textContent ?? ""]));

  /** @param {string} id */
  const functionOf = (id) => functions()[id] ?? id;

  /** How far the highest is from the lowest. @param {Apart} one */
  const width = ({ gap }) => (gap.status === "ok" ? gap.gap : 0);

  /** @param {Apart} one */
  function row({ id, means, gap }) {
    const { gap: words, functions: own } = portaat.strings.team;
    const line = document.createElement("tr");
    const say = team.make("td", "", "say");
    if (gap.status === "ok") {
      const clear = gap.flag !== "no_clear_gap";
      say.append(team.make("span", clear ? own.differ : words.flag.no_clear_gap, clear ? "flag" : "remark"),
        team.make("span", portaat.say(words.range, { gap: team.number(gap.gap), range: team.range(gap.ci) }), "small remark"));
    }
    line.append(Object.assign(team.make("th", team.nameOf(id)), { scope: "row" }), ...means.map((mean) => team.make("td", mean === null ? "–" : team.number(mean), "val")), say);
    team.mark(line, { between: id });
    return line;
  }

  /** @param {Split} split */
  function head({ groups, counts }) {
    const { result, team: words } = portaat.strings;
    const cell = (/** @type {string} */ text, /** @type {string} */ name) => Object.assign(team.make("th", text, name), { scope: "col" });
    return [cell(result.dimension, ""), ...groups.map((group) => cell(`${functionOf(group)} (${counts[group]})`, "val")), cell(words.gap.reading, "say")];
  }

  /** @param {Seen} seen */
  function sentence({ model, split, present, hidden }) {
    const words = portaat.strings.team.functions;
    const { min_group: min, gap_flag } = model.rules;
    if (split) return [portaat.say(words.rule, { least: team.number(gap_flag) }), ...(hidden.length ? [portaat.say(words.some_hidden, { min })] : [])].join(" ");
    const told = Object.keys(present).filter((group) => group !== "-");
    if (told.length === 0) return words.untold;
    return portaat.say(told.filter((group) => present[group] >= min).length < 2 ? words.too_few : words.crossed, { min });
  }

  /** @param {Seen} seen */
  function apart(seen) {
    const { main, kind, split, groups } = seen;
    const box = team.find(main, "[data-functions]");
    box.hidden = kind !== "function";
    if (box.hidden) return;
    team.find(box, "[data-function-text]").textContent = sentence(seen);
    team.find(box, ".table").hidden = !split;
    team.find(box, "thead tr").replaceChildren(...(split ? head(split) : []));
    team.find(box, "tbody").replaceChildren(...[...groups].sort((a, b) => width(b) - width(a)).map(row));
  }

  Object.assign(team, { apart, functions, functionOf });
})();

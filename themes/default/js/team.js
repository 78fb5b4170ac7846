// The team page: codes go in, what may be seen of the team comes out. Everything stays in this tab, and a new code never waits for
// an old calculation: each change begins anew and the last one wins.
"use strict";

/** @typedef {{ kind: string, from: number, to: number, name?: string }} Line `name` of the file it is in */
/** @typedef {{ wanted: Map<string, Member>, model: Model, lines: Line[], counts: Record<string, number> }} Intake */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  portaat.modules ??= {};
  const MOST_LINES = 100;

  /**
   * Reads a field of codes and what came from files.
   * @param {string} text
   * @param {Map<string, Member>} files
   * @param {Model[]} models the whole form first
   * @param {(code: string) => Found} read
   * @returns {Generator<void, Intake>}
   */
  function* take(text, files, models, read) {
    const { add, all, counts } = team.ledger();
    /** @type {Map<string, Member>} */
    const found = new Map(files);
    /** @type {Map<string, number>} */
    const places = new Map();
    for (const [number, line] of team.linesOf(text)) {
      for (const { code, member, trouble } of team.codesIn(line, read)) {
        if (trouble) add(trouble, number);
        else if (member && found.has(code)) add("twin", number);
        else if (member) places.set(code, number) && found.set(code, member);
      }
      yield;
    }
    yield;
    const of = (/** @type {Model} */ model) => [...found.values()].filter((one) => one.model === model.id);
    const [chosen, other] = of(models[1]).length > of(models[0]).length ? [models[1], models[0]] : models;
    yield;
    for (const { key } of of(other)) {
      found.delete(key);
      add("other", places.get(key) ?? 0);
    }
    return { wanted: found, model: chosen, lines: all.sort((a, b) => a.from - b.from), counts };
  }

  /** @param {Line} line */
  function sentence({ kind, from, to, name }) {
    const { line, lines, in_file, trouble } = portaat.strings.team;
    const where = from === 0 ? in_file : from === to ? portaat.say(line, { n: from }) : portaat.say(lines, { from, to });
    return portaat.say(trouble[kind], { where: name ? `${name}: ${where}` : where });
  }

  /** @param {HTMLElement} main @param {Line[]} lines */
  function tellLines(main, lines) {
    const box = team.find(main, "[data-problems]");
    const { more, problems } = portaat.strings.team;
    const rest = lines.length - MOST_LINES;
    box.hidden = lines.length === 0;
    team.find(box, "summary").textContent = portaat.plural(problems, lines.length);
    team.find(box, "ul").replaceChildren(...lines.slice(0, MOST_LINES).map((line) => team.make("li", sentence(line))),
      ...(rest > 0 ? [team.make("li", portaat.say(more, { n: rest }))] : []));
  }

  /** @param {Intake} intake @param {Admission} admission @param {number} shown @param {number} held */
  function statusOf({ wanted, model, counts }, { waiting, leaving }, shown, held) {
    const words = portaat.strings.team;
    const min = model.rules.min_group;
    if (!wanted.size && !Object.keys(counts).length) return "";
    const out = ["twin", "other", "foreign", "broken", "none"].flatMap((kind) => (counts[kind] ? portaat.say(words.left_out[kind], { n: counts[kind] }) : []));
    return [shown ? portaat.say(words.included, { n: portaat.plural(words.people, shown) }) : portaat.say(words.too_few, { min, n: wanted.size }),
      ...(shown && waiting ? [portaat.say(words.waiting, { n: portaat.plural(words.people, waiting), min })] : []),
      ...(leaving ? [portaat.say(words.leaving, { n: portaat.plural(words.people, leaving), min })] : []),
      ...(held ? [portaat.say(words.held, { min })] : []),
      ...(out.length ? [`${words.left} ${out.join(", ")}.`] : [])].join(" ");
  }

  /** @param {Seen} seen */
  function opening({ main, model, n, counts, gaps, result }) {
    const words = portaat.strings.team;
    const wide = gaps.filter((gap) => gap.status === "ok" && gap.flag !== "no_clear_gap").length;
    const divided = result.dims.filter((d) => d.status === "ok" && d.contested).length;
    const open = gaps.some((gap) => gap.status === "ok");
    const roles = open ? ` ${portaat.say(words.roles, counts)}` : "";
    team.find(main, "[data-kicker]").textContent = `${portaat.say(model.id.endsWith("-quick") ? words.kicker_quick : words.kicker_full, { n: portaat.plural(words.people, n) })}${roles}`;
    const all = model.dims.length;
    team.find(main, "[data-headline]").textContent = wide ? portaat.say(words.lead_gap, { n: wide, all }) : divided ? portaat.say(words.lead_divided, { n: divided, all }) : words.lead_agreed;
  }

  /** @param {HTMLElement} main */
  function controls(main) {
    const field = /** @type {HTMLTextAreaElement} */ (team.find(main, "#team-codes"));
    const size = /** @type {HTMLInputElement} */ (team.find(main, "[data-population]"));
    const line = team.find(main, "[data-status-line]");
    const kind = /** @type {HTMLSelectElement} */ (team.find(main, "[data-grouping]"));
    return { field, size, kind, line };
  }

  /** How many were asked; nothing when that is fewer than answered. @param {HTMLInputElement} size @param {number} n */
  function populationOf(size, n) {
    const value = Number(size.value);
    const fits = Number.isInteger(value) && value >= n;
    size.setCustomValidity(size.value && !fits ? portaat.strings.team.population_low : "");
    return fits && value > 0 ? value : null;
  }

  /** @param {Seen} seen @returns {Generator<void, void>} */
  function* draw(seen) {
    yield* team.table(seen);
    for (const part of [opening, team.whole]) yield void portaat.attempt(() => part(seen));
  }

  /** @param {HTMLElement} main */
  function begin(main) {
    const models = /** @type {Model[]} */ ([portaat.json("portaat-model"), portaat.json("portaat-model-quick")]);
    const read = team.reader(models);
    const { field, size, kind, line } = controls(main);
    let now = team.nobody();
    let turn = 0;

    /** @param {Intake} intake @param {Admission} admission @param {() => boolean} wanted */
    async function show(intake, admission, wanted) {
      const next = team.copy(admission.team);
      const seen = await team.work(team.see(next, intake.model, populationOf(size, next.people.length), kind.value), wanted);
      if (!seen) return;
      now = next;
      team.wanted = intake.wanted;
      team.seen = now.people.length ? { main, ...seen } : null;
      await team.work(draw({ main, ...seen }), wanted);
      team.find(main, "[data-shown]").hidden = now.people.length === 0;
      if (team.seen && wanted()) await team.rest(team.seen);
    }

    async function refresh() {
      const own = (turn += 1);
      const wanted = () => own === turn;
      main.setAttribute("aria-busy", "true");
      const intake = await team.work(take(field.value, team.files, models, read), wanted);
      if (!intake) return;
      const admission = team.admit(now, intake.wanted, intake.model.rules.min_group);
      await show(intake, admission, wanted);
      if (!wanted()) return;
      tellLines(main, [...team.fileLines, ...intake.lines]);
      line.textContent = statusOf(intake, admission, now.people.length, team.seen?.held.length ?? 0);
      main.removeAttribute("aria-busy");
    }

    Object.assign(team, { refresh, models: () => models });
    for (const input of [field, size, kind]) input.addEventListener("input", () => void refresh());
    team.listen(main);
    void refresh();
  }

  Object.assign(team, { files: new Map(), wanted: new Map(), fileLines: [], seen: null, take });
  portaat.modules.team = begin;
})();

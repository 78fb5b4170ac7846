// Taking the team along and putting things back: the team's own file, the same numbers as table and data, the report, the example.
// Files of numbers hold what the page shows and nothing else.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  /** @param {HTMLElement} main @param {string} selector @returns {HTMLInputElement[]} */
  const inputs = (main, selector) => [...main.querySelectorAll(selector)].flatMap((one) => (one instanceof HTMLInputElement ? one : []));

  /** What has been typed on the page besides codes. @param {HTMLElement} main */
  const typed = (main) => inputs(main, "[data-report-name], [data-population], [data-actions] input");

  /** Remembers everything that can be changed; returns what puts it back. @param {HTMLElement} main */
  function memory(main) {
    const field = /** @type {HTMLTextAreaElement} */ (team.find(main, "#team-codes"));
    const before = { value: field.value, files: team.files, fileLines: team.fileLines, earlier: team.earlier, example: team.exampleOn };
    const values = typed(main).map(({ value }) => value);
    return () => {
      field.value = before.value;
      typed(main).forEach((input, n) => { input.value = values[n]; });
      put(main, before);
    };
  }

  /** @param {HTMLElement} main @param {{ files: Map<string, Member>, fileLines: Line[], earlier: Earlier | null, example: boolean }} state */
  function put(main, { files, fileLines, earlier, example }) {
    Object.assign(team, { files, fileLines, earlier, exampleOn: example });
    team.find(main, "[data-example-note]").hidden = !example;
    void team.refresh();
  }

  /** @param {HTMLElement} main */
  function clear(main) {
    const undo = memory(main);
    /** @type {HTMLTextAreaElement} */ (team.find(main, "#team-codes")).value = "";
    for (const input of typed(main)) input.value = "";
    put(main, { files: new Map(), fileLines: [], earlier: null, example: false });
    const { cleared, restored } = portaat.strings.team;
    portaat.store.offerUndo(team.find(main, "[data-file-line]"), cleared, undo, restored);
  }

  /** @param {HTMLElement} main */
  function actions(main) {
    const all = [...main.querySelectorAll("[data-actions] > li")].map((item) => {
      const [what, who, by] = inputs(/** @type {HTMLElement} */ (item), "input").map(({ value }) => value.trim());
      return { what, who, by };
    });
    return all.filter(({ what, who, by }) => what || who || by);
  }

  /** What a team's file knows besides its codes, where nothing has been typed. @param {HTMLElement} main @param {TeamFile} file */
  function fillIn(main, { name, population, actions: agreed }) {
    const fill = (/** @type {HTMLInputElement} */ input, /** @type {string} */ value) => { input.value ||= value; };
    fill(inputs(main, "[data-report-name]")[0], name);
    fill(inputs(main, "[data-population]")[0], population ? String(population) : "");
    agreed.forEach(({ what, who, by }, n) => inputs(main, `[data-actions] > li:nth-child(${n + 1}) input`).forEach((input, k) => fill(input, [what, who, by][k])));
  }

  /** @param {Model} model */
  function modelOf(model) {
    const dims = model.dims.map(({ id, part, w, items }) => ({ id, part, w, items: items.map(({ id: item, rev, w: weight, key, na, basic }) => ({ id: item, rev, w: weight, key, na, basic })) }));
    return { id: model.id, version: model.version, fingerprint: portaat.score.fingerprint(model), parts: model.parts, dims };
  }

  /** @param {HTMLElement} main @param {Seen} seen @param {Date} now */
  function teamFile(main, { model }, now) {
    const [name, population] = ["[data-report-name]", "[data-population]"].map((field) => inputs(main, field)[0].value);
    const all = [...team.wanted.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    const [codes, functions] = [all.map(({ code }) => code), all.map(({ place }) => place ?? "")];
    return JSON.stringify({ portaat: "team", v: 1, saved: now.toISOString(), lang: portaat.lang, name, population: Number(population) || null, model: modelOf(model), actions: actions(main), codes, ...(functions.some((one) => one) && { functions }) }, null, 1);
  }

  /** @param {Seen} seen @param {Date} now */
  function data({ model, result, gaps, split, groups }, now) {
    const { id, version, fingerprint } = modelOf(model);
    return JSON.stringify({ portaat: "team-result", v: 1, saved: now.toISOString(), model: { id, version, fingerprint }, result, gaps: gaps.filter(({ status }) => status === "ok"), ...(split?.kind === "function" && { functions: split.groups, by_function: groups }), change: team.changes ?? [] }, null, 1);
  }

  /** @param {Seen} seen */
  function rows({ result, gaps, split, groups }) {
    const words = portaat.strings.team;
    const { number } = team;
    const one = (/** @type {GroupDimension | Suppressed} */ d, /** @type {number} */ n) => {
      if (d.status !== "ok") return [team.nameOf(d.id), words.table.hidden];
      const gap = gaps[n]?.status === "ok" ? gaps[n] : null;
      return [team.nameOf(d.id), "", String(d.n), number(d.mean), ...d.ci.map((x) => number(x)), d.contested ? words.contested : String(d.level), d.agreement ? words.agreement[d.agreement.label.replace(" ", "_")] : "",
        words.confidence[d.confidence], String(d.dk_pct), ...(gap?.status === "ok" ? [...gap.means, gap.gap, ...gap.ci].map((x) => number(x)) : ["", "", "", "", ""]), gap?.status === "ok" ? words.gap.flag[gap.flag] : ""];
    };
    const named = split?.kind === "function" ? split.groups.map(team.functionOf) : [];
    const wide = (/** @type {string[]} */ row) => [...row, ...Array(words.table.head.length - row.length).fill("")];
    const means = (/** @type {number} */ n) => groups[n].means.map((mean) => (mean === null ? "" : number(mean)));
    return [[...words.table.head, ...named], ...result.dims.map((d, n) => (named.length ? [...wide(one(d, n)), ...means(n)] : one(d, n)))];
  }

  /** @param {string} kind @param {HTMLElement} main */
  function exportAs(kind, main) {
    const { seen } = team;
    const { file, too_few_short } = portaat.strings.team;
    if (!seen) return void (team.find(main, "[data-file-line]").textContent = too_few_short);
    const now = new Date();
    const day = now.toISOString().slice(0, 10);
    const plain = (/** @type {string[]} */ row) => row.map((text) => text.replace("−", "-"));
    if (kind === "team") portaat.download(`${file.team}-${day}.json`, "application/json", teamFile(main, seen, now));
    if (kind === "json") portaat.download(`${file.result}-${day}.json`, "application/json", data(seen, now));
    if (kind === "csv") portaat.download(`${file.result}-${day}.csv`, "text/csv;charset=utf-8", portaat.result.csv(rows(seen).map(plain)));
    team.find(main, "[data-file-line]").textContent = kind === "team" ? file.team_saved : file.saved;
  }

  /** A day as it is written in the page's language. @param {string} text */
  const dayOf = (text) => new Intl.DateTimeFormat(portaat.lang === "en" ? "en-GB" : portaat.lang, { dateStyle: "long" }).format(new Date(text));

  /** Paper gets a cover: whose result, from which day; and room for what nobody has written yet. @param {HTMLElement} main */
  function onPaper(main) {
    team.find(main, "[data-cover-name]").textContent = inputs(main, "[data-report-name]")[0].value.trim();
    team.find(main, "[data-cover-day]").textContent = dayOf(new Date().toISOString());
    for (const input of inputs(main, "[data-actions] [type=date]")) input.toggleAttribute("data-empty", input.value === "");
  }

  addEventListener("beforeprint", () => onPaper(team.find(document, "main")));

  const report = () => print();

  Object.assign(team, { dayOf, memory, put, clear, fillIn, exportAs, report, rows, teamFileOf: teamFile, dataOf: data, earlier: null, exampleOn: false });
})();

// Files that join a team: its own file, one person's result, tables from a survey tool or a spreadsheet, plain lists of codes. Any of
// them may have been written by anybody: each line is measured, and what cannot be used is named with its line.
"use strict";

/** @typedef {{ what: string, who: string, by: string }} Agreement_ */
/** @typedef {{ saved: string, name: string, population: number | null, model: FileModel, codes: string[], functions: string[], actions: Agreement_[] }} TeamFile `functions`: one for each code, empty when it was not told */
/** @typedef {{ number: number, fields: string[] }} Record_ */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  const [BIGGEST, MOST, LONGEST] = [2e8, 20000, 200];

  /** @param {unknown} text */
  const short = (text) => (typeof text === "string" ? text.slice(0, LONGEST) : "");

  /** @param {any} file @returns {TeamFile | null} */
  function teamFile(file) {
    const { codes, model } = file;
    if (file.portaat !== "team" || file.v !== 1 || Number.isNaN(Date.parse(file.saved)) || !portaat.result.isModel(model)) return null;
    if (!Array.isArray(codes) || codes.length > MOST || codes.some((code) => typeof code !== "string")) return null;
    const population = Number.isInteger(file.population) && file.population > 0 ? file.population : null;
    const actions = (Array.isArray(file.actions) ? file.actions : []).slice(0, 3).map((/** @type {any} */ one) =>
      ({ what: short(one?.what), who: short(one?.who), by: /^\d{4}-\d\d-\d\d$/.test(one?.by) ? one.by : "" }));
    const functions = codes.map((_, n) => short(Array.isArray(file.functions) ? file.functions[n] : "").slice(0, 60));
    return { saved: file.saved, name: short(file.name), population, model, codes, functions, actions };
  }

  /** @param {string} text @returns {any} */
  function json(text) {
    try {
      return Object(JSON.parse(text.replace(/^\ufeff/, "")));
    } catch {
      return null;
    }
  }

  /** Two people may have given the same answers: the how manieth it is. */
  function numberer() {
    const seen = new Map();
    return (/** @type {string} */ code) => {
      seen.set(code, (seen.get(code) ?? 0) + 1);
      return seen.get(code);
    };
  }

  /** @param {string} code @param {number} n */
  const keyOf = (code, n) => (n > 1 ? `${code}#${n}` : code);

  /** The people of a team file, whichever version of the questions they answered. @param {TeamFile} file @returns {Generator<void, Member[]>} */
  function* members(file) {
    const model = /** @type {Model} */ (/** @type {unknown} */ (file.model));
    const prints = [file.model.fingerprint];
    const number = numberer();
    const all = [];
    for (const code of file.codes) {
      const parsed = portaat.score.parseShareCode(code, [model], prints);
      if (!("error" in parsed)) all.push({ key: keyOf(code, number(code)), code, model: model.id, role: parsed.role, answers: parsed.answers });
      yield;
    }
    return all;
  }

  /** The sign between the cells: the one the first line has most of. @param {string} line */
  const between = (line) => [";", ",", "\t"].map((sign) => ({ sign, n: line.split(sign).length })).sort((a, b) => b.n - a.n)[0].sign;

  /**
   * The lines of a table, each in cells; quotes may be anybody's, and a cell may go on over lines.
   * @param {string} text
   * @param {string} sign
   * @returns {Generator<Record_>}
   */
  function* records(text, sign) {
    let open = "";
    let from = 0;
    for (const [number, line] of team.linesOf(text)) {
      const whole = (open ? `${open}\n${line}` : line).replace(/[“”„]/g, '"');
      if (!open) from = number;
      open = (whole.match(/"/g) ?? []).length % 2 && whole.length < 1e4 ? whole : "";
      if (!open) yield { number: from, fields: cells(whole, sign) };
    }
    if (open) yield { number: from, fields: cells(open, sign) };
  }

  /** @param {string} line @param {string} sign */
  function cells(line, sign) {
    const all = [""];
    let quoted = false;
    for (const char of line) {
      if (char === '"') quoted = !quoted;
      else if (char === sign && !quoted) all.push("");
      else all[all.length - 1] += char;
    }
    return all.map((one) => one.replace(/[\u200b\ufeff\u00a0]/g, " ").replace(/^[\s'’‘]+|[\s'’‘]+$/g, ""));
  }

  /** What a cell may say of a role: the letter, or the word of any language of the page. @param {string} text */
  function roleOf(text) {
    const found = Object.entries(portaat.strings.team.role).find(([letter, name]) => [letter, String(name).toLowerCase()].includes(text.toLowerCase()));
    return text === "" || text === "-" ? "-" : found?.[0] ?? null;
  }

  /** A function by its id, by its name on the page, or as the table calls it. @param {string} text */
  function placeOf(text) {
    const known = Object.entries(team.functions()).find(([id, name]) => [id, name.toLowerCase()].includes(text.toLowerCase()));
    return known?.[0] ?? (/^-?$/.test(text) ? undefined : text.slice(0, 60));
  }

  /**
   * One line of answers as a code. @param {string[]} head @param {string[]} fields @param {Model} model @returns {string | null}
   */
  function codeOf(head, fields, model) {
    /** @type {Answers} */
    const answers = {};
    for (const { id, na } of model.dims.flatMap((dim) => dim.items)) {
      const at = head.indexOf(id);
      const text = at < 0 ? "" : (fields[at] ?? "").toLowerCase().replace(/^([1-5])[.,]0+$/, "$1");
      if (!(na ? /^[1-5dn-]?$/ : /^[1-5d-]?$/).test(text)) return null;
      if (text && text !== "-") answers[id] = /** @type {Answer} */ (Number(text) || text);
    }
    const role = roleOf(fields[head.indexOf("role")] ?? "");
    return role === null || Object.keys(answers).length === 0 ? null : portaat.score.shareCode(model, answers, null, role);
  }

  /**
   * The form a table's columns belong to; null for a table of something else.
   * @param {string[]} head
   */
  function formOf(head) {
    const [full, quick] = team.models();
    const ids = (/** @type {Model} */ model) => model.dims.flatMap((dim) => dim.items.map((it) => it.id));
    const known = head.filter((id) => ids(full).includes(id));
    return known.length === 0 ? null : known.every((id) => ids(quick).includes(id)) ? quick : full;
  }

  /** @param {string} id */
  const isColumn = (id) => ["", "role", "function"].includes(id) || team.models()[0].dims.some((dim) => dim.items.some((it) => it.id === id));

  /**
   * @param {string} name
   * @param {string} text
   * @param {(code: string) => Found} read
   * @param {(member: Member, number: number) => void} join
   * @param {(kind: string, number: number) => void} tell
   * @returns {Generator<void, void>}
   */
  function* table(name, text, read, join, tell) {
    const first = text.slice(0, 10000).replace(/^\ufeff/, "").trimStart().split(/[\r\n]/, 1)[0];
    const sign = between(first);
    const head = cells(first.replace(/[“”„]/g, '"'), sign).map((one) => one.toLowerCase());
    const model = head.includes("code") ? null : formOf(head);
    const nth = numberer();
    if (!model) return yield* lines(text, head.includes("code"), read, join, tell);
    let at = 0;
    for (const { number, fields } of records(text, sign)) {
      at += 1;
      if (at === 1 && head.some((id) => !isColumn(id))) tell("columns", number);
      const code = at === 1 ? "" : codeOf(head, fields, model);
      const found = code ? read(code).member : undefined;
      if (code === null) tell("row", number);
      else if (code && found) join({ ...found, key: `${code}#${nth(code)}`, place: placeOf(fields[head.indexOf("function")] ?? "") }, number);
      yield;
    }
  }

  /** @param {string} text @param {boolean} headed @param {(code: string) => Found} read @param {(member: Member, number: number) => void} join @param {(kind: string, number: number) => void} tell @returns {Generator<void, void>} */
  function* lines(text, headed, read, join, tell) {
    for (const [number, line] of team.linesOf(text)) {
      if (headed && number === 1) continue;
      for (const { member, trouble } of team.codesIn(line, read)) {
        if (member) join(member, number);
        else if (trouble) tell(trouble, number);
      }
      yield;
    }
  }

  /**
   * Everything one file brings.
   * @param {string} name
   * @param {string} text
   * @param {Map<string, Member>} into
   * @returns {Generator<void, { lines: Line[], file: TeamFile | null }>}
   */
  function* open(name, text, into) {
    const { add, all } = team.ledger();
    const read = team.reader(team.models());
    const join = (/** @type {Member} */ member, /** @type {number} */ number) => {
      if (into.has(member.key)) add("twin", number);
      else into.set(member.key, member);
    };
    const found = /^[\s\ufeff]*\{/.test(text.slice(0, 100)) ? json(text) : null;
    const own = found && teamFile(found);
    const one = found && !own ? portaat.result.readFile(text, team.models()) : null;
    if (own) yield* joinAll(own, read, join, add);
    else if (one?.code) join({ .../** @type {Member} */ (read(one.code).member), place: one.file?.function ?? undefined }, 1);
    else if (found || !/\S/.test(text)) add(one?.other ? "foreign" : "file", 0);
    else yield* table(name, text, read, join, add);
    return { lines: all.map((line) => ({ ...line, name })), file: own };
  }

  /** @param {TeamFile} file @param {(code: string) => Found} read @param {(member: Member, number: number) => void} join @param {(kind: string, number: number) => void} add @returns {Generator<void, void>} */
  function* joinAll(file, read, join, add) {
    const nth = numberer();
    for (const [n, code] of file.codes.entries()) {
      const { member, trouble } = read(code);
      if (member) join({ ...member, key: keyOf(code, nth(code)), place: file.functions[n] || undefined }, 0);
      else add(trouble ?? "broken", 0);
      yield;
    }
  }

  /** What a file says, as spreadsheets write it too: in two bytes a letter with a mark, or as old Windows did. @param {File} file */
  async function textOf(file) {
    const text = file.size > BIGGEST ? "" : await file.text().catch(() => "");
    if (!text.slice(0, 1e6).includes("\ufffd")) return text;
    const bytes = await file.arrayBuffer();
    const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
    const sign = 256 * first + second;
    return new TextDecoder(sign === 0xfffe ? "utf-16le" : sign === 0xfeff ? "utf-16be" : "windows-1252").decode(bytes);
  }

  /** @param {HTMLElement} main @param {File[]} chosen */
  async function openFiles(main, chosen) {
    const undo = team.memory(main);
    const into = new Map(team.files);
    const before = into.size;
    const told = [];
    for (const file of chosen) {
      const opened = await team.work(open(file.name, await textOf(file), into), () => true);
      told.push(...(opened?.lines ?? []));
      if (opened?.file) team.fillIn(main, opened.file);
    }
    Object.assign(team, { files: into, fileLines: [...team.fileLines, ...told] });
    await team.refresh();
    const words = portaat.strings.team;
    portaat.store.offerUndo(team.find(main, "[data-file-line]"), portaat.say(words.joined, { n: portaat.plural(words.people, into.size - before) }), undo, words.restored);
  }

  Object.assign(team, { textOf, teamFile, members, openFiles, openFile: open, json, records, cells });
})();

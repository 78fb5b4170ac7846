// A result of other questions than this page's. It is shown as its file or code has it and never scored by these rules; beside
// one's own result it can stand where both have asked the same. Nothing is stored without being asked for.
"use strict";

/** @typedef {{ print: string, role: string, given: string, proof: string, sealed: boolean }} Said what a code says without its questions */
/** @typedef {{ model: Model, n: number, count: number, dims: number }} Tally how much of a model another one shares */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  const CODE = /^1\.([0-9a-f]{8})\.([lfs-])\.([1-5dn-]{1,999})\.([0-2]{0,999})\.[0-9a-f]{4}$/;
  /** The last file of another version that was opened here. @type {ResultFile | null} */
  let opened = null;

  /** @param {string} tag @param {string} textContent @param {object} [more] */
  const make = (tag, textContent, more) => Object.assign(document.createElement(tag), { textContent, ...more });

  /** @param {string} code @returns {Said | null} */
  function contents(code) {
    const [match, print, role, given, proof] = CODE.exec(code.trim()) ?? [];
    const found = portaat.score.parseShareCode(code, []);
    if (!match || (proof && proof.length !== given.length)) return null;
    return { print, role, given, proof, sealed: "error" in found && found.error === "fingerprint" };
  }

  /** What a code can be known by: the file just opened, and the results kept for comparison. */
  const known = () => [...(opened ? [opened] : []), ...result.keptWaves()];

  /** @param {string} text */
  const capital = (text) => text.charAt(0).toLocaleUpperCase(portaat.lang) + text.slice(1);

  /** How often each answer was given, and what the answers rest on. @param {Said} said @returns {string[][]} */
  function counts({ role, given, proof, sealed }) {
    const { calc, other } = portaat.strings.result;
    const count = (/** @type {(char: string, n: number) => boolean} */ fits) => String([...given].filter(fits).length);
    const answer = (/** @type {string} */ name, /** @type {string} */ wanted) => [capital(name), count((char) => char === wanted)];
    const rests = (/** @type {string} */ name, /** @type {number} */ value) => [name, count((char, n) => Number(char) > 2 && Number(proof[n]) === value)];
    return [[other.check, sealed ? other.right : other.wrong], [other.questions, String(given.length)], [other.role, other.roles[role]],
      ...["1", "2", "3", "4", "5"].map((n) => answer(portaat.say(calc.answer, { n }), n)),
      answer(calc.unknown, "d"), answer(calc.outside, "n"), answer(calc.none, "-"),
      ...(proof ? other.proof.map(rests) : [])];
  }

  /** The answers of a code whose questions are known, by dimension. @param {FileModel} model @param {Answers} answers */
  function listed(model, answers) {
    const { calc } = portaat.strings.result;
    const words = /** @type {Record<string, string>} */ ({ d: calc.unknown, n: calc.outside });
    const one = (/** @type {Item} */ { id }) => (Object.hasOwn(answers, id) ? words[String(answers[id])] ?? String(answers[id]) : calc.none);
    return model.dims.map(({ id, items }) => [result.nameOf(id), items.map(one).join(" · ")]);
  }

  /** @param {string[]} head @param {string[][]} rows */
  function table(head, rows) {
    const line = (/** @type {string[]} */ cells, /** @type {string} */ tag) => {
      const row = document.createElement("tr");
      row.append(...cells.map((text, n) => (n === 0 || tag === "th" ? make("th", text, { scope: tag === "th" ? "col" : "row" }) : make("td", text))));
      return row;
    };
    const [box, sheet, top, body] = ["div", "table", "thead", "tbody"].map((tag) => document.createElement(tag));
    top.append(line(head, "th"));
    body.append(...rows.map((row) => line(row, "td")));
    sheet.append(top, body);
    box.className = "table";
    box.append(sheet);
    return box;
  }

  /** @param {HTMLElement} main @param {string[]} sentences @param {HTMLElement[]} more */
  function show(main, sentences, ...more) {
    const box = result.find(main, "[data-other]");
    const title = make("h2", portaat.strings.result.other.title, { tabIndex: -1 });
    box.replaceChildren(title, ...sentences.map((text) => make("p", text)), ...more);
    Object.assign(box, { hidden: false }).dataset.other = location.hash;
    return title;
  }

  /** A result of other rules, as its file has it. @param {HTMLElement} main @param {ResultFile} file */
  function showFile(main, file) {
    const words = portaat.strings.result;
    const row = (/** @type {string} */ name, /** @type {FileScore} */ { score, level }) =>
      [name, score === null ? "–" : result.decimal(score), level === null ? words.no_score : portaat.say(words.level_n, { n: level })];
    const rows = [row(words.overall, file.overall), ...file.dims.map((d) => row(result.nameOf(d.id), d))];
    return show(main, [portaat.say(words.other.file, { version: file.model.version, date: result.dateOf(file.saved) })],
      table([words.dimension, words.score, words.level], rows));
  }

  /** @param {HTMLElement} main @param {ResultFile} file @param {Shown | null} own */
  function otherFile(main, file, own) {
    opened = file;
    const title = showFile(main, file);
    offer(main, file, own, result.find(main, "[data-other]"));
    title.focus();
  }

  /** @param {string} code @param {ResultFile} file */
  const codeOfFile = (code, { model, answers, evidence }) => portaat.score.shareCode(/** @type {any} */ (model), answers, evidence, code.trim().split(".")[2]);

  /** What a code of another version says, read with its own questions when they are known. @param {HTMLElement} main */
  function otherCode(main) {
    const code = result.codeIn(location.hash) ?? "";
    const said = contents(code);
    const words = portaat.strings.result;
    if (!said || result.models().some((model) => portaat.score.fingerprint(model) === said.print)) return;
    const files = known().filter(({ model }) => model.fingerprint === said.print);
    const same = files.find((file) => codeOfFile(code, file) === code.trim());
    if (same) return void showFile(main, same);
    const [file] = files;
    const read = file ? portaat.score.parseShareCode(code, [/** @type {any} */ (file.model)]) : { error: "fingerprint" };
    const sheet = file && !("error" in read) ? table([words.dimension, words.other.answers], listed(file.model, read.answers)) : null;
    const why = sheet ? portaat.say(words.other.known, { version: file.model.version }) : words.other.code;
    if (!said.sealed) result.find(main, "[data-trouble] span").textContent = words.other.slip;
    show(main, [why, words.other.way], table(words.other.holds, counts(said)), ...(sheet ? [sheet] : []));
  }

  /** @param {Model} model @param {ResultFile} file @returns {Tally} */
  function tally(model, file) {
    const lines = result.bridge({ model, answers: {} }, file);
    const all = (/** @type {(one: Bridged) => number} */ of) => portaat.score.sum(lines.map(of));
    return { model, n: all(({ common }) => common), count: all(({ count }) => count), dims: all(({ status }) => Number(status !== "not_comparable")) };
  }

  /** What adding it would change on this device. @param {ResultFile[]} all */
  function consequence(all) {
    const { wave } = portaat.strings.result;
    return all.length < result.MOST ? portaat.say(wave.join_text, { n: all.length + 1 }) : portaat.say(wave.join_oldest, { date: result.dateOf(all[0].saved) });
  }

  /** Offers to put a file's result beside one's own. @param {HTMLElement} main @param {ResultFile} file @param {Shown | null} own @param {HTMLElement} place */
  function offer(main, file, own, place) {
    const { wave } = portaat.strings.result;
    const [best] = result.models().map((model) => tally(model, file)).sort((a, b) => b.dims - a.dims);
    const common = portaat.say(wave.common, { n: best.n, count: best.count, dims: best.dims, all: best.model.dims.length });
    if (!best.dims) return place.append(make("p", `${common} ${wave.too_few}`));
    const text = make("p", `${common} ${consequence(result.keptWaves())}`);
    const [row, line] = [make("p", "", { className: "row" }), make("p", "", { className: "status" })];
    line.setAttribute("role", "status");
    row.append(make("button", wave.join, { type: "button", className: "button plain", onclick: () => result.addWave(main, own, file, line) }));
    place.append(text, row, line);
  }

  addEventListener("hashchange", () => {
    const box = result.find(document, "[data-other]");
    if (box.dataset.other !== location.hash) box.hidden = true;
  });

  Object.assign(result, { contents, counts, tally, otherFile, otherCode, offerWave: offer });
})();

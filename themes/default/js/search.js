// The page's side of search: a dialog made when it is first wanted. Whoever listens gets a line that says how many and a plain list
// of links; whoever types walks the list with the arrows. What is typed and what is found is shown as text, never as markup.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  /** Milliseconds: without a key before it is looked up, here and in the other languages, and before a slow answer is spoken of. */
  const [SOON, LATER, SLOW] = [40, 300, 500];
  /** So many letters of a query are looked up, so many are said again, and so many hits are shown. */
  const [LONGEST, SAID, MOST] = [300, 60, 10];

  const { root, opener, load } = portaat.dialog;
  const own = document.documentElement.lang;
  const { words, others } = portaat.searchData[own].page;
  let [turn, timer, answered] = [0, 0, ""];

  /** @param {string} tag @param {object} [properties] @param {Record<string, string>} [attributes] @param {(Node | string)[]} inside @returns {any} */
  function make(tag, properties, attributes = {}, ...inside) {
    const node = Object.assign(document.createElement(tag), properties);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...inside);
    return node;
  }

  const input = make("input", { id: "search-input", autocomplete: "off", spellcheck: false, enterKeyHint: "go", dir: "auto", oninput: look }, { autocapitalize: "off" });
  const close = make("button", { type: "button", onclick: () => dialog.close() }, {}, words.close);
  const form = make("form", { onsubmit: openFirst }, { role: "search" }, make("label", { htmlFor: input.id }, {}, words.label), close, input);
  const status = make("p", {}, { role: "status" });
  const offers = make("p");
  const list = make("ol", { id: "search-results" }, { role: "list" });
  const advice = make("p", { className: "advice" }, {}, words.hint);
  const found = make("div", { className: "found" }, {}, list, advice);
  const slash = make("input", { type: "checkbox", checked: portaat.read("settings")?.data.slash !== false, onchange: rememberSlash });
  const keys = make("div", { className: "keys" }, {}, make("span", {}, {}, words.keys), make("label", {}, {}, slash, words.slash));
  const sheet = make("div", {}, {}, form, make("div", { className: "said" }, {}, status, offers), found, keys);
  const dialog = make("dialog", { className: "search", onclick: leave, onkeydown: walk }, { "aria-label": words.title }, sheet);

  /** Lets the page draw and hear its keys. */
  const pause = () => /** @type {Promise<void>} */ (new Promise((done) => setTimeout(done)));
  const shard = Object.assign((/** @type {string} */ file) => load(`assets/${file}`), { pause });

  /** @param {string} text @param {string} lang @param {number} [limit] how many hits are filled in @returns {Promise<Pick<SearchFound, "hits" | "total">>} */
  async function query(text, lang, limit = MOST) {
    if (lang !== own) await load(others[lang]);
    return portaat.find.query(text.slice(0, LONGEST), lang, shard, limit);
  }

  /** @param {number} n @returns {string} */
  const count = (n) => (words.hits[new Intl.PluralRules(own).select(n)] ?? words.hits.other).replace("{n}", n);

  /** @param {string} lang @param {number} n */
  const countIn = (lang, n) => `${lang === own ? words.own : document.querySelector(`.masthead [hreflang="${lang}"]`)?.textContent ?? lang}: ${count(n)}`;

  /** @param {[string, 0 | 1][]} parts */
  const marked = (parts) => parts.map(([text, isHit]) => (isHit ? make("mark", {}, {}, text) : text));

  /** @param {SearchHit} hit @param {number} n */
  function item({ href, title, heading, section, kind, place, excerpt }, n) {
    const places = [place, section && title].filter(Boolean).join(" / ");
    const where = make("p", { id: `hit-${n}`, className: "where" }, {}, make("b", {}, {}, words.kind[kind] ?? ""), places && ` · ${places}`);
    const link = make("a", { href: new URL(href, root).href }, { "aria-describedby": where.id }, ...marked(heading));
    return make("li", {}, {}, link, where, make("p", {}, {}, ...marked(excerpt)));
  }

  /** @param {string} text */
  function showNone(text) {
    const letters = [...text.slice(0, 2 * SAID)];
    const [before, after] = words.none.split("{query}");
    status.replaceChildren(before, make("bdi", {}, {}, letters.slice(0, SAID).join("") + (letters.length > SAID ? "…" : "")), after);
    advice.replaceChildren(words.advice, " ", make("a", { href: opener.href }, {}, words.contents));
  }

  /** @param {string} text @param {string} lang @param {Pick<SearchFound, "hits" | "total"> | null} answer null when it could not be had */
  function show(text, lang, answer) {
    const { hits, total } = answer ?? { hits: [], total: 0 };
    found.scrollTop = 0; // while nothing has changed yet, which spares a layout
    list.replaceChildren(...hits.map(item));
    Object.assign(list, { lang, dir: lang === own ? "" : "auto", ariaBusy: "false" });
    offers.replaceChildren();
    advice.textContent = text ? "" : words.hint;
    status.textContent = answer ? "" : words.failed;
    if (total > hits.length) advice.textContent = words.more;
    if (total) status.textContent = lang === own ? count(total) : countIn(lang, total);
    else if (text && answer) showNone(text);
    found.replaceChildren(list, advice); // anew, so that what stands below the hits never moves
  }

  /** Looks up what is typed. @param {string} [lang] @returns {Promise<boolean>} whether the answer was still wanted when it came */
  async function ask(lang = own) {
    const [mine, typed, text] = [(turn += 1), input.value, input.value.trim()];
    clearTimeout(timer);
    const slow = setTimeout(() => void (mine === turn && (status.textContent = words.busy)), SLOW);
    const answer = text ? await query(text, lang).catch(() => null) : { hits: [], total: 0 };
    clearTimeout(slow);
    await pause();
    if (mine !== turn) return false;
    answered = typed;
    show(text, lang, answer);
    if (answer && text) timer = setTimeout(() => void offer(text, lang, answer.total).catch(() => {}), LATER);
    return true;
  }

  /** Other languages are offered when they have more, and the way back to one's own. @param {string} text @param {string} lang @param {number} total */
  async function offer(text, lang, total) {
    const mine = turn;
    for (const other of [own, ...Object.keys(others)].filter((one) => one !== lang)) {
      const more = await query(text, other, 0);
      if (mine !== turn) return;
      if (more.total <= (other === own ? 0 : total)) continue;
      const onclick = () => void ask(other).then((shown) => shown && list.querySelector("a")?.focus());
      (total ? offers : advice).append(make("button", { type: "button", onclick }, {}, countIn(other, more.total)));
    }
  }

  /** @param {Event} event */
  async function openFirst(event) {
    event.preventDefault();
    if (answered === input.value || (await ask())) list.querySelector("a")?.click();
  }

  /** Arrows go through the field and the links; a letter typed on a link goes to the field. @param {KeyboardEvent} event */
  function walk(event) {
    const { key } = event;
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const to = stops[at + (key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : NaN)];
    if (at >= 0 && to) {
      event.preventDefault();
      to.focus();
    } else if (at > 0 && /^\S$/u.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.setSelectionRange(input.value.length, input.value.length);
      input.focus();
    }
  }

  /** The sheet is left by a press beside it, and by a link to the page it lies on. @param {any} event */
  function leave({ target }) {
    const link = target.closest("a");
    if (target === dialog || link?.pathname === location.pathname && !link.target) dialog.close();
  }

  function rememberSlash() {
    portaat.write("settings", { ...portaat.read("settings")?.data, slash: slash.checked });
  }

  function look() {
    turn += 1;
    list.ariaBusy = "true";
    clearTimeout(timer);
    timer = setTimeout(ask, SOON);
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  }

  document.body.append(dialog);
  portaat.dialog.open = open;
})();

// What helps while one reads: the contents show where one is, a heading offers its link, and what is copied has no soft
// hyphens. It comes with the reader's first move, and looks after what that move was about.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat);
  const { later, load, attempt } = portaat;

  /** @param {string} name @param {Record<string, unknown>} what */
  const make = (name, what) => Object.assign(document.createElement(name), what);

  const style = make("link", { rel: "stylesheet", href: later.find((one) => one.includes("/reading.") && one.endsWith(".css")) });
  const styled = new Promise((done) => Object.assign(style, { onload: done, onerror: done }));

  /** The words and the terms of the language, once. @returns {Promise<ReadingData>} */
  const data = () => Promise.all([load("/reading-"), styled]).then(() => portaat.reading);

  /** So many pixels below the top of the screen a heading is being read. */
  const TOP = 110;

  /** The section one reads is the last whose heading has come to the top of the screen, at the end of the page the last. */
  function followReading() {
    const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".toc a")]);
    const heads = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
    const side = /** @type {HTMLElement} */ (document.querySelector(".side"));
    /** @type {HTMLAnchorElement | undefined} */
    let current;
    let waiting = false;
    const mark = () => {
      waiting = false;
      const left = document.documentElement.getBoundingClientRect().bottom - innerHeight;
      const now = left < 1 ? links.at(-1) : links[heads.filter((head) => head && head.getBoundingClientRect().top < TOP).length - 1];
      if (now === current) return;
      current?.removeAttribute("aria-current");
      now?.setAttribute("aria-current", "true");
      current = now;
      if (now && side.tabIndex === 0) side.scrollTop = now.offsetTop - side.clientHeight / 2;
    };
    const wait = () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };
    if (links[0]) for (const move of ["scroll", "resize"]) addEventListener(move, wait, { passive: true });
    if (links[0]) mark();
  }

  /** @param {string} address */
  const copy = (address) => navigator.clipboard?.writeText(address) ?? Promise.reject(new Error("no clipboard"));

  /** A button after the link of a heading, while the pointer or the keyboard is there. @param {Element} heading */
  async function offerCopy(heading) {
    if (heading.querySelector(".copy")) return;
    const link = /** @type {HTMLAnchorElement} */ (heading.querySelector("a"));
    const { words } = await data();
    const is = () => heading.matches(":hover, :focus-within");
    if (heading.querySelector(".copy") || !is()) return;
    const button = make("button", { type: "button", className: "copy", textContent: words.reading.copy });
    const leave = () => void setTimeout(() => is() || button.remove());
    button.onclick = () => copy(link.href).then(() => words.reading.copied, () => words.reading.not_copied).then((said) => {
      button.textContent = said;
      status.textContent = said;
    });
    for (const away of ["pointerleave", "focusout"]) heading.addEventListener(away, leave);
    heading.append(button);
  }

  const status = make("p", { className: "told", role: "status" });

  /** @param {ClipboardEvent} event */
  function copied(event) {
    const chosen = getSelection();
    const [text, soft] = [String(chosen), /\u00ad/g];
    if (!chosen?.rangeCount || !event.clipboardData || !soft.test(text)) return;
    const box = make("div", {});
    box.append(chosen.getRangeAt(0).cloneContents());
    for (const link of box.querySelectorAll("a")) link.setAttribute("href", link.href);
    event.clipboardData.setData("text/plain", text.replace(soft, ""));
    event.clipboardData.setData("text/html", box.innerHTML.replace(soft, ""));
    event.preventDefault();
  }

  /** @param {EventTarget | null} target */
  function attend(target) {
    const node = target instanceof Element ? target : null;
    const heading = node?.closest(".prose :is(h2, h3, h4):has(> a)");
    if (heading) void offerCopy(heading);
  }

  document.head.append(style);
  document.body.append(status);
  attempt(followReading);
  document.addEventListener("copy", copied);
  for (const move of ["pointerover", "focusin"]) document.addEventListener(move, ({ target }) => attend(target));
  attend(document.activeElement);
  attend([...document.querySelectorAll(":hover")].at(-1) ?? null);
  portaat.readingData = data;
  if (document.querySelector("a.term")) void load("/terms.").catch(console.error);
})();

// What was built: the pages found in the folder itself, by what they say of themselves, so that a new page is tested unasked.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

export const folder = resolve(process.argv[2] ?? "output");

/** The files below the built folder that end so, as addresses. */
export const files = (ending) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/")).sort();

export const text = (path) => readFileSync(join(folder, path), "utf8");

const attribute = (html, element, name) => html.match(new RegExp(`<${element}\\b[^>]*\\s${name}="([^"]*)"`))?.[1];

function describe(path) {
  const html = text(path);
  return { path, html, id: attribute(html, "body", "data-page"), kind: attribute(html, "body", "data-kind"),
    lang: attribute(html, "html", "lang"), top: !path.includes("/") };
}

/** Every page: { path, html, id, kind, lang, top }; `top` are the two beside the languages, the choice and the missing page. */
export const pages = files(".html").map(describe);

export const languages = [...new Set(pages.filter(({ top }) => !top).map(({ lang }) => lang))].sort();

/** The blocks a page has and the forms of its worksheet, which with its kind make what is special about it. */
const makeup = ({ kind, html }) =>
  [kind, ...new Set([...html.matchAll(/data-block="(\w+)"|class="(grid|face|ticks|cards)"/g)].map(([, block, form]) => block ?? form).sort())].join(" ");

/** The pages of a language, of the documents to be printed only the shortest: they say what the pages say. */
export function ownOf(lang) {
  const own = pages.filter((page) => page.lang === lang && !page.top);
  const documents = own.filter(({ kind }) => kind === "print").sort((a, b) => a.html.length - b.html.length);
  return own.filter((page) => page.kind !== "print" || page === documents[0]);
}

/** One page of every makeup in a language, and the two beside the languages: where all pages would only cost time. */
export function samples(lang) {
  const own = ownOf(lang);
  return [...new Map(own.map((page) => [makeup(page), page])).values(), ...pages.filter(({ top }) => top)];
}

/** As few pages of a language as show every kind, block and form between them, and the two beside the languages. */
export function fewest(lang) {
  const words = (page) => makeup(page).split(" ");
  const seen = new Set();
  const richest = samples(lang).filter(({ top }) => !top).sort((a, b) => words(b).length - words(a).length);
  const chosen = richest.filter((page) => {
    const before = seen.size;
    for (const word of words(page)) seen.add(word);
    return seen.size > before;
  });
  return [...chosen, ...pages.filter(({ top }) => top)];
}

/** The address of a page by its id, or of a file when it names one. */
export function pathOf(id, lang) {
  const found = pages.find((page) => page.id === id && page.lang === lang && !page.top) ?? pages.find(({ path }) => path === id);
  if (!found) throw new Error(`no page ${id} in ${lang}`);
  return found.path;
}

/** The parsed data of a <script type="application/json"> of a page. */
export function data(id, lang, script = "portaat-model") {
  const found = text(pathOf(id, lang)).match(new RegExp(`<script type="application/json" id="${script}">(.*?)</script>`, "s"));
  if (!found) throw new Error(`no #${script} in ${id}`);
  return JSON.parse(found[1]);
}

/** The name under which an edition keeps things on the device. */
export const key = attribute(text("404.html"), "html", "data-key");

export const words = (id, lang) => data(id, lang, "portaat-strings").strings;

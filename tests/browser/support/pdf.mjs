// The text of a PDF as the browser prints it, page by page, so that a test can read what stands on paper. Only what Chromium writes
// is understood: objects one after the other, compressed streams, fonts that say which letters their signs are.
import { inflateSync } from "node:zlib";

const OBJECT = /(\d+) 0 obj\b([\s\S]*?)(?:stream\n([\s\S]*?)endstream\s*)?endobj/g;

/** All objects by number: what they say, and what their stream holds. */
function objectsOf(pdf) {
  const all = new Map();
  for (const [, number, head, stream] of pdf.toString("latin1").matchAll(OBJECT)) {
    const bytes = stream === undefined ? null : Buffer.from(stream, "latin1");
    all.set(number, { head, body: bytes && (/FlateDecode/.test(head) ? inflateSync(bytes).toString("latin1") : stream) });
  }
  return all;
}

const letters = (hex) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => parseInt(code, 16)));

/** The letters of a font by the number of the sign, and how many digits such a number has. */
function alphabet(table) {
  const signs = new Map([["digits", /begincodespacerange\s*<(\w+)>/.exec(table)?.[1].length ?? 4]]);
  for (const [, from, text] of table.replace(/beginbfrange[\s\S]*?endbfrange/g, "").matchAll(/<(\w{2,4})>\s*<(\w+)>/g)) signs.set(parseInt(from, 16), letters(text));
  for (const [range] of table.matchAll(/beginbfrange[\s\S]*?endbfrange/g)) {
    for (const [, from, to, first] of range.matchAll(/<(\w{2,4})>\s*<(\w{2,4})>\s*<(\w+)>/g)) {
      for (let n = parseInt(from, 16); n <= parseInt(to, 16); n += 1) signs.set(n, String.fromCharCode(parseInt(first, 16) + n - parseInt(from, 16)));
    }
  }
  return signs;
}

/** What a content stream writes, in the fonts of its resources. */
function written(body, fonts) {
  let font = new Map();
  let text = "";
  for (const [, name, strings] of body.matchAll(/\/(\S+)\s+[\d.]+\s+Tf|((?:<[0-9A-Fa-f]*>[\s\d.-]*)+)\]?\s*T[Jj]/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    else for (const sign of strings.replace(/>[^<]*|</g, "").match(font.get("digits") === 2 ? /../g : /.{4}/g) ?? []) text += font.get(parseInt(sign, 16)) ?? "";
  }
  return text;
}

const references = (dictionary) => [...dictionary.matchAll(/\/(\S+)\s+(\d+) 0 R/g)].map(([, name, number]) => [name, number]);

/** The text of each page without its spaces and hyphens, which depend on where lines end. */
export function pagesOf(pdf) {
  const objects = objectsOf(pdf);
  const fonts = new Map();
  for (const { head } of objects.values()) {
    for (const [name, number] of references(/\/Font\s*<<([\s\S]*?)>>/.exec(head)?.[1] ?? "")) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? "")?.[1];
      if (table) fonts.set(name, alphabet(objects.get(table).body));
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => bare(written(objects.get(/\/Contents (\d+) 0 R/.exec(head)[1]).body, fonts)));
}

/** Without what depends on where lines end, and with letters that stand for themselves. @param {string} text */
export const bare = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u2010-]/g, "");

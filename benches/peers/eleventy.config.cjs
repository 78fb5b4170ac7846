// Pages are grouped once, so that a page's tree is looked up and not searched for.
const path = require("node:path");

const folderOf = (page) => path.dirname(page.filePathStem);
const languageOf = (page) => page.filePathStem.split("/")[1];

module.exports = (config) => {
  config.addCollection("places", (api) => {
    const all = api.getAll().filter((one) => one.inputPath.endsWith(".md"));
    all.sort((a, b) => (a.filePathStem < b.filePathStem ? -1 : 1));
    const [folders, tops, index] = [{}, {}, {}];
    for (const one of all) {
      const entry = { href: one.url, title: one.data.title };
      (folders[folderOf(one)] ??= []).push(entry);
      const [, lang, top] = one.filePathStem.split("/");
      const seen = (tops[lang] ??= { names: new Set(), entries: [] });
      if (!seen.names.has(top)) seen.entries.push(entry);
      seen.names.add(top);
      index[one.filePathStem] = { at: folders[folderOf(one)].length - 1 };
    }
    return [{ folders, tops, index }];
  });
  config.addFilter("place", (places, page) => {
    const { folders, tops, index } = places[0];
    const branch = folders[folderOf(page)] ?? [];
    const { at = 0 } = index[page.filePathStem] ?? {};
    return { top: tops[languageOf(page)]?.entries ?? [], branch, previous: branch[at - 1], next: branch[at + 1] };
  });
  config.addFilter("contents", (html) =>
    [...(html ?? "").matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, text]) => text));
  config.addFilter("plain", (html) => (html ?? "").replace(/<[^>]*>/g, " "));
  config.addFilter("json", (value) => JSON.stringify(value));
  config.addFilter("inLanguage", (all, lang) => all.filter((one) => one.inputPath.startsWith(`./content/${lang}/`)));
  config.amendLibrary("md", (md) => {
    md.core.ruler.push("pages", ({ tokens, env }) => {
      const up = env.page.fileSlug === "" || env.page.filePathStem.endsWith("/index") ? "" : "../";
      for (const link of tokens.flatMap((one) => one.children ?? []).filter((one) => one.type === "link_open")) {
        const href = link.attrGet("href");
        if (!/^[a-z]+:/.test(href)) link.attrSet("href", up + href.replace(/\.md(?=#|$)/, "/index.html"));
      }
    });
  });
  return { dir: { input: "content" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
};

// A plain static host on the loopback address, as a reader's would be: it sends the headers the output asks for in `_headers`.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { folder as built, text } from "./site.mjs";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".png": "image/png", ".txt": "text/plain" };

/** The headers `_headers` gives to every address. */
function wanted() {
  const lines = existsSync(join(built, "_headers")) ? text("_headers").split("\n") : [];
  const own = lines.slice(lines.indexOf("/*") + 1);
  const end = own.findIndex((line) => !line.startsWith(" "));
  return Object.fromEntries(own.slice(0, end < 0 ? undefined : end).map((line) => line.trim().split(/:\s*/, 2)));
}

function fileOf(folder, address) {
  const path = join(folder, normalize(decodeURIComponent(new URL(address, "http://host").pathname)));
  return existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
}

/** Starts the host on a free port; it stops with the process, or by `close`. While `state.down` it answers nobody. */
export async function serve(folder = built) {
  const state = { down: false };
  const headers = wanted();
  const server = createServer(({ url, socket }, answer) => {
    if (state.down) return socket.destroy();
    const path = fileOf(folder, url);
    if (!existsSync(path)) return answer.writeHead(404).end();
    answer.writeHead(200, { ...headers, "Content-Type": types[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(answer);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  const close = () => (server.closeAllConnections(), server.close());
  return { origin: `http://127.0.0.1:${server.address().port}/`, close, state };
}

// Looks over the shoulder of every page of every test: whatever a browser complains about, and whatever leaves for somewhere
// else, fails the test that saw it.

/** Policy violations are events of the page; said aloud they reach the console, which is listened to. */
export function reportViolations() {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    console.error(`policy ${violatedDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber})`));
}

/**
 * @param context of the browser
 * @param bases the addresses that requests may begin with
 * @param expected a pattern of complaints that belong to the test
 * @returns the list of troubles, filled as they come
 */
export function watch(context, bases, expected) {
  const troubles = [];
  const note = (trouble) => void (expected?.test(trouble) || troubles.push(trouble));
  context.on("console", (message) => ["error", "warning"].includes(message.type()) && note(`console: ${message.text()}`));
  context.on("weberror", (error) => note(`uncaught: ${error.error().message}`));
  context.on("request", (request) => bases.some((base) => request.url().startsWith(base)) || note(`request to ${request.url()}`));
  context.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") note(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on("response", (response) => response.status() >= 400 && note(`${response.status()}: ${response.url()}`));
  return troubles;
}

// What a page's main thread really worked for, task by task: the processor time the browser's own trace gives, which is the same
// on a busy machine, where by the clock any task is long.

const CATEGORIES = ["disabled-by-default-devtools.timeline", "blink.user_timing"];
const MARK = "step ";
const CONTROL = "control";
/** What the control takes where the budgets were set, in milliseconds: elsewhere they are those of a machine so much slower. */
const LOOP = 10;

/** Work that is always the same. */
function control() {
  let x = 0;
  for (let k = 0; k < 1e6; k += 1) x = (x + k * k) % 1e9;
  return x;
}

/** How many times slower than there this machine is now, at least once. */
function slowness(tasks) {
  const loops = tasks.filter(({ step }) => step === CONTROL).map(({ ms }) => ms).sort((a, b) => b - a).slice(0, 5);
  return Math.max(1, loops[2] / LOOP);
}

/** A browser keeps one trace at a time. */
let last = Promise.resolve();

async function traced(session, act) {
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => void events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  try {
    await act();
  } finally {
    const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
    await session.send("Tracing.end");
    await complete;
    await session.detach();
  }
  return events;
}

/** The tasks of the threads that the marks were set on, each with the step it ended in. */
function tasksIn(events) {
  const marks = events.filter(({ name }) => name.startsWith(MARK)).sort((a, b) => a.ts - b.ts);
  const own = events.filter(({ name, tdur, pid, tid }) => name === "RunTask" && tdur !== undefined && marks.some((one) => one.pid === pid && one.tid === tid));
  const stepOf = (task) => marks.find(({ ts, pid, tid }) => ts >= task.ts && pid === task.pid && tid === task.tid)?.name.slice(MARK.length);
  return own.map((task) => ({ step: stepOf(task), ms: task.tdur / 1000 })).filter(({ step }) => step !== undefined);
}

/**
 * @param page
 * @param steps a list of [name, act]; after each the page is given the time to settle
 * @param settle
 * @returns every task of the page's main thread as { step, ms }, as long as it takes where the budgets were set
 */
export async function tasksOf(page, steps, settle) {
  const before = last;
  let free = () => {};
  last = new Promise((done) => { free = done; });
  await before;
  try {
    const session = await page.context().browser().newBrowserCDPSession();
    const loops = async () => {
      for (let n = 0; n < 5; n += 1) await page.evaluate(control);
    };
    const tasks = tasksIn(await traced(session, async () => {
      for (const [name, act] of [...steps, [CONTROL, loops]]) {
        await act();
        await settle(page);
        await page.evaluate((mark) => void performance.mark(mark), MARK + name);
      }
    }));
    const slow = slowness(tasks);
    return tasks.filter(({ step }) => step !== CONTROL).map(({ step, ms }) => ({ step, ms: ms / slow }));
  } finally {
    free();
  }
}

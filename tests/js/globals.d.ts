// What the shipped scripts share through their one global, for the type checker only.
// The types of the scorer's own values are declared in score.js.
declare var portaat: any;

type Stamp = { model: string | null; fingerprint: string | null };
type Envelope = Stamp & { v: 1; saved: string; data: Record<string, any> };
type Entry = { rev: number; value: Answer; evidence?: number };
type Entries = Record<string, Entry>;
type Given = { answers: Answers; evidence: Evidence | null };
/** `own`: false when the device holds something else; `targets`: the publisher's, as levels; the rest as the code or the device has it. */
type Shown = Given & { model: Model; scored: Result; role?: string; function?: string | null; talk?: string | null; own?: boolean; targets?: Record<string, number> };
type FormState = { form: HTMLElement; model: Model; screens: HTMLElement[]; at: number; title: string };

/** The words of the page's language by key; their shape is that of strings/<language>.yaml. */
type Words = any;

interface Store {
  use(stamp: Stamp): void;
  entries(): Entries;
  replace(all: Entries): boolean;
  put(id: string, entry: Entry): boolean;
  given(model: { dims: { items: Item[] }[] }): Given;
  clear(): () => void;
  remove(name: string): boolean;
  bind(root: HTMLElement, model: { dims: { items: Item[] }[] }, changed: (kept?: boolean) => void): () => void;
  offerUndo(line: HTMLElement, text: string, undo: () => void, undone: string): void;
}

interface Score {
  scoreOne(model: Model, answers: Answers, evidence?: Evidence | null): Result;
  shareCode(model: Model, answers: Answers, evidence?: Evidence | null, role?: string): string;
  parseShareCode(text: string, models: Model[], prints?: string[]): ParsedCode | CodeError;
  scoreGroup(model: Model, people: Person[], population?: number | null): GroupResult;
  gather(dim: Dimension, people: Person[]): Column[];
  scoresIn(dim: Dimension, columns: Column[], rules: Rules): (number | null)[];
  groupDim(dim: Dimension, columns: Column[], rules: Rules, population: number | null): GroupDimension | Suppressed;
  joined(model: Model, n: number, dims: (GroupDimension | Suppressed)[]): GroupResult;
  gapOf(id: string, as: number[], bs: number[], rules: Rules): GapDimension | Suppressed;
  suppressAll(counts: Record<string, Counts>, min: number): { show: string[]; hide: string[]; total: Record<string, boolean> };
  remeasure(model1: Model, people1: Person[], model2: Model, people2: Person[]): (Change | NotComparable | Suppressed)[];
  fingerprint(model: Model): string;
  quick(model: Model): Model;
  scoreDim(dim: Dimension, answers: Answers, rules: Rules, evidence?: Evidence | null): DimensionResult;
  talkWalk(claims: (number | null)[], practice: (number | null)[]): TalkWalk;
  rdiv(num: number, den: number): number;
  pick<T>(values: Record<string, T>, id: string): T | undefined;
  isRating(value: unknown): value is number;
  sum(numbers: number[]): number;
}

type MapData = { title: string; first: number; second: number; names: string[]; gap: number };

interface FormParts {
  firstOpen(model: Model, answers: Answers): number;
  screenOfAddress(screens: HTMLElement[], current: number): number;
  chosenText(question: Element): string;
}

/** The optional end of the whole form. */
interface AboutParts {
  fill(form: ParentNode): void;
  said(form: ParentNode): HTMLElement[];
  role(form: ParentNode): string;
  fields(form: ParentNode): string;
  listen(form: ParentNode, changed: (kept: boolean) => void): void;
}

interface ResultParts {
  codeIn(hash: string): string | null;
  stored(full: Model, quick: Model): Shown | null;
  fromCode(code: string, models: Model[]): { shown?: Shown; error?: string };
  isForeign(shown: Shown): boolean;
  reason(shown: Shown): string;
  notes(shown: Shown): string[];
  find(root: ParentNode, selector: string): HTMLElement;
  decimal(score: number): string;
  nameOf(dimension: string): string;
  namesOf(dimensions: string[]): string;
  mark(node: HTMLElement, values: { score: number | null; level: number | null; status: string }): void;
  status(combined: Combined, dims: DimensionResult[]): string;
  axis(cell: Element, thresholds: number[]): void;
  plot(cell: Element, score: number | null, thresholds: number[], shape: "dot" | "limit" | "blind"): void;
  bar(cell: Element, score: number | null): void;
  groupMean(items: string[], answers: Answers): { n: number; all: string; score: number | null };
  lenses(main: HTMLElement, shown: Shown): void;
  map(data: MapData): SVGElement;
  kindOf(scored: Result): string;
  entriesOf(shown: Shown): Entries;
  overall(main: HTMLElement, shown: Shown): void;
  sum(main: HTMLElement, shown: Shown): void;
  explain(shown: Shown, id: string): Calculation;
  meanOf(shown: Shown, dims: DimensionResult[], combined: Combined): string;
  texts(dimension: string | null, item: string | null): { question: string; why: string; evidence: string; links: HTMLAnchorElement[] };
  profile(main: HTMLElement, shown: Shown): void;
  table(main: HTMLElement, shown: Shown): void;
  targetWords(target: number, level: number | null): string;
  actions(main: HTMLElement, shown: Shown): void;
  share(main: HTMLElement, shown: Shown): void;
  listen(main: HTMLElement, shown: () => Shown | null): void;
  listenLater(main: HTMLElement, shown: () => Shown | null): void;
  later(main: HTMLElement, line: HTMLElement, act: () => unknown): Promise<void>;
  earlier(main: HTMLElement, shown: Shown): void;
  models(): Model[];
  dateOf(text: string): string;
  codeOf(shown: Shown): string;
  statements(): string[];
  talk(main: HTMLElement, given: string): void;
  talkLater(main: HTMLElement, shown: Shown): void;
  foreignLater(main: HTMLElement, shown: Shown): void;
  tellChanges(main: HTMLElement, shown: Shown): void;
  keep(main: HTMLElement, shown: Shown): void;
  changes(shown: Shown): { added: number; changed: number; removed: number };
  plan(main: HTMLElement, own: boolean): void;
  plans(own: boolean): Record<string, any>;
  putPlan(dim: string, plan: object, own: boolean): boolean;
  isDay(text: unknown): boolean;
  exportAs(kind: string, main: HTMLElement, shown: Shown, line: HTMLElement): void;
  fileOf(shown: Shown, now: Date): string;
  recordOf(shown: Shown, now: Date): ResultFile;
  isResult(file: unknown): file is ResultFile;
  openFile(main: HTMLElement, input: HTMLInputElement, own: Shown | null): Promise<void>;
  otherFile(main: HTMLElement, file: ResultFile, own: Shown | null): void;
  otherCode(main: HTMLElement): void;
  offerWave(main: HTMLElement, file: ResultFile, own: Shown | null, place: HTMLElement): void;
  isModel(model: any): boolean;
  readFile(text: string, models: Model[]): OpenedFile;
  csv(rows: string[][]): string;
  waves(main: HTMLElement, shown: Shown): void;
  MOST: number;
  keptWaves(): ResultFile[];
  bridge(shown: { model: Model; answers: Answers }, wave: ResultFile): Bridged[];
  addWave(main: HTMLElement, shown: Shown | null, one: ResultFile, line: HTMLElement): void;
  keepWave(main: HTMLElement, shown: Shown): void;
}

/** The team page. `seen` is what may be shown; `wanted` is everybody whose answers came in. */
interface TeamParts {
  files: Map<string, Member>;
  wanted: Map<string, Member>;
  fileLines: Line[];
  seen: Seen | null;
  earlier: Earlier | null;
  changes?: (Change | NotComparable | Suppressed)[];
  exampleOn: boolean;
  models(): Model[];
  refresh(): Promise<void>;
  reader(models: Model[]): (code: string) => Found;
  codesIn(line: string, read: (code: string) => Found): Found[];
  linesOf(text: string): Generator<[number, string]>;
  ledger(): { add: (kind: string, line: number) => void; all: Line[]; counts: Record<string, number> };
  take(text: string, files: Map<string, Member>, models: Model[], read: (code: string) => Found): Generator<void, Intake>;
  nobody(): Team;
  shuffled<T>(list: T[]): T[];
  admit(before: Team, wanted: Map<string, Member>, min: number): Admission;
  copy(one: Team): Team;
  topic(dim: Dimension): string;
  labels(past: Past, people: Member[], end: number, label: (one: Member, k: number) => number): Uint16Array;
  cut(past: Past, name: string, display: Uint16Array, min: number): boolean;
  gather(now: Team, model: Model): boolean;
  advance(now: Team, dim: number, scores: (number | null)[], model: Model): boolean;
  split(now: Team, model: Model, scores: (number | null)[][], kind: string): Generator<void, string[]>;
  groupBy(kind: string): (one: Member) => string;
  apart(seen: Seen): void;
  functions(): Record<string, string>;
  functionOf(id: string): string;
  work<T>(steps: Generator<unknown, T>, wanted: () => boolean): Promise<T | undefined>;
  see(now: Team, model: Model, population: number | null, kind?: string): Generator<void, Omit<Seen, "main">>;
  axis(cell: Element, thresholds: number[]): void;
  spread(cell: Element, scores: number[], d: GroupDimension, thresholds: number[]): void;
  pair(cell: Element, means: number[], thresholds: number[]): void;
  find(root: ParentNode, selector: string): HTMLElement;
  number(x: number, places?: number): string;
  range(ci: number[]): string;
  nameOf(dim: string): string;
  mark(node: HTMLElement, values: Record<string, string | number | boolean | null | undefined>): void;
  make(name: string, text: string, className?: string): HTMLElement;
  table(seen: Seen): Generator<void, void>;
  whole(seen: Seen): void;
  gap(seen: Seen): void;
  widest(seen: Seen): GapDimension[];
  rest(seen: Seen): Promise<void>;
  listen(main: HTMLElement): void;
  after(seen: Seen): Promise<void>;
  waves(seen: Seen): Promise<void>;
  openFiles(main: HTMLElement, chosen: File[]): Promise<void>;
  openEarlier(main: HTMLElement, input: HTMLInputElement): Promise<void>;
  textOf(file: File): Promise<string>;
  openFile(name: string, text: string, into: Map<string, Member>): Generator<void, { lines: Line[]; file: TeamFile | null }>;
  teamFile(file: any): TeamFile | null;
  members(file: TeamFile): Generator<void, Member[]>;
  json(text: string): any;
  memory(main: HTMLElement): () => void;
  put(main: HTMLElement, state: any): void;
  clear(main: HTMLElement): void;
  fillIn(main: HTMLElement, file: TeamFile): void;
  dayOf(text: string): string;
  exportAs(kind: string, main: HTMLElement): void;
  report(): void;
  example(main: HTMLElement): void;
}

interface WorkshopParts {
  VALUES: string[];
  before?: Record<string, number>;
  stateOf(model: Model, found?: unknown): Workshop;
  state(): Workshop;
  models(): Model[];
  restore(found: unknown): void;
  redraw(): void;
  plus(a: Votes, b: Votes): Votes;
  all(round: Round): Votes;
  count(votes: Votes): number;
  middle(votes: Votes): number | null;
  reading(votes: Votes): "none" | "near" | "far";
  vote(round: Round, value: string): Round;
  empty(round: Round): Round;
  reveal(round: Round): Round;
  again(round: Round): Round;
  answers(state: Workshop): Answers;
  find(root: ParentNode, selector: string): any;
  make(name: string, text: string, className?: string): HTMLElement;
  openBefore(main: HTMLElement, input: HTMLInputElement): Promise<void>;
  press(main: HTMLElement, button: HTMLElement): void;
}

type Values = Record<string, unknown>;
type Filled = Record<string, string>;
/** What a sheet is filled in with: inputs, and what only some of them have. */
type Control = HTMLInputElement & { options?: HTMLOptionsCollection; rows: number };

interface Worksheet {
  ROWS: number;
  usable(shape: Shape, found: unknown): Filled;
  merge(before: unknown, changes?: Values): Values;
  lastRow(part: string, values: Filled): number;
  fileOf(page: string, values: Filled): string;
  open(text: string, page: string, shape: Shape): Opened;
  difference(now: Filled, values: Filled): { filled: number; replaced: number };
  corners(ratings: number[], cx: number, cy: number, r: number): string;
  shapeOf(root: ParentNode): Shape;
  valueOf(control: Control): string;
  draw(root: HTMLElement): void;
  fill(root: HTMLElement, values: Filled, exactly?: boolean): void;
}

/** `terms`: definitions by the id of the term. */
type ReadingData = { words: Words; terms: Record<string, string> };

interface Portaat {
  prefix: string;
  lang: string;
  strings: Words;
  modules: Record<string, (part: HTMLElement) => void>;
  json(id: string): unknown;
  read(name: string): Envelope | null;
  write(name: string, data: object, stamp?: Stamp): boolean;
  say(template: string, values: Record<string, string | number>): string;
  plural(forms: Record<string, string>, n: number, values?: Record<string, string | number>): string;
  /** Offers a text to be saved. */
  download(name: string, type: string, text: string): void;
  attempt<T>(act: () => T): boolean;
  announce(text: string): void;
  start(): void;
  /** The addresses of what is loaded on use. */
  later: string[];
  load(name: string): Promise<unknown>;
  /** What one language has for readers, once it is loaded. */
  reading: ReadingData;
  readingData(): Promise<ReadingData>;
  /** For offline.js: the address of its style and its words by language. */
  offline: { css: string; words: Record<string, Words> };
  /** The pages this device keeps, once that is known. */
  copy?: { title: string; text: string; forget: () => Promise<void> };
  store: Store;
  score: Score;
  result: ResultParts;
  team: TeamParts;
  workshop: WorkshopParts;
  form: FormParts;
  about: AboutParts;
  worksheet: Worksheet;
  find: SearchFind;
  searchData: Record<string, SearchData & { page: SearchSide }>;
  dialog: { root: URL; opener: HTMLAnchorElement; load(file: string): Promise<void>; open(): void };
  /** Opens the search; there once it was wanted. */
  search?(): unknown;
}

/** Search: a language's table as it comes with the index, and as it is used. */
type SearchTable = { fold: Record<string, string>; stop: string; whole: string; alike: string[]; steps: { keep: number; off: string; again: boolean }[]; joined: boolean };
type SearchStep = { keep: number; again: boolean; longest: number; endings: Map<string, string> };
type SearchLanguage = { fold(text: string): string; steps: SearchStep[]; stop: Set<string>; whole: Map<string, string>; alike: Map<string, string[]> };
/** address, title, place, whether it is a worksheet, and its sections: anchor, heading, text, whether it is a term. */
type SearchPage = [string, string, string, 0 | 1, [string, string, string, 0 | 1][]];
/** What an entry brings; `w` and `t` are filled by the files it names: words by letters, texts by pages. */
type SearchData = { words: number; firsts: string; starts: number[]; sections: number[]; hashes: string; language: SearchTable; w: string[]; t: SearchPage[][] };
type SearchShelf = { stems: string[]; lines: string[] };
type SearchIndex = { data: SearchData; firsts: string[]; name(number: number): string; pageOf: Uint32Array; firstOf: number[]; own: SearchLanguage; shelves: Map<number, SearchShelf> };
/** Loads a script that lies beside the entry, by its file name. */
type SearchLoad = ((file: string) => Promise<unknown>) & { pause?: () => Promise<void> };
/** A stem's sections, and how sure it is that the word means it. */
type SearchWay = { line: string; sure: number };
type SearchSlot = { word: string; ways: Map<string, SearchWay> };
type SearchAdd = (form: string, line: string | undefined, sure: number) => void;
/** `href` from the root of the output; in `heading` and `excerpt` each piece says whether it is what one looked for. */
type SearchHit = { href: string; title: string; place: string; kind: "page" | "section" | "term" | "worksheet"; section: string; heading: [string, 0 | 1][]; excerpt: [string, 0 | 1][] };
interface SearchFind {
  query(text: string, lang: string, load: SearchLoad, limit?: number): Promise<SearchFound>;
  language(table: SearchTable): SearchLanguage;
  words(own: SearchLanguage, text: string): { word: string; start: number; end: number }[];
  stem(own: SearchLanguage, word: string): string;
  open(lang: string): SearchIndex;
  lastUpTo<T>(list: ArrayLike<T>, value: T): number;
  shelf(index: SearchIndex, number: number, load: SearchLoad): Promise<SearchShelf>;
  shelfAt(index: SearchIndex, word: string): number;
  shelfOf(index: SearchIndex, word: string, load: SearchLoad): Promise<SearchShelf>;
  hits(line: string, each: (section: number, strength: number) => void): void;
  countHits(line: string): number;
  lines(text: string): [string, string][];
  sections(line: string): number[];
  slots(index: SearchIndex, word: string, isLast: boolean, load: SearchLoad): Promise<SearchSlot[]>;
}
type SearchFound = { hits: SearchHit[]; total: number; words: string[] };
/** What an entry tells its page: files seen from the root of the output, and the words of the dialog. */
type SearchSide = { style: string; scripts: string[]; others: Record<string, string>; words: Words };

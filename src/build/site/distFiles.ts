/**
 * The one list of what a page fetches from `dist/`. The build makes these files, `npx consentry copy` chooses among
 * them, `npm run size` weighs them, and `docs/reference/sizes.md` is written from it.
 */

/**
 * Has the browser compile all functions of a file while it comes, beside the page, and not one by one as they are called
 * (https://github.com/WICG/explicit-javascript-compile-hints-file-based). A comment to those that do not know it.
 */
export const ALL_RUN = "//# allFunctionsCalledOnLoad";

/** A file of `dist/`, or with a `*` each file of a folder. */
export interface DistFile {
  /** Below `dist/`. */
  readonly name: string;
  /** When a page fetches it, as a sentence without its full stop. */
  readonly when: string;
  /**
   * What it is made from: a module of `src/entries/`, or for a folder of files the folder below `src/` of which each
   * module becomes one. Absent: a part of the files before it, fetched by itself.
   */
  readonly from?: string;
  /** Of a part: the module that it begins with. */
  readonly part?: string;
  /** `classic`: a script without imports, else a module. */
  readonly form?: "classic";
  /**
   * What reads or calls what others wrote keeps every name as it is: a vendor's own begins with `_` too, and the monitor
   * and the worker read what a command writes.
   */
  readonly keepsNames?: true;
  /** Nearly all of its functions run once it is there, or once someone reaches for what it shows: they are compiled while it comes. */
  readonly allRun?: true;
  /** Says problems in full: the other files only say that there is one. */
  readonly hasWords?: true;
  /** Is made together with the others that say so, and takes from the first of them what both need. */
  readonly joins?: "banner";
  /** Never fetched by `consentry.js`: it stands in the page's head, or the site asks for it by name. */
  readonly aside?: true;
  /** Only for sites that use this: an earlier tool, or services of their own with a category. */
  readonly only?: "migrate" | "own";
}

const TAG: readonly DistFile[] = [
  { name: "consentry.js", from: "tag", form: "classic", allRun: true, when: "On each page" },
  {
    name: "consentry.banner.js",
    from: "tag.banner",
    joins: "banner",
    allRun: true,
    when: "Where a visitor is asked",
  },
  {
    name: "consentry.decisions-proof.js",
    from: "tag.decisions-proof",
    joins: "banner",
    allRun: true,
    when: "Where a visitor is asked, once the browser is idle",
  },
  {
    name: "consentry.decisions-proof.sender.js",
    part: "createSender",
    joins: "banner",
    when: "With `collector`, after a choice on a page that asked",
  },
  {
    name: "consentry.decisions-proof.reader.js",
    part: "createReader",
    joins: "banner",
    when: "When a page that asked shows, exports or erases records",
  },
  {
    name: "consentry.preferences.js",
    part: "drawPreferences",
    when: "When a visitor points at, touches or focuses the banner, or opens the settings",
  },
  {
    name: "consentry.host.js",
    from: "tag.host",
    when: "Where an embed needs words, on a page that did not ask",
  },
  {
    name: "consentry.decisions.js",
    from: "tag.decisions",
    when: "When something is chosen on a page that did not ask",
  },
  {
    name: "consentry.proof.js",
    from: "tag.proof",
    when: "With the file before, for the record",
  },
  {
    name: "consentry.sender.js",
    part: "createSender",
    when: "With `collector`, to send a record",
  },
  {
    name: "consentry.reader.js",
    part: "createReader",
    when: "When records are shown, exported or erased",
  },
  {
    name: "consentry.embeds.js",
    from: "tag.embeds",
    when: "Where an element that is no script is marked",
  },
  {
    name: "consentry.placeholders.js",
    from: "tag.placeholders",
    when: "Where a placeholder, toggle, declaration or receipt stands",
  },
  {
    name: "consentry.late.js",
    from: "tag.late",
    allRun: true,
    when: "Where marked scripts wait for an answer, or start after the page was parsed",
  },
  {
    name: "consentry.prepare.js",
    from: "tag.prepare",
    when: "Where options name services, signals or an earlier tool, or the browser sends Global Privacy Control",
  },
  {
    name: "consentry.own.js",
    from: "tag.own",
    only: "own",
    when: "Where the map of services has services of your own",
  },
  {
    name: "consentry.migrate.js",
    from: "tag.migrate",
    only: "migrate",
    when: "With `migrate`, until the earlier choice is taken over",
  },
  {
    name: "consentry.shim.js",
    part: "runShim",
    only: "migrate",
    when: "With `migrate`, where the earlier tool's links and calls go on working",
  },
  {
    name: "consentry.diagnostics.js",
    from: "tag.diagnostics",
    hasWords: true,
    when: "When there is a problem to report or something to erase",
  },
  {
    name: "consentry.check.js",
    from: "tag.check",
    when: "On the owner's machine, to look for mistakes in the page",
  },
  {
    name: "consentry.theme-check.js",
    part: "reportTheme",
    when: "On the owner's machine, where the interface is shown",
  },
  {
    name: "consentry.head.js",
    from: "head",
    form: "classic",
    aside: true,
    when: "Never: `npx consentry inline` writes it into the page",
  },
  {
    name: "consentry.head.banner.js",
    from: "head.banner",
    form: "classic",
    aside: true,
    when: "Never: the same, with the banner",
  },
  {
    name: "consentry.monitor.js",
    from: "tag.monitor",
    form: "classic",
    keepsNames: true,
    aside: true,
    when: "Where a page asks for the leak monitor",
  },
  {
    name: "consentry.sw.js",
    from: "tag.sw",
    form: "classic",
    keepsNames: true,
    aside: true,
    when: "As the service worker of the hard gate",
  },
  {
    name: "consentry.lazy.js",
    from: "lazy",
    aside: true,
    when: "Never: a bundler takes it for `consentry/lazy`",
  },
  {
    name: "consentry.lazy.asked.js",
    from: "lazy.asked",
    aside: true,
    when: "Never: the same, where a visitor is asked",
  },
  {
    name: "consentry.wait.js",
    from: "tag.wait",
    aside: true,
    when: "Never: the same, where the banner came with the HTML",
  },
];

const FOLDERS: readonly DistFile[] = [
  {
    name: "services/*.js",
    from: "catalogue/services",
    keepsNames: true,
    when: "One for each service of the catalogue that the options name",
  },
  {
    name: "signals/*.js",
    from: "catalogue/signals",
    keepsNames: true,
    when: "One for each signal that the options name",
  },
  {
    name: "migrate/*.js",
    from: "catalogue/migrations",
    keepsNames: true,
    when: "With `migrate`, one for the earlier tool",
  },
  {
    name: "migrate/shims/*.js",
    from: "catalogue/migrations/shims",
    keepsNames: true,
    when: "With `migrate`, one for the earlier tool's links and calls",
  },
  {
    name: "locales/*.js",
    from: "i18n/locales",
    when: "One for the language that is shown, if it is not English",
  },
];

export const DIST_FILES: readonly DistFile[] = [...TAG, ...FOLDERS];

/** What a page fetches until the banner stands. */
const BANNER = ["consentry.js", "consentry.banner.js"];

/** What a visit fetches, and the most that it may weigh. */
export interface DistLimit {
  readonly what: string;
  /** They add up. Of a name with a `*` the heaviest file counts. */
  readonly files: readonly string[];
  /** Bytes, after brotli at quality 11. */
  readonly limit: number;
}

/** What a first visit in English fetches without a click. */
export const FIRST_VISIT: readonly string[] = [...BANNER, "consentry.decisions-proof.js"];

export const DIST_LIMITS: readonly DistLimit[] = [
  { what: "returning visitor", files: ["consentry.js"], limit: 6990 },
  { what: "inline head, without a site's own data", files: ["consentry.head.js"], limit: 1430 },
  {
    what: "the same with the banner in the HTML",
    files: ["consentry.head.banner.js"],
    limit: 2070,
  },
  { what: "first visit, until the banner stands", files: BANNER, limit: 16_450 },
  { what: "first visit, with decision and proof", files: FIRST_VISIT, limit: 25_630 },
  {
    what: "the same where scripts are marked",
    files: [...FIRST_VISIT, "consentry.late.js"],
    limit: 27_530,
  },
  { what: "preference centre", files: ["consentry.preferences.js"], limit: 10_150 },
  { what: "placeholders, toggles, declaration", files: ["consentry.placeholders.js"], limit: 7810 },
  { what: "embeds", files: ["consentry.embeds.js"], limit: 2250 },
  { what: "proof log", files: ["consentry.proof.js"], limit: 3000 },
  { what: "problem texts and clean-up", files: ["consentry.diagnostics.js"], limit: 6880 },
  { what: "what is looked for where a site is made", files: ["consentry.check.js"], limit: 2000 },
  { what: "a language", files: ["locales/*.js"], limit: 2500 },
  {
    what: "arriving from another tool",
    files: ["consentry.migrate.js", "migrate/*.js"],
    limit: 2760,
  },
  {
    what: "the earlier tool's links and calls",
    files: ["consentry.shim.js", "migrate/shims/*.js"],
    limit: 1500,
  },
  { what: "leak monitor", files: ["consentry.monitor.js"], limit: 3000 },
  { what: "service worker of the hard gate", files: ["consentry.sw.js"], limit: 1500 },
  { what: "a service", files: ["services/*.js"], limit: 1600 },
];

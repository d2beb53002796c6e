// Finds the browsers that the tests drive, or installs one. `npm test` runs it first; it takes a moment when
// all is there. Order: $CHROME_PATH / $FIREFOX_PATH, an installed browser, Playwright's own download,
// apt (root on Debian or Ubuntu). CONSENTRY_BROWSERS=chromium,firefox,webkit makes engines mandatory;
// otherwise Chromium is, and the others join where they are installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const first = (...paths) => paths.find((path) => path && existsSync(path));

export const isRoot = process.getuid?.() === 0;

/** Path of an installed Chromium-family browser, or undefined. */
export const chromiumPath = () =>
  first(
    process.env.CHROME_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
  );

/**
 * Path of a Chromium without windows, or undefined: it opens a page in half the time, but has no back/forward cache and
 * sends no reports.
 */
const shellPath = () => first(process.env.CHROME_PATH, "/usr/bin/chromium-headless-shell");

/** Playwright drives a stock Firefox by commands of WebDriver BiDi that older ones do not know. */
const OLDEST_FIREFOX = 143;

/** Major version of a Firefox, read beside its program; undefined where nothing says it. */
function firefoxVersion(path) {
  const folder = dirname(realpathSync(path));
  const file = first(
    join(folder, "application.ini"),
    join(folder, "../Resources/application.ini"), // macOS
  );
  const found = file && /^Version=(\d+)/m.exec(readFileSync(file, "utf8"));
  return found ? Number(found[1]) : undefined;
}

/** Why an installed Firefox cannot be driven, or undefined. */
function refusal(path) {
  const version = firefoxVersion(path);
  return version < OLDEST_FIREFOX
    ? `Firefox ${version} is too old to be driven: ${OLDEST_FIREFOX} or later is`
    : undefined;
}

/** Path of a stock Firefox, or undefined. The Snap wrapper cannot be driven and is left out. */
export const firefoxPath = () =>
  first(
    process.env.FIREFOX_PATH,
    "/usr/bin/firefox-esr",
    "/usr/lib/firefox/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:/Program Files/Mozilla Firefox/firefox.exe",
  );

/** WebKitGTK's driver and browser (Debian: webkit2gtk-driver), or undefined. */
export const webkitGtk = () => {
  const driver = first(process.env.WEBKIT_DRIVER, "/usr/bin/WebKitWebDriver");
  const binary = first(
    process.env.WEBKIT_MINIBROWSER,
    ...["x86_64", "aarch64"].flatMap((cpu) =>
      ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"].map(
        (version) => `/usr/lib/${cpu}-linux-gnu/${version}/MiniBrowser`,
      ),
    ),
  );
  return driver && binary ? { driver, binary } : undefined;
};

/** Path of Playwright's own download of an engine, if it is there. */
export async function bundled(name) {
  const playwright = (await import("playwright")).default;
  try {
    return first(playwright[name].executablePath());
  } catch {
    return undefined; // Not offered for this platform.
  }
}

/**
 * Playwright launch options for an engine on this machine, or undefined where there is none.
 *
 * @param whole the browser that visitors have, not the lighter one without windows
 */
export async function launchOptions(name, whole = false) {
  if (name === "chromium") {
    const executablePath = (!whole && shellPath()) || chromiumPath();
    if (!executablePath && !(await bundled("chromium"))) return undefined;
    return {
      ...(executablePath && { executablePath }),
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
      ],
    };
  }
  const executablePath = name === "firefox" ? drivenFirefox() : undefined;
  if (executablePath) return { executablePath, channel: "moz-firefox" };
  return (await bundled(name)) ? {} : undefined;
}

/** Path of a stock Firefox that can be driven, or undefined. */
const drivenFirefox = () => {
  const path = firefoxPath();
  return path && !refusal(path) ? path : undefined;
};

/** Why an engine takes no part in the tests, or undefined where it does. */
export async function absence(name) {
  const wanted = process.env.CONSENTRY_ENGINES ?? "chromium,firefox,webkit";
  if (!wanted.split(",").includes(name)) return "not in CONSENTRY_ENGINES";
  if (name === "webkit" && webkitGtk()) return undefined;
  if (await launchOptions(name)) return undefined;
  const path = name === "firefox" ? firefoxPath() : undefined;
  return (path && refusal(path)) || "not installed";
}

const packages = {
  chromium: ["chromium"],
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb", "xauth"],
};

async function find(name) {
  const installed = {
    chromium: chromiumPath,
    firefox: drivenFirefox,
    webkit: () => webkitGtk()?.binary,
  };
  return installed[name]?.() ?? (await bundled(name));
}

function run(command, args) {
  console.log("$", command, ...args);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

function installByApt(name) {
  const onDebian =
    isRoot &&
    existsSync("/usr/bin/apt-get") &&
    /debian|ubuntu/.test(readFileSync("/etc/os-release", "utf8"));
  if (!onDebian) return false;
  return (
    run("apt-get", ["update"]) &&
    run("apt-get", [
      "-o",
      "DPkg::Lock::Timeout=300",
      "install",
      "-y",
      "--no-install-recommends",
      ...packages[name],
    ])
  );
}

async function main() {
  for (const name of (process.env.CONSENTRY_BROWSERS ?? "chromium").split(",")) {
    let path = await find(name);
    const old = name === "firefox" && firefoxPath(); // Its packager has a newer one.
    if (!path && old && installByApt(name)) path = await find(name);
    if (!path && run("npx", ["playwright", "install", name])) path = await find(name);
    if (!path && !old && installByApt(name)) path = await find(name);
    if (path) console.log(`browser ${name}: ${path}`);
    else {
      process.exitCode = 1;
      console.error(
        `browser ${name}: ${(old && refusal(old)) || "not found"}. Install it, or set ${name === "firefox" ? "FIREFOX_PATH" : "CHROME_PATH"}.`,
      );
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();

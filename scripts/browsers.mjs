// Finds the browsers that the tests drive, or installs one. `npm test` runs it first; it takes a moment when
// all is there. Order: $CHROME_PATH / $FIREFOX_PATH, an installed browser, Playwright's own download,
// apt (root on Debian or Ubuntu). CONSENTRY_BROWSERS=chromium,firefox,webkit makes engines mandatory;
// otherwise Chromium is, and the others join where they are installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

/** Playwright launch options for an engine on this machine, or undefined where there is none. */
export async function launchOptions(name) {
  if (name === "chromium") {
    const executablePath = chromiumPath();
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
  const executablePath = name === "firefox" ? firefoxPath() : undefined;
  if (executablePath) return { executablePath, channel: "moz-firefox" };
  return (await bundled(name)) ? {} : undefined;
}

const packages = {
  chromium: ["chromium"],
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb", "xauth"],
};

async function find(name) {
  const installed = {
    chromium: chromiumPath,
    firefox: firefoxPath,
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
  const install = () =>
    run("apt-get", [
      "-o",
      "DPkg::Lock::Timeout=300",
      "install",
      "-y",
      "--no-install-recommends",
      ...packages[name],
    ]);
  return install() || (run("apt-get", ["update"]) && install());
}

async function main() {
  for (const name of (process.env.CONSENTRY_BROWSERS ?? "chromium").split(",")) {
    let path = await find(name);
    if (!path && run("npx", ["playwright", "install", name])) path = await find(name);
    if (!path && installByApt(name)) path = await find(name);
    if (path) console.log(`browser ${name}: ${path}`);
    else {
      process.exitCode = 1;
      console.error(
        `browser ${name}: not found. Install it, or set ${name === "firefox" ? "FIREFOX_PATH" : "CHROME_PATH"}.`,
      );
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();

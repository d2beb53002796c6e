// Finds the web servers, and the PHP, that recipes are tested with, or installs them: apt, as root on Debian or Ubuntu. `npm test`
// runs it first. CONSENTRY_SERVERS=nginx,apache2,caddy makes them mandatory; else those count that are installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

const PLACES = {
  nginx: ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"],
  apache2: ["/usr/sbin/apache2"],
  php: ["/usr/bin/php", "/usr/local/bin/php", "/opt/homebrew/bin/php"],
  caddy: ["/usr/bin/caddy", "/usr/local/bin/caddy", "/opt/homebrew/bin/caddy"],
};
const PACKAGES = { nginx: "nginx-light", apache2: "apache2", caddy: "caddy", php: "php-cli" };

/** Path of an installed server, or undefined. */
export const serverPath = (name) => PLACES[name].find((path) => existsSync(path));

function install(names) {
  const run = (...args) =>
    spawnSync("apt-get", args, {
      stdio: "ignore",
      // Installed for the tests, which start their own: none is to begin with the machine.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
  run("update");
  for (const name of names) run("install", "-y", "--no-install-recommends", PACKAGES[name]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const wanted = (process.env.CONSENTRY_SERVERS ?? "").split(",").filter(Boolean);
  const missing = () => Object.keys(PLACES).filter((name) => !serverPath(name));
  if (missing().length && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    install(missing());
  }
  const lacking = wanted.filter((name) => missing().includes(name));
  if (lacking.length) {
    console.error(`Not installed, and wanted by CONSENTRY_SERVERS: ${lacking.join(", ")}`);
    process.exitCode = 1;
  }
}

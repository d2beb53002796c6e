// Goes through the steps of a Dockerfile without a container engine, in an empty directory, and starts what it
// would start: `node deploy/rehearse.mjs`. Every absolute path of the file is put below that directory;
// `USER` and owners are left out, and the base image is this machine. It shows that the steps work in this order from
// the tracked files alone, that what they install runs by its ENTRYPOINT and CMD, and that the HEALTHCHECK passes.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const repository = new URL("..", import.meta.url).pathname;
const file = join(repository, "deploy/Dockerfile");
const steps = readFileSync(file, "utf8")
  .replaceAll(/\\\n\s*/g, " ")
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => /^(?<word>[A-Z]+) (?<rest>.*)$/.exec(line).groups);

/** What `COPY . .` copies: the tracked files, less those that the ignore file names. */
function context() {
  const ignored = readFileSync(`${file}.dockerignore`, "utf8").split("\n").filter(Boolean);
  const matches = ignored.map(
    (line) => new RegExp(`^${line.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}(/|$)`),
  );
  return execFileSync("git", ["ls-files", "-z"], { cwd: repository })
    .toString()
    .split("\0")
    .filter((path) => path && existsSync(join(repository, path)))
    .filter((path) => !matches.some((match) => match.test(path)));
}

const home = mkdtempSync(join(tmpdir(), "consentry-image-"));
const stages = [];
/** A place of the image as a place of this machine. */
const inside = (path, stage = stages.at(-1)) =>
  join(stage.root, path.startsWith("/") ? path : join(stage.directory, path));
const environment = () => ({
  ...process.env,
  PATH: `${inside("/usr/local/bin")}:${dirname(process.execPath)}:${process.env.PATH}`,
  NPM_CONFIG_PREFIX: inside("/usr/local"),
});
const server = { entry: [], command: [], health: [] };

try {
  for (const { word, rest } of steps) {
    console.log(`${word} ${rest}`);
    if (word == "FROM") {
      const name = / AS (\w+)$/.exec(rest)?.[1] ?? "";
      stages.push({ name, root: join(home, String(stages.length)), directory: "/" });
      for (const path of ["/tmp", "/usr/local", "/out"]) {
        mkdirSync(inside(path), { recursive: true });
      }
    } else if (word == "WORKDIR") {
      stages.at(-1).directory = rest;
      mkdirSync(inside(rest), { recursive: true });
    } else if (word == "COPY") {
      const [, from, source, target] = /^(?:--from=(\w+) )?(\S+) (\S+)$/.exec(rest);
      if (from) {
        const stage = stages.find(({ name }) => name == from);
        const copy = ["-c", `cp ${inside(source, stage)} ${inside(target)}`];
        execFileSync("sh", copy, { stdio: "inherit" });
      } else {
        for (const path of context()) cpSync(join(repository, path), join(inside(target), path));
      }
    } else if (word == "RUN") {
      const command = rest
        .replaceAll(/-o \w+ -g \w+ /g, "")
        .replaceAll(/(^|\s)(\/\S+)/g, (_, space, path) => space + inside(path));
      execFileSync("sh", ["-ec", command], {
        cwd: inside("."),
        env: environment(),
        stdio: ["ignore", "ignore", "inherit"],
      });
    } else if (word == "ENTRYPOINT") {
      server.entry = JSON.parse(rest);
    } else if (word == "CMD") {
      server.command = JSON.parse(rest);
    } else if (word == "HEALTHCHECK") {
      server.health = JSON.parse(rest.slice(rest.indexOf("[")));
    }
  }
  const [entry, ...words] = [...server.entry, ...server.command];
  console.log(`start: ${entry} ${words.join(" ")}`);
  const env = { ...environment(), CONSENTRY_SITE: "https://www.example.org" };
  const child = spawn(entry, words, { cwd: inside("."), env, stdio: "inherit" });
  try {
    const [check, ...rest] = server.health;
    for (let left = 50; ; left--) {
      await new Promise((done) => setTimeout(done, 200));
      try {
        execFileSync(check, rest, { env, stdio: "ignore" });
        break;
      } catch (error) {
        if (!left) throw error;
      }
    }
    const ready = await fetch("http://127.0.0.1:8787/readyz");
    console.log(`healthy; /readyz: ${ready.status} ${await ready.text()}`);
    if (!ready.ok) process.exitCode = 1;
  } finally {
    child.kill("SIGTERM");
    await new Promise((done) => child.once("close", done));
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

import { describe, expect, it } from "vitest";
import { run } from "./run.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line without a process of its own. */
async function ran(args: readonly string[], env: Record<string, string> = {}) {
  let text = "";
  const add = (more: string) => void (text += more);
  const terminal: Terminal = { out: add, err: add, watched: false, env, asked: Promise.resolve() };
  return { code: await run(args, terminal), text };
}

describe("the command line", () => {
  it.each<[string, string[], number, string]>([
    ["nothing", [], 0, "consentry <command>"],
    ["--help", ["--help"], 0, "consentry <command>"],
    ["--version", ["--version"], 0, "consentry 0."],
    ["init --help", ["init", "--help"], 0, "--name NAME"],
    ["collect --help", ["collect", "--help"], 0, "--site ORIGIN"],
    ["verify --help", ["verify", "--help"], 0, "--key VKEY"],
    ["export --help", ["export", "--help"], 0, "--subject ID"],
    ["erase --help", ["erase", "--help"], 0, "--older-than DAYS"],
    ["witness --help", ["witness", "--help"], 0, "--log VKEY"],
    ["move --help", ["move", "--help"], 0, "--to ADDRESS"],
    ["backup --help", ["backup", "--help"], 0, "--out FILE"],
    ["key --help", ["key", "--help"], 0, "--log-name NAME"],
    ["a witness without a name", ["witness", "--log", "x"], 2, "--name is needed"],
    ["a witness without a log", ["witness", "--name", "w"], 2, "At least one --log"],
    ["a witness of no log", ["witness", "--name", "w", "--log", "x"], 2, "not a verifier key"],
    ["moving nowhere", ["move"], 2, "--to is needed"],
    [
      "moving nothing",
      ["move", "--from", "/nowhere/a.db", "--to", "/nowhere/b.db"],
      3,
      "unable to open",
    ],
    ["a key of no log", ["key"], 2, "--log-name is needed"],
    [
      "a backup of nothing",
      ["backup", "--store", "nowhere.db", "--out", "b.db"],
      3,
      "is not there",
    ],
    ["a backup to nowhere", ["backup"], 2, "--out FILE is needed"],
    ["an unknown command", ["frobnicate"], 2, "no such command"],
    ["an inherited name", ["constructor"], 2, "no such command"],
    ["an unknown option", ["export", "--frobnicate"], 2, "Unknown option"],
    ["collect without a site", ["collect"], 2, "At least one --site"],
    [
      "a site that is no origin",
      ["collect", "--site", "https://a.example/shop"],
      2,
      "is an origin",
    ],
    [
      "a port that is none",
      ["collect", "--site", "https://shop.example", "--port", "http"],
      2,
      "whole number",
    ],
    ["a short token", ["collect", "--site", "https://shop.example"], 2, "too easy to guess"],
    ["verify without a file", ["verify"], 2, "consentry verify"],
    ["a key that is none", ["verify", "x", "--key", "abc"], 2, "not a verifier key"],
    ["a file that is not there", ["verify", "nowhere.jsonl"], 3, "cannot be read"],
    ["a server that is not there", ["verify", "http://127.0.0.1:9/"], 3, "cannot be fetched"],
    ["a database that is not there", ["export", "--store", "nowhere.db"], 3, "not there"],
    ["erasing no one", ["erase"], 2, "Exactly one of --subject"],
    [
      "erasing in no database",
      ["erase", "--subject", "x", "--store", "nowhere.db"],
      3,
      "not there",
    ],
    [
      "an id that begins with a dash",
      ["erase", "--subject", "-Zz_dashed", "--store", "nowhere.db"],
      3,
      "not there",
    ],
    ["an option without its value", ["erase", "--subject", "--store", "x.db"], 2, "--subject"],
    ["a format that is none", ["export", "--format", "pdf"], 2, "csv, text or html"],
    ["a time that is none", ["export", "--from", "soon"], 2, "ISO 8601"],
  ])("answers %s with its exit code", async (name, args, code, text) => {
    const env: Record<string, string> =
      name == "a short token" ? { CONSENTRY_TOKEN: "secret" } : {};
    const found = await ran(args, env);
    expect(found.code).toBe(code);
    expect(found.text).toContain(text);
  });

  it("takes options from the environment too", async () => {
    const found = await ran(["export"], { CONSENTRY_FORMAT: "csv", CONSENTRY_STORE: "nowhere.db" });
    expect(found).toEqual({
      code: 3,
      text: "The store cannot be opened: the database file is not there, or another has its name.\n",
    });
    expect(await ran(["export"], { CONSENTRY_FORMAT: "pdf" })).toMatchObject({ code: 2 });
    const typed = await ran(["erase", "--older-than", "0"], { CONSENTRY_STORE: "nowhere.db" });
    expect(typed).toMatchObject({ code: 2 });
  });
});

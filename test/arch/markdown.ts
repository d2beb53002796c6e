import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../pages/files.ts";

/** A code block of a text. */
export interface Block {
  /** The word behind the fence: `ts`, `html` … */
  language: string;
  code: string;
}

/** Every text of the repository that people read, by its path from the root. */
export function listTexts(): string[] {
  const found = globSync(["*.md", "docs/**/*.md", "examples/**/*.md"], { cwd: root });
  return found.map((file) => file.replaceAll("\\", "/")).sort();
}

export function readText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }));
}

/** What is left when the code blocks are cut out. */
export function proseOf(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, "");
}

/** The cells of each row of the tables below a heading, without the heading rows. */
export function rowsBelow(text: string, heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return rowsOf(section);
}

/** The cells of each row of all tables, without the heading rows. */
export function rowsOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  const isRule = (line: string | undefined): boolean => /^\|[\s|:-]+\|$/.test(line ?? "");
  return lines
    .filter((line, index) => !isRule(line) && !isRule(lines[index + 1]))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";

const FOLDERS = [
  ["services", "services"],
  ["signals", "signals"],
  ["migrations", "migrate"],
] as const;

const files = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".js"));

it("no name of a vendor is made short by the build: what a source file calls, its built file calls", () => {
  const lost = FOLDERS.flatMap(([source, built]) =>
    files(join(root, "dist", built)).flatMap((file) => {
      const code = readFileSync(join(root, "dist", built, file), "utf8");
      const name = file.replace(/\.js$/, ".ts");
      const text = readFileSync(join(root, "src/catalogue", source, name), "utf8")
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
        .matchAll(/\.(_[a-z]\w*)/gi);
      return [...text].map(([, own]) => own!).filter((own) => !code.includes(own)).map((own) => `${file}: ${own}`);
    }),
  );
  expect(lost).toEqual([]);
});

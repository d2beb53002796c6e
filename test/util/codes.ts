import type { Visit } from "./visit.ts";

/** Problems that the running instance has told so far, as codes. */
export const codes = (page: Pick<Visit, "evaluate">): Promise<string[]> =>
  page.evaluate(() => {
    const told: string[] = [];
    Consentry.current?.on("problem", ({ code }) => told.push(code))();
    return told;
  });

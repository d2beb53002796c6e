import { commands } from "vitest/browser";

declare module "vitest/browser" {
  interface BrowserCommands {
    pressKeys: (text: string) => Promise<void>;
  }
}

/** Presses real keys in the page under test; see `pressKeys`. */
export function keyboard(text: string): Promise<void> {
  return commands.pressKeys(text);
}

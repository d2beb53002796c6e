import type { BrowserCommand } from "vitest/node";

/**
 * Presses real keys, written as in user-event: `"{Tab}"`, `"{Shift>}{Tab}{/Shift}"`, `" "`. Vitest's own
 * command looks for its frame by name, and stock Firefox, driven over BiDi, now and then hides the
 * name of a new frame from Playwright; here the frame is found by its element.
 */
export const pressKeys: BrowserCommand<[text: string]> = async ({ page, iframe }, text) => {
  await iframe.locator("body").evaluate((body) => {
    if (body.ownerDocument.activeElement == body) body.ownerDocument.defaultView!.focus();
  });
  for (const [, end, name, hold, character] of text.matchAll(/\{(\/?)(\w+)(>?)\}|(.)/g)) {
    if (end) await page.keyboard.up(name!);
    else if (hold) await page.keyboard.down(name!);
    else await page.keyboard.press(name ?? (character == " " ? "Space" : character!));
  }
};

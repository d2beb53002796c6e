import { DONE } from "./makeScript.ts";

/**
 * Keeps a script that is about to be put into the page from running.
 *
 * @returns the call that says that it has loaded, for when the queue listens
 */
export function disarm(fresh: HTMLScriptElement): () => void {
  fresh.removeAttribute("src");
  fresh.type = DONE;
  return () => void fresh.dispatchEvent(new Event("load"));
}

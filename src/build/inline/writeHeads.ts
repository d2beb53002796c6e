import type { HeadForm } from "../../core/choice/headFor.ts";
import type { Site } from "../site/readSite.ts";
import { writeHead } from "./writeHead.ts";

/**
 * What the head leaves for the library where it has nothing to do: a router that runs the head of a later page finds that one
 * was here, and the scripts of the page have one keeper.
 */
const NOTHING_TO_RESTORE = 'window[Symbol.for("consentry.head")]??={signals:[],early:new WeakSet}';

/**
 * The head's script in its three forms. Where nothing is permitted there is nothing to restore, but signals hear of a
 * refusal all the same.
 *
 * @param files address of the folder of `consentry.js`
 */
export function writeHeads(site: Site, files?: string): Record<HeadForm, string> {
  const decided = writeHead(site, { files });
  return {
    asks: writeHead(site, { files, banner: true }),
    decided,
    refused: site.signals.length ? decided : NOTHING_TO_RESTORE,
  };
}

import type { Site } from "../../testing/readSite.ts";
import type { Knowledge } from "../markup/judge.ts";
import type { OpenCookie } from "../vendors/openCookies.ts";
import type { Autoconsent } from "./autoconsent.ts";
import type { Words } from "./readBanner.ts";

/** How pages are looked at. */
export interface LiveOptions {
  known: Knowledge;
  /** What the visitor may be asked, as the configuration or the catalogue has it. */
  site: Site;
  /** Whether `site` is the page's own configuration, so that what is stored can be held against it. */
  declared: boolean;
  words: Words;
  /** Rules for the banners of other tools, where the site's owner has installed them. */
  autoconsent?: Autoconsent | null;
  /** What others know of cookies by name. */
  cookies?: readonly OpenCookie[];
  /** Hosts of the site's own beside the page's. */
  own: readonly string[];
  send: boolean;
  storageState: string | undefined;
  /** Milliseconds for a page in all states; default 60,000. */
  patience: number;
  /** Milliseconds without a new address after which a page counts as quiet. */
  quiet: number;
  /** Bytes that a page may send until it counts as too large to be looked at; 64 MB are more than any page needs. */
  largest: number;
  /** Says how far the audit is. */
  progress: (page: string, state: string) => void;
  /** Takes pictures. */
  pictures: boolean;
}

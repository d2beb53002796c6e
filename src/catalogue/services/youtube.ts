import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * YouTube videos in a frame; `youtube-nocookie.com` writes storage and talks to Google's hosts
 * too.
 *
 * @confidence high
 * @source https://support.google.com/youtube/answer/171780
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { youtube } from "consentry/services/youtube";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [youtube()] });
 */
export function youtube<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"youtube", Category> {
  return defineService(
    {
      id: "youtube",
      name: "YouTube",
      category: "functional",
      purpose: "video",
      ...google,
      hosts: [
        "www.youtube-nocookie.com",
        "www.youtube.com",
        "i.ytimg.com",
        "*.googlevideo.com",
        "jnn-pa.googleapis.com",
        "play.google.com",
        "static.doubleclick.net",
        "googleads.g.doubleclick.net",
        "fonts.gstatic.com",
        "www.gstatic.com",
      ],
      storage: [
        ...items("cookie", "session", "session", ["YSC"], { party: "third" }),
        ...items("cookie", "visitor", "180 days", ["VISITOR_INFO1_LIVE", "__Secure-YNID"], {
          party: "third",
        }),
        ...items("cookie", "preferences", "180 days", ["VISITOR_PRIVACY_METADATA"], {
          party: "third",
        }),
        ...items("cookie", "testing", "180 days", ["__Secure-ROLLOUT_TOKEN"], { party: "third" }),
        ...items("cookie", "preferences", "8 months", ["PREF"], { party: "third" }),
        ...items("localStorage", "state", "1 year", ["yt-remote-*"], { party: "third" }),
        ...items("localStorage", "preferences", "30 days", ["yt-player-*"], { party: "third" }),
        ...items("localStorage", "state", "persistent", ["ytidb::*", "yt.innertube::*"], {
          party: "third",
        }),
        ...items("indexedDB", "state", "persistent", ["yt-idb*", "YtIdbMeta*", "LogsDatabase*"], {
          party: "third",
        }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default youtube;

import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';
import { items } from './kit/items.js';

function youtube(options) {
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
        "www.gstatic.com"
      ],
      storage: [
        ...items("cookie", "session", "session", ["YSC"], { party: "third" }),
        ...items("cookie", "visitor", "180 days", ["VISITOR_INFO1_LIVE", "__Secure-YNID"], {
          party: "third"
        }),
        ...items("cookie", "preferences", "180 days", ["VISITOR_PRIVACY_METADATA"], {
          party: "third"
        }),
        ...items("cookie", "testing", "180 days", ["__Secure-ROLLOUT_TOKEN"], { party: "third" }),
        ...items("cookie", "preferences", "8 months", ["PREF"], { party: "third" }),
        ...items("localStorage", "state", "1 year", ["yt-remote-*"], { party: "third" }),
        ...items("localStorage", "preferences", "30 days", ["yt-player-*"], { party: "third" }),
        ...items("localStorage", "state", "persistent", ["ytidb::*", "yt.innertube::*"], {
          party: "third"
        }),
        ...items("indexedDB", "state", "persistent", ["yt-idb*", "YtIdbMeta*", "LogsDatabase*"], {
          party: "third"
        })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { youtube as default, youtube };

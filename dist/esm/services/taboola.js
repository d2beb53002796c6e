import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function taboola(options) {
  return defineService(
    {
      id: "taboola",
      name: "Taboola",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Taboola Europe Limited", country: "GB" },
      transfer: ["GB", "US", "IL"],
      privacyUrl: "https://www.taboola.com/policies/privacy-policy",
      hosts: ["*.taboola.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["trc_cookie_storage"]),
        ...items("localStorage", "visitor", "persistent", ["taboola*"]),
        ...items("sessionStorage", "session", "session", ["taboola*"]),
        ...items("cookie", "session", "3 hours", ["_tb_sess_r", "_tb_t_ppg"]),
        ...items("cookie", "campaign", "3 hours", ["tb_click_param", "abLdr"]),
        ...items(
          "cookie",
          "visitor",
          "13 months",
          [
            "t_gid",
            "t_pt_gid",
            "taboola_select",
            "taboola_session_id",
            "taboola_fp_td_user_id",
            "taboola_usg"
          ],
          { party: "third" }
        )
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{4,10}$/);
      return {
        load: id ? (context) => {
          if (once(context, `taboola ${id}`)) {
            queue(context.window, "_tfa").push({
              notify: "event",
              name: "page_view",
              id: Number(id)
            });
          }
          return loadScript(context, `https://cdn.taboola.com/libtrc/unip/${id}/tfa.js`, {
            id: "tb_tfa_script"
          });
        } : void 0
      };
    }
  );
}

export { taboola as default, taboola };

import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function userlike(options) {
  return defineService(
    {
      id: "userlike",
      name: "Userlike",
      category: "functional",
      purpose: "chat",
      provider: { name: "Lime Connect (Userlike) GmbH", country: "DE" },
      privacyUrl: "https://www.userlike.com/en/terms#privacy-policy",
      hosts: [
        "userlike-cdn-widgets.s3-eu-west-1.amazonaws.com",
        "userlike-cdn-umm.b-cdn.net",
        "*.userlike.com"
      ],
      storage: [
        ...items("cookie", "visitor", "1 year", ["uslk_umm_*_s", "uslk_e"]),
        ...items("cookie", "session", "session", ["uslk_s"]),
        ...items("localStorage", "state", "persistent", ["uslk_umm_*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{64}$/);
      const host = "https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com";
      return { load: id ? (context) => loadScript(context, `${host}/${id}.js`) : void 0 };
    }
  );
}

export { userlike as default, userlike };

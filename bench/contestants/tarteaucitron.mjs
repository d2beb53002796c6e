import { CATEGORIES, page } from "../lib/page.mjs";
import { packaged, versionOf } from "./peerFiles.mjs";

const TYPES = { functional: "api", performance: "analytic", marketing: "ads" };
const config = {
  privacyUrl: "/privacy",
  orientation: "middle",
  highPrivacy: true,
  DenyAllCta: true,
  AcceptAllCta: true,
  showIcon: false,
  removeCredit: false,
};
const file = (name) => packaged(`tarteaucitronjs/${name}`);

/** Its README: the script, `init`, and a service of one's own for each vendor. */
export const tarteaucitron = {
  id: "tarteaucitron",
  name: "tarteaucitron",
  kind: "peer",
  version: versionOf("tarteaucitronjs"),
  accept: "#tarteaucitronPersonalize2",
  reject: "#tarteaucitronAllDenied2",
  // Its buttons are wired up half a second after they are shown.
  deaf: 600,
  files: () => ({
    "tarteaucitron.min.js": file("tarteaucitron.min.js"),
    "tarteaucitron.services.min.js": file("tarteaucitron.services.min.js"),
    "lang/tarteaucitron.en.min.js": file("lang/tarteaucitron.en.min.js"),
    "css/tarteaucitron.min.css": file("css/tarteaucitron.min.css"),
  }),
  html: ({ gated, base }) =>
    page({
      head: `<script src="${base}tarteaucitron.min.js"></script>
<script>
const scripts = ${JSON.stringify(gated)};
tarteaucitron.init(${JSON.stringify(config)});
for (const [category, type] of ${JSON.stringify(CATEGORIES.map((category) => [category, TYPES[category]]))}) {
  const key = category + "vendor";
  const load = () => { for (const { src, code } of scripts.filter((one) => one.category == category)) { const s = document.createElement("script"); if (src) s.src = src; else s.text = code; document.head.append(s); } };
  tarteaucitron.services[key] = { key, type, name: "Vendor of " + category, needConsent: true, cookies: [], uri: "/privacy", readmoreLink: "/privacy", js: load, fallback() {} };
  (tarteaucitron.job = tarteaucitron.job || []).push(key);
}
</script>`,
    }),
};

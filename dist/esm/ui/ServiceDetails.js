import { jsxs, jsx } from 'preact/jsx-runtime';
import { serviceFacts } from './serviceFacts.js';

function ServiceDetails({ service, words }) {
  const { text } = words;
  return /* @__PURE__ */ jsxs("div", { class: "facts", children: [
    /* @__PURE__ */ jsx("dl", { children: serviceFacts(service, words).map(({ label, value, href }) => /* @__PURE__ */ jsxs("div", { children: [
      /* @__PURE__ */ jsx("dt", { children: label }),
      /* @__PURE__ */ jsx("dd", { children: href ? /* @__PURE__ */ jsx("a", { href, target: "_blank", rel: "noopener", children: value }) : value })
    ] })) }),
    service.storage.length ? /* @__PURE__ */ jsxs("table", { children: [
      /* @__PURE__ */ jsx("thead", { children: /* @__PURE__ */ jsx("tr", { children: ["name", "purpose", "lifetime"].map((key) => /* @__PURE__ */ jsx("th", { scope: "col", children: text(`field.${key}`) })) }) }),
      /* @__PURE__ */ jsx("tbody", { children: service.storage.map((item) => /* @__PURE__ */ jsxs("tr", { children: [
        /* @__PURE__ */ jsxs("td", { children: [
          /* @__PURE__ */ jsx("code", { children: item.name }),
          " ",
          item.medium
        ] }),
        /* @__PURE__ */ jsx("td", { children: words.purpose(item.purpose) }),
        /* @__PURE__ */ jsx("td", { children: words.lifetime(item.lifetime) })
      ] })) })
    ] }) : /* @__PURE__ */ jsx("p", { children: text("storage.none") })
  ] });
}

export { ServiceDetails };

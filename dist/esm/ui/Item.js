import { jsx, jsxs } from 'preact/jsx-runtime';
import { h } from 'preact';

function Item(props) {
  const { id, title, about, always, children } = props;
  const head = [
    h(props.heading, { class: "name" }, title),
    about && /* @__PURE__ */ jsx("span", { class: "about", children: about }),
    props.more && /* @__PURE__ */ jsx("span", { class: "about", children: props.more }),
    always && /* @__PURE__ */ jsx("span", { class: "always", children: always })
  ];
  return /* @__PURE__ */ jsxs("li", { class: "item", children: [
    children ? /* @__PURE__ */ jsxs("details", { open: props.open, children: [
      /* @__PURE__ */ jsx("summary", { class: "head", children: head }),
      children
    ] }) : /* @__PURE__ */ jsx("div", { class: "head", children: head }),
    !always && /* @__PURE__ */ jsx(
      "input",
      {
        type: "checkbox",
        role: "switch",
        part: "switch",
        "aria-label": title,
        "data-consentry-id": id,
        checked: props.on,
        onInput: (event) => props.onFlip(event.currentTarget.checked)
      }
    )
  ] });
}

export { Item };

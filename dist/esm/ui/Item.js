import { jsx, jsxs } from 'preact/jsx-runtime';
import { Component, h } from 'preact';

class Item extends Component {
  state = { open: false };
  onToggle = ({
    currentTarget: { open }
  }) => this.setState({ open });
  render() {
    const { id, title, about, more, heading, always, on, open, onFlip, inside, few } = this.props;
    const head = [
      h(heading, { class: "name" }, title),
      about && /* @__PURE__ */ jsx("span", { class: "about", children: about }),
      more && /* @__PURE__ */ jsx("span", { class: "about", children: more }),
      always && /* @__PURE__ */ jsx("span", { class: "always", children: always })
    ];
    return /* @__PURE__ */ jsxs("li", { class: "item", children: [
      !always && /* @__PURE__ */ jsx(
        "input",
        {
          type: "checkbox",
          role: "switch",
          part: "switch",
          "aria-label": title,
          "data-consentry-id": id,
          checked: on,
          onInput: (event) => onFlip(event.currentTarget.checked)
        }
      ),
      inside ? /* @__PURE__ */ jsxs("details", { open, onToggle: this.onToggle, children: [
        /* @__PURE__ */ jsx("summary", { class: "head", children: head }),
        (few || open || this.state.open) && inside()
      ] }) : /* @__PURE__ */ jsx("div", { class: "head", children: head })
    ] });
  }
}

export { Item };

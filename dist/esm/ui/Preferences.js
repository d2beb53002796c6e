import { jsx, jsxs } from 'preact/jsx-runtime';
import { Component } from 'preact';
import { dict } from '../lib/dict.js';
import { choicePair } from './choicePair.js';
import { createWords } from './createWords.js';
import { Item } from './Item.js';
import { ServiceDetails } from './ServiceDetails.js';
import { showReceipt } from './showReceipt.js';

const MANY = 12;
class Preferences extends Component {
  state = this.begin(this.props.stage);
  words = createWords(this.props.stage.host);
  /** Another tab decided: what was drafted here was about a choice that is no more. */
  componentDidUpdate() {
    if (this.state.from != this.props.stage.seen) this.setState(this.begin(this.props.stage));
  }
  begin({ host, seen }) {
    const choices = dict();
    for (const id of host.config.categories) {
      if (id != "necessary") choices[id] = seen.categories[id] === true;
    }
    for (const { id, basis } of host.config.services) {
      if (basis != "necessary") choices[id] = seen.services[id] === true;
    }
    return { from: seen, choices, query: "" };
  }
  flip(id, on) {
    const choices = { ...this.state.choices, [id]: on };
    for (const service of this.props.stage.host.config.services) {
      if (service.category == id && (service.basis ?? "consent") == "consent")
        choices[service.id] = on;
    }
    this.setState({ choices });
  }
  /** The record is read when somebody wants to see it, and not before. */
  unfold = ({ currentTarget }) => {
    if (currentTarget.open)
      void showReceipt(this.props.stage.host, currentTarget.lastElementChild);
  };
  /** The same pair as on the first layer, not one like it. */
  pair = (element) => element?.replaceChildren(choicePair(this.props.stage));
  category(id) {
    const { stage, part } = this.props;
    const { host } = stage;
    const { words } = this;
    const query = this.state.query.trim().toLocaleLowerCase();
    const all = host.config.services.filter(({ category }) => category == id);
    const found = all.filter(
      ({ name, provider }) => `${name} ${provider?.name}`.toLocaleLowerCase().includes(query)
    );
    const always = id == "necessary" && words.text("settings.always");
    if (query && !found.length) return false;
    return /* @__PURE__ */ jsx(
      Item,
      {
        id,
        title: words.name(id),
        about: words.about(id),
        more: all.length ? words.text("settings.details", { count: all.length }) : "",
        heading: "h3",
        always,
        on: this.state.choices[id] === true,
        onFlip: (on) => this.flip(id, on),
        open: query != "" || part == "services" || part == id || // What runs on the ground of a legitimate interest is not hidden behind a fold.
        all.some((service) => service.id == part || service.basis == "legitimate-interest"),
        few: host.config.services.length <= MANY,
        inside: found.length > 0 && (() => /* @__PURE__ */ jsx("ul", { class: "services", children: found.map((service) => this.service(service)) }))
      },
      id
    );
  }
  service(service) {
    const { part } = this.props;
    const { words } = this;
    const { text, purpose } = words;
    const { id, basis } = service;
    const interest = basis == "legitimate-interest";
    return /* @__PURE__ */ jsx(
      Item,
      {
        id,
        title: service.name,
        about: purpose(service.purpose ?? ""),
        more: interest ? `${text("settings.interest.about")} ${service.reason}` : "",
        heading: "b",
        always: basis == "necessary" && text("settings.always"),
        on: this.state.choices[id] === true,
        onFlip: (on) => this.flip(id, on),
        open: part == id,
        few: false,
        inside: () => /* @__PURE__ */ jsx(ServiceDetails, { service, words })
      },
      id
    );
  }
  render() {
    const { stage } = this.props;
    const { host, seen } = stage;
    const { words } = this;
    const { text, date } = words;
    const { config, leftover } = host;
    const items = config.categories.map((id) => this.category(id));
    return /* @__PURE__ */ jsxs("dialog", { class: "prefs", part: "preferences", "aria-labelledby": "title", onClose: stage.leave, children: [
      /* @__PURE__ */ jsxs("header", { children: [
        /* @__PURE__ */ jsx("h2", { id: "title", tabIndex: -1, children: text("settings.title") }),
        /* @__PURE__ */ jsx(
          "button",
          {
            type: "button",
            class: "close",
            "aria-label": text("action.close"),
            onClick: stage.leave
          }
        )
      ] }),
      /* @__PURE__ */ jsxs("div", { class: "body", children: [
        /* @__PURE__ */ jsxs("p", { children: [
          text("settings.text"),
          " ",
          config.policyUrl && /* @__PURE__ */ jsx("a", { href: config.policyUrl, children: text("settings.policy") })
        ] }),
        host.gpc && /* @__PURE__ */ jsx("p", { class: "note", children: text("settings.gpc") }),
        leftover.length > 0 && /* @__PURE__ */ jsx("p", { class: "note", children: text("settings.leftover", { names: words.list(leftover) }) }),
        /* @__PURE__ */ jsx("p", { class: "status", role: "status", children: stage.said }),
        /* @__PURE__ */ jsxs("div", { class: "decided", children: [
          /* @__PURE__ */ jsx("p", { children: seen.decidedAt && seen.expiresAt ? text("settings.decided", {
            date: date(seen.decidedAt),
            expires: date(seen.expiresAt)
          }) : text("settings.undecided") }),
          seen.status == "decided" && /* @__PURE__ */ jsx(
            "button",
            {
              type: "button",
              "data-consentry-action": "withdraw-all",
              onClick: (event) => stage.choose({ kind: "withdraw" }, event),
              children: text("action.withdraw")
            }
          )
        ] }),
        config.services.length > MANY && /* @__PURE__ */ jsx(
          "input",
          {
            type: "search",
            "aria-label": text("settings.search"),
            placeholder: text("settings.search"),
            value: this.state.query,
            onInput: (event) => this.setState({ query: event.currentTarget.value })
          }
        ),
        /* @__PURE__ */ jsx("ul", { class: "categories", children: items }),
        !items.some(Boolean) && /* @__PURE__ */ jsx("p", { role: "status", children: text("settings.none") }),
        /* @__PURE__ */ jsxs("details", { class: "record categories", onToggle: this.unfold, children: [
          /* @__PURE__ */ jsx("summary", { class: "head", children: /* @__PURE__ */ jsx("h3", { class: "name", children: text("receipt.title") }) }),
          /* @__PURE__ */ jsx("div", { class: "facts" })
        ] })
      ] }),
      /* @__PURE__ */ jsxs("footer", { class: "actions", part: "actions", children: [
        /* @__PURE__ */ jsx("div", { ref: this.pair }),
        /* @__PURE__ */ jsx(
          "button",
          {
            type: "button",
            class: "save",
            part: "save",
            "data-consentry-action": "save",
            onClick: (event) => stage.choose({ kind: "save", choices: this.state.choices }, event),
            children: text("action.save")
          }
        )
      ] })
    ] });
  }
}

export { Preferences };

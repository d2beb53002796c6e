import { Component, type VNode } from "preact";
import { isAsked } from "../../lib/isAsked.ts";
import type { Service } from "../../core/config/service.ts";
import { dict } from "../../lib/dict.ts";
import { choicePair } from "../banner/choicePair.ts";
import { createWords, type Words } from "../shell/createWords.ts";
import { Item } from "./Item.tsx";
import { ServiceDetails } from "./ServiceDetails.tsx";
import { showReceipt } from "../receipt/showReceipt.ts";
import type { UiContext } from "../shell/uiContext.ts";

export interface Props {
  context: UiContext;
  /** Category or service to unfold, `"services"` for all, or empty. */
  part: string;
}

interface Draft {
  /** The state that the draft started from. */
  from: UiContext["_seen"];
  choices: Record<string, boolean>;
  query: string;
}

/** More services than this are searched, not scrolled. */
const MANY = 12;

/**
 * The preference centre: categories, their services, what these store. Its draft of choices lives
 * here and nowhere else until it is saved; closing throws it away.
 */
export class Preferences extends Component<Props, Draft> {
  override state: Draft = this.begin(this.props.context);
  private readonly words: Words = createWords(this.props.context._host);

  /** Another tab decided: what was drafted here was about a choice that is no more. */
  override componentDidUpdate(): void {
    const { from, choices } = this.state;
    const { _seen: seen } = this.props.context;
    if (from == seen) return;
    const begun = this.begin(this.props.context);
    // Only a question more: what was drafted stands.
    const isKept = from.decidedAt == seen.decidedAt;
    this.setState(isKept ? { ...begun, choices: { ...begun.choices, ...choices } } : begun);
  }

  private begin({ _host: host, _seen: seen }: UiContext): Draft {
    const choices = dict<boolean>();
    // Without a prototype that a page could give answers to.
    const on = Object.assign(dict<boolean>(), seen.categories, seen.services);
    for (const id of host.config.categories) {
      if (id != "necessary" && isAsked(seen, id)) choices[id] = on[id] === true;
    }
    for (const { id, basis } of host.config.services) {
      if (basis != "necessary") choices[id] = on[id] === true;
    }
    return { from: seen, choices, query: "" };
  }

  private flip(id: string, on: boolean): void {
    const choices = { ...this.state.choices, [id]: on };
    // A category carries its services; an objection to a legitimate interest stands by itself.
    for (const service of this.props.context._host.config.services) {
      if (service.category == id && service.basis == "consent") choices[service.id] = on;
    }
    this.setState({ choices });
  }

  /** The record is read when someone wants to see it, and not before. */
  private readonly unfold = ({ currentTarget }: { currentTarget: HTMLDetailsElement }): void => {
    const { _host: host, _press: press } = this.props.context;
    if (currentTarget.open) void showReceipt(host, currentTarget.lastElementChild!, press);
  };

  /** The same pair as on the first layer, not one like it. */
  private readonly pair = (element: HTMLElement | null): void =>
    element?.replaceChildren(choicePair(this.props.context));

  /** Clicks are heard before any script of the page hears of them. */
  private pressed(call: (event: Event) => void): (element: Element | null) => void {
    return (element) => element && this.props.context._press(element, call);
  }
  private readonly leave = this.pressed((event) => this.props.context._leave(event));
  private readonly withdraw = this.pressed((event) =>
    this.props.context._choose({ kind: "withdraw" }, event),
  );
  private readonly save = this.pressed((event) =>
    this.props.context._choose({ kind: "save", choices: this.state.choices }, event),
  );

  private category(id: string): VNode | false {
    const { context, part } = this.props;
    const { _host: host } = context;
    const { words } = this;
    const query = this.state.query.trim().toLocaleLowerCase();
    const all = host.config.services.filter(({ category }) => category == id);
    const found = all.filter(({ name, provider }) =>
      `${name} ${provider?.name}`.toLocaleLowerCase().includes(query),
    );
    const always = id == "necessary" && words.text("settings.always");
    if (query && !found.length) return false;
    return (
      <Item
        key={id}
        id={id}
        title={words.name(id)}
        about={words.about(id)}
        more={all.length ? words.text("settings.details", { count: all.length }) : ""}
        heading="h3"
        always={always}
        on={this.state.choices[id] === true}
        onFlip={(on) => this.flip(id, on)}
        open={
          query != "" ||
          part == "services" ||
          part == id ||
          // What runs on the ground of a legitimate interest is not hidden behind a fold.
          all.some((service) => service.id == part || service.basis == "legitimate-interest")
        }
        few={host.config.services.length <= MANY}
        inside={
          found.length > 0 &&
          (() => <ul class="services">{found.map((service) => this.service(service))}</ul>)
        }
      />
    );
  }

  private service(service: Service): VNode {
    const { part } = this.props;
    const { words } = this;
    const { text, purpose } = words;
    const { id, basis } = service;
    const interest = basis == "legitimate-interest";
    return (
      <Item
        key={id}
        id={id}
        title={service.name}
        about={purpose(service.purpose ?? "")}
        more={interest ? `${text("settings.interest.about")} ${service.reason}` : ""}
        heading="b"
        always={basis == "necessary" && text("settings.always")}
        on={this.state.choices[id] === true}
        onFlip={(on) => this.flip(id, on)}
        open={part == id}
        few={false}
        inside={() => <ServiceDetails service={service} words={words} />}
      />
    );
  }

  render(): VNode {
    const { context } = this.props;
    const { _host: host, _seen: seen } = context;
    const { words } = this;
    const { text, date } = words;
    const { config, leftover } = host;
    const interests = config.services.filter(({ basis }) => basis == "legitimate-interest");
    const running = interests.filter(({ id }) => seen.services[id]);
    const asked = config.categories.filter((id) => isAsked(seen, id));
    const items = asked.map((id) => this.category(id));
    const isGranted = Object.keys(this.begin(context).choices).some(
      (id) => seen.categories[id] ?? (seen.services[id] && !interests.some((one) => one.id == id)),
    );
    return (
      <dialog
        class="prefs"
        part="preferences"
        aria-labelledby="title"
        onClose={() => context._leave()}
      >
        <header>
          <h2 id="title" tabIndex={-1}>
            {text("settings.title")}
          </h2>
          <button
            type="button"
            class="close"
            aria-label={text("action.close")}
            ref={this.leave}
          ></button>
        </header>
        <div class="body">
          <p>
            {text("settings.text")}{" "}
            {config.policyUrl && <a href={config.policyUrl}>{text("settings.policy")}</a>}
          </p>
          {running.length > 0 && (
            <p class="note">
              {words.list(running.map(({ name }) => name))}: {text("settings.interest.about")}
            </p>
          )}
          {host.gpc && <p class="note">{text("settings.gpc")}</p>}
          {leftover.length > 0 && (
            <p class="note">{text("settings.leftover", { names: words.list(leftover) })}</p>
          )}
          <p class="status" role="status">
            {context._said}
          </p>
          <div class="decided">
            <p>
              {seen.decidedAt && seen.expiresAt
                ? text("settings.decided", {
                    date: date(seen.decidedAt),
                    expires: date(seen.expiresAt),
                  })
                : text("settings.undecided")}
            </p>
            {isGranted && (
              <button type="button" data-consentry-action="withdraw-all" ref={this.withdraw}>
                {text("action.withdraw")}
              </button>
            )}
          </div>
          {config.services.length > MANY && (
            <input
              type="search"
              aria-label={text("settings.search")}
              placeholder={text("settings.search")}
              value={this.state.query}
              onInput={(event) => this.setState({ query: event.currentTarget.value })}
            />
          )}
          <ul class="categories">{items}</ul>
          {!items.some(Boolean) && <p role="status">{text("settings.none")}</p>}
          <details class="record categories" onToggle={this.unfold}>
            <summary class="head">
              <h3 class="name">{text("receipt.title")}</h3>
            </summary>
            <div class="facts"></div>
          </details>
        </div>
        <footer class="actions" part="actions">
          <div ref={this.pair} />
          <button
            type="button"
            class="save"
            part="save"
            data-consentry-action="save"
            ref={this.save}
          >
            {text("action.save")}
          </button>
        </footer>
      </dialog>
    );
  }
}

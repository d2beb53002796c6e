import { Component, h, type VNode } from "preact";

/** One line with a switch: a category, or a service. */
export interface ItemProps {
  id: string;
  title: string;
  about: string;
  /** A second line, or empty. */
  more: string;
  /** Heading element of the title; a service has none, or there would be hundreds. */
  heading: "h3" | "b";
  /** Shown instead of a switch: it cannot be switched off. */
  always: string | false;
  on: boolean;
  /** Unfolded from the start. */
  open: boolean;
  onFlip: (on: boolean) => void;
  /** Makes what unfolds, if anything: not before it is unfolded, for there may be hundreds … */
  inside: (() => VNode) | false;
  /** … unless there are few, which tests and consent agents then find without unfolding. */
  few: boolean;
}

/**
 * The name unfolds, the switch stands beside it: a control inside a `summary` cannot be reached by
 * everybody. It comes before what unfolds, or the focus would meet all services before their category.
 */
export class Item extends Component<ItemProps, { open: boolean }> {
  override state: { open: boolean } = { open: false };

  private readonly onToggle = ({
    currentTarget: { open },
  }: {
    currentTarget: HTMLDetailsElement;
  }) => this.setState({ open });

  render(): VNode {
    const { id, title, about, more, heading, always, on, open, onFlip, inside, few } = this.props;
    const head = [
      h(heading, { class: "name" }, title),
      about && <span class="about">{about}</span>,
      more && <span class="about">{more}</span>,
      always && <span class="always">{always}</span>,
    ];
    return (
      <li class="item">
        {!always && (
          <input
            type="checkbox"
            role="switch"
            part="switch"
            aria-label={title}
            data-consentry-id={id}
            checked={on}
            onInput={(event) => onFlip(event.currentTarget.checked)}
          />
        )}
        {inside ? (
          <details open={open} onToggle={this.onToggle}>
            <summary class="head">{head}</summary>
            {(few || open || this.state.open) && inside()}
          </details>
        ) : (
          <div class="head">{head}</div>
        )}
      </li>
    );
  }
}

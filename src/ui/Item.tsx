import { h, type ComponentChildren, type VNode } from "preact";

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
  open: boolean;
  onFlip: (on: boolean) => void;
  /** What unfolds, if anything. */
  children: ComponentChildren;
}

/**
 * The name unfolds, the switch stands beside it: a control inside a `summary` cannot be reached by
 * everybody. It comes before what unfolds, or the focus would meet all services before their category.
 */
export function Item(props: ItemProps): VNode {
  const { id, title, about, always, children } = props;
  const head = [
    h(props.heading, { class: "name" }, title),
    about && <span class="about">{about}</span>,
    props.more && <span class="about">{props.more}</span>,
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
          checked={props.on}
          onInput={(event) => props.onFlip(event.currentTarget.checked)}
        />
      )}
      {children ? (
        <details open={props.open}>
          <summary class="head">{head}</summary>
          {children}
        </details>
      ) : (
        <div class="head">{head}</div>
      )}
    </li>
  );
}

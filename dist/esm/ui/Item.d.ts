import { type ComponentChildren, type VNode } from "preact";
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
/** The name unfolds, the switch stands beside it: a control inside a `summary` cannot be reached well. */
export declare function Item(props: ItemProps): VNode;

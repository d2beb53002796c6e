import { Component, type VNode } from "preact";
import type { Stage } from "./stage.ts";
export interface Props {
    stage: Stage;
    /** Category or service to unfold, `"services"` for all, or empty. */
    part: string;
}
interface Draft {
    /** The state that the draft started from. */
    from: Stage["seen"];
    choices: Record<string, boolean>;
    query: string;
}
/**
 * The preference centre: categories, their services, what these store. Its draft of choices lives
 * here and nowhere else until it is saved; closing throws it away.
 */
export declare class Preferences extends Component<Props, Draft> {
    state: Draft;
    private readonly words;
    /** Another tab decided: what was drafted here was about a choice that is no more. */
    componentDidUpdate(): void;
    private begin;
    private flip;
    /** The record is read when somebody wants to see it, and not before. */
    private readonly unfold;
    /** The same pair as on the first layer, not one like it. */
    private readonly pair;
    private category;
    private service;
    render(): VNode;
}
export {};

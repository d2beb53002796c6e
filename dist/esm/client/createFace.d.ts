import type { Session } from "./session.ts";
/** What the visitor sees, fetched when there is something to see. */
export interface Face {
    show(view: "banner" | "preferences", part: string): Promise<void>;
    hide(): void;
    update(): void;
    /** Exactly what is shown, or empty where nothing was. */
    notice(): string;
    /** Language shown, or empty where nothing was. */
    language(): string;
    /** Stands in for a withheld embed; gives the undo. */
    hold(element: Element, ids: string, loadOnce: () => void): Promise<(() => void) | undefined>;
    /** Takes over a toggle, a declaration or a receipt. */
    fill(element: Element): void;
    /** Puts the UI back where a body swap took it away. */
    rehome(): void;
    destroy(): void;
}
/** Makes what a UI talks to; the UI itself is fetched when it is first shown. */
export declare function createFace(session: Session): Face;

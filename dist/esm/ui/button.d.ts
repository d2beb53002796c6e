/**
 * Makes a button of ours. `part` names it for themes; `action` for people who write tests and for
 * consent agents (`data-consentry-action`).
 */
export declare function button(document: Document, label: string, { part, action }: {
    part: string;
    action: string;
}, onClick: (event: Event) => void): HTMLButtonElement;

/** What is focused when the preference centre opens: the part that was asked for, else its title. */
export declare function startOf(dialog: HTMLElement, part: string): HTMLElement;

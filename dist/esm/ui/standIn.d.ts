/**
 * Writes into `style` what makes a box stand exactly where an element stands, so that nothing in the
 * page shifts when one takes the place of the other. False where there is nothing to stand in for:
 * the element is hidden, or too small to be seen.
 *
 * A hidden parent (a tab, an accordion) gives no size to measure: the element's own attributes
 * speak, or the 300 × 150 that HTML gives an embed.
 */
export declare function standIn(element: HTMLElement, style: CSSStyleDeclaration): boolean;

/**
 * A style sheet for `adoptedStyleSheets`. Constructable sheets are the one way to bring styles that
 * `style-src 'self'` allows without a nonce (a `<style>` in a shadow root is refused, CSP3 8.1).
 */
export declare function makeSheet(document: Document, text: string): CSSStyleSheet;

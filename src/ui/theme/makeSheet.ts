/**
 * A style sheet for `adoptedStyleSheets`. Constructable sheets are the one way to bring styles that
 * `style-src 'self'` allows without a nonce (a `<style>` in a shadow root is refused, CSP3 8.1).
 */
export function makeSheet(document: Document, text: string): CSSStyleSheet {
  // Of the document's own window: a sheet of another realm cannot be adopted.
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

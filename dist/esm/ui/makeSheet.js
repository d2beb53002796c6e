function makeSheet(document, text) {
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

export { makeSheet };

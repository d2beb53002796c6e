function headMark(window) {
  return window[KEY];
}
const KEY = /* @__PURE__ */ Symbol.for("consentry.head");

export { KEY, headMark };

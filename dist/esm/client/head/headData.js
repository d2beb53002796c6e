const KEY = /* @__PURE__ */ Symbol.for("consentry.head");
function headMark(window) {
  return window[KEY];
}

export { headMark };

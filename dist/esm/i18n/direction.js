const RIGHT_TO_LEFT = /^(?!.*-(latn|cyrl|deva)\b)((ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b|.*-(arab|hebr|thaa|nkoo)\b)/i;
function direction(language) {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}

export { direction };

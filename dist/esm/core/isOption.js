const KNOWN = [
  "controller",
  "policyUrl",
  "categories",
  "services",
  "revision",
  "days",
  "domain",
  "hostOnly",
  "language",
  "texts",
  "layout",
  "reopenButton",
  "reload",
  "nonce",
  "signals",
  "migrate",
  "collector",
  "gpc",
  "ui",
  "locales"
];
function isOption(name) {
  return KNOWN.includes(name);
}

export { isOption };

const KNOWN = {
  controller: true,
  policyUrl: true,
  categories: true,
  services: true,
  revision: true,
  days: true,
  domain: true,
  hostOnly: true,
  language: true,
  texts: true,
  layout: true,
  reopenButton: true,
  reload: true,
  nonce: true,
  signals: true,
  migrate: true,
  collector: true,
  gpc: true,
  ui: true,
  locales: true
};
function isOption(name) {
  return Object.hasOwn(KNOWN, name);
}

export { isOption };

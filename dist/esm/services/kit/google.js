const google = {
  provider: { name: "Google Ireland Limited", country: "IE" },
  transfer: ["US"],
  privacyUrl: "https://policies.google.com/privacy"
};

export { google };

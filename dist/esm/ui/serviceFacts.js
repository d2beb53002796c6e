function serviceFacts(service, words) {
  const { text, country, purpose, list } = words;
  const { provider, transfer = [], basis = "consent", privacyUrl } = service;
  const facts = [
    ["provider", provider?.name],
    ["country", provider?.country && country(provider.country)],
    ["purpose", purpose(service.purpose ?? "")],
    ["transfer", list(transfer.map(country))],
    ["basis", text(`basis.${basis}`)],
    ["reason", service.reason],
    ["privacy", privacyUrl && shortUrl(privacyUrl), privacyUrl]
  ];
  return facts.flatMap(
    ([key, value, href]) => value ? [{ label: text(`field.${key}`), value, href }] : []
  );
}
function shortUrl(url) {
  return url.replace(/^https?:\/\/(www\.)?|\/$/g, "");
}

export { serviceFacts };

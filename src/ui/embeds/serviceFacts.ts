import type { TextKey } from "../../core/config/messages.ts";
import type { Service } from "../../core/config/service.ts";
import type { Words } from "../shell/createWords.ts";

/** What comes after `field.` in the message keys. */
type FieldKey = TextKey extends infer Key
  ? Key extends `field.${infer Name}`
    ? Name
    : never
  : never;

/** One line about a service: what it is called, what it says, and where it links to. */
export interface Fact {
  label: string;
  value: string;
  href?: string | undefined;
}

/** What is said of a service, in the order that a reader asks; what is not known is left out. */
export function serviceFacts(service: Service, words: Words): Fact[] {
  const { text, country, purpose, list } = words;
  const { provider, transfer = [], basis = "consent", privacyUrl } = service;
  const facts: [label: FieldKey, value: string | undefined, href?: string | undefined][] = [
    ["provider", provider?.name],
    ["country", provider?.country && country(provider.country)],
    ["purpose", purpose(service.purpose ?? "")],
    ["transfer", list(transfer.map(country))],
    ["basis", text(`basis.${basis}`)],
    ["reason", service.reason],
    ["privacy", privacyUrl && shortUrl(privacyUrl), privacyUrl],
  ];
  return facts.flatMap(([key, value, href]) =>
    value ? [{ label: text(`field.${key}`), value, href }] : [],
  );
}

/** The address without what a reader does not need. */
function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?|\/$/g, "");
}

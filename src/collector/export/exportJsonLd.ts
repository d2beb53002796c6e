import type { ConsentRecord, RecordEvent } from "../../record/consentRecord.ts";
import { parseRecord } from "../../record/parseRecord.ts";
import type { BodyFilter, Store } from "../store/store.ts";
import { bodies, type Progress } from "./exportLines.ts";

/** Our events as consent states of the W3C Data Privacy Vocabulary (DPV 2, "Consent Status"). */
const STATES: Readonly<Record<RecordEvent, string>> = {
  given: "dpv:ConsentGiven",
  renewed: "dpv:RenewedConsentGiven",
  refused: "dpv:ConsentRefused",
  // Part of an earlier choice was changed; what is permitted now stands at each purpose.
  changed: "dpv:ConsentGiven",
  withdrawn: "dpv:ConsentWithdrawn",
  expired: "dpv:ConsentExpired",
  invalidated: "dpv:ConsentInvalidated",
};

const CONTEXT = {
  dpv: "https://w3id.org/dpv#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  schema: "https://schema.org/",
};

/**
 * Records in the form of ISO/IEC TS 27560 as the W3C DPV community group profiles it ("Consent Records
 * and Receipts", w3id.org/dpv/guides/consent-27560). What our records do not know (the kinds of personal
 * data, recipients' addresses, jurisdiction) is left out, not guessed: the notice says it.
 */
export async function* exportJsonLd(
  store: Store,
  filter: BodyFilter,
  onProgress: Progress = () => {},
): AsyncGenerator<string> {
  const { size } = (await store.head()).frontier;
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
  let comma = "";
  for await (const { text, index } of bodies(store, size, filter)) {
    const record = parseRecord(text);
    if (typeof record == "string") continue; // Cannot be: only parsed records are stored.
    onProgress(index + 1, size);
    yield comma + JSON.stringify(toJsonLd(record));
    comma = ",";
  }
  yield "]}";
}

/** One record as JSON-LD. */
export function toJsonLd(record: ConsentRecord): object {
  const { categories, services } = record;
  const indicated = {
    "dpv:isIndicatedBy": "dpv:DataSubject",
    "dpv:isIndicatedAtTime": record.at,
    "dpv:hasIndicationMethod": `${record.method} (${record.source})`,
  };
  return {
    "@id": `urn:consentry:record:${record.id}`,
    "@type": "dpv:ConsentRecord",
    "dct:conformsTo": "https://w3id.org/dpv/schema/dpv-27560#record",
    "dpv:hasIdentifier": record.id,
    "dct:identifier": record.id,
    "dpv:hasDataSubject": {
      "@id": `urn:consentry:subject:${record.subject}`,
      "dpv:hasIdentifier": record.subject,
    },
    "dpv:hasDataController": { "@type": "dpv:DataController", "dpv:hasName": record.controller },
    "dpv:hasNotice": {
      "@id": `urn:sha256:${record.notice}`,
      "@type": "dpv:ConsentNotice",
      "dct:language": record.language,
    },
    "dpv:hasProcess": Object.keys(categories).map((category) => ({
      "@type": "dpv:Process",
      "dpv:hasPurpose": {
        "@id": `urn:consentry:purpose:${category}`,
        "@type": "dpv:Purpose",
        "dct:title": category,
      },
      ...(category == "necessary"
        ? {}
        : {
            "dpv:hasLegalBasis": ["dpv:ExpressedConsent", "eu-gdpr:A6-1-a"],
            "dpv:hasConsentStatus": {
              "@type": categories[category] ? "dpv:ConsentGiven" : "dpv:ConsentRefused",
              ...indicated,
            },
          }),
    })),
    "dpv:hasService": Object.keys(services).map((id) => ({
      "@type": "dpv:Service",
      "dct:title": id,
      "dpv:hasStatus": services[id] ? "dpv:ConsentGiven" : "dpv:ConsentRefused",
    })),
    "dpv:hasConsentControl": { "@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": record.page },
    "dpv:hasConsentStatus": {
      "@type": [STATES[record.event], "dpv:ExpressedConsent"],
      ...indicated,
      "dpv:hasDuration": { "@type": "dpv:UntilTimeDuration", "rdf:value": record.expires },
    },
  };
}

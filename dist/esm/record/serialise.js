const RECORD_FIELDS = [
  "schema",
  "id",
  "subject",
  "sequence",
  "previous",
  "event",
  "method",
  "source",
  "at",
  "expires",
  "controller",
  "categories",
  "services",
  "notice",
  "language",
  "revision",
  "page",
  "signals",
  "library",
  "trusted",
  "salt"
];
function serialise(record) {
  return JSON.stringify(Object.fromEntries(RECORD_FIELDS.map((field) => [field, record[field]])));
}

export { RECORD_FIELDS, serialise };

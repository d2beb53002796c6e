// Every attribute that the library reads in a page, and on what.
import { expect, it } from "vitest";
import { MARKS, marksOn, SCRIPT_MARKS } from "./marks.ts";

it("are these and no others", () => {
  const addresses = ["src", "srcset", "poster", "data", "href", "xlink:href", "imagesrcset"];
  expect(new Set(MARKS)).toEqual(
    new Set([
      ...["data-consent", "data-consent-ignore", "data-placeholder"],
      ...[...addresses, "srcdoc"].flatMap((name) => [`data-${name}`, `data-consent-${name}`]),
      ...["data-type", "data-after", "data-run", "data-late"],
      ...["data-consent-toggle", "data-consent-declaration", "data-consent-receipt"],
      "data-consent-open",
    ]),
  );
});

it("have on a script the values that do something", () => {
  expect(SCRIPT_MARKS).toEqual({
    "data-type": ["module", "importmap"],
    "data-after": [],
    "data-run": ["once", "each"],
    "data-late": ["off"],
  });
});

it.each([
  ["script", ["data-src", "data-type", "data-after", "data-run", "data-late"]],
  ["iframe", ["data-src", "data-srcdoc", "data-placeholder"]],
  ["img", ["data-src", "data-srcset", "data-placeholder"]],
  ["input", ["data-src", "data-placeholder"]],
  ["image", ["data-href", "data-xlink:href", "data-placeholder"]],
  ["link", ["data-href", "data-imagesrcset", "data-placeholder"]],
  ["div", ["data-placeholder"]],
])("do something on <%s>: %j", (tag, marks) => {
  expect(marksOn(tag)).toEqual(marks);
});

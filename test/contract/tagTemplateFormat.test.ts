import { describe, expect, it } from "vitest";
import { readText } from "../arch/markdown.ts";
import { formatFaults } from "./tagManager/formatFaults.ts";

// What was learnt from Google's pages of APIs, permissions and fields, and from six templates of others as the gallery has them.

const template = readText("examples/gtm/consentry.tpl");

/** The template with something put in another's place, which has to be there. */
function changed(old: string | RegExp, put: string): string {
  const text = template.replace(old, put);
  expect(text, String(old)).not.toBe(template);
  return text;
}

describe("the file of Tag Manager's template", () => {
  it("has the form in which Tag Manager exports and imports one", () => {
    expect(formatFaults(template)).toEqual([]);
  });

  it("may begin as those of the gallery do", () => {
    const terms = "___TERMS_OF_SERVICE___\n\nBy creating or modifying …\n\n\n";
    expect(formatFaults(`\uFEFF${terms}${template}`)).toEqual([]);
  });

  it.each<[what: string, old: string | RegExp, put: string, fault: string]>([
    ["a section is missing", /___NOTES___\n[^]*/, "", "sections: INFO TEMPLATE_PARAMETERS"],
    ["a section has another name", "WEB_PERMISSIONS", "PERMISSIONS", "sections: INFO"],
    ["something stands before it", /^/, "# ", "text before the first section"],
    ["a section is no JSON", '"id": "cvt_temp_public_id",', '"id": ,', "INFO is no JSON"],
    ["it says less of itself", '"securityGroups": [],\n', "", "INFO without securityGroups"],
    ["a key is misspelt", '"valueHint"', '"valuehint"', "field fingerprints: valuehint"],
    ["a kind of field is unknown", '"CHECKBOX"', '"CHECK"', "field hostOnly: checkboxText"],
    ["a check of a field is unknown", '"NON_NEGATIVE_NUMBER"', '"NUMERIC"', "validator NUMERIC"],
    ["two fields have a name", '"name": "ads"', '"name": "site"', "name site"],
    ["a field is used nowhere", "data.hostOnly ?", "false ?", "field hostOnly is used nowhere"],
    ["code asks for no field", "data.site }", "data.sites }", "there is no field sites"],
    ["an API is unknown", "require('makeNumber')", "require('parseFloat')", "no API parseFloat"],
    [
      "a permission is missing",
      '"publicId": "get_cookies"',
      '"publicId": "logging"',
      "getCookieValues without get_cookies",
    ],
    [
      "a permission is needed by nothing",
      '"publicId": "get_cookies"',
      '"publicId": "logging"',
      "logging is needed by nothing",
    ],
    ["a right has another name", '"string": "execute"', '"string": "run"', "access_globals: keys"],
    ["a truth value is a text", '"type": 8', '"type": 1', "access_consent: consentTypes"],
    ["a path is not asked for", "'Consentry.push', listen", "'Consentry.pull', listen", "execute"],
    [
      "a global is the browser's",
      "createQueue('Consentry')",
      "createQueue('name')",
      "without read",
    ],
    ["it never says that it is done", "data.gtmOnSuccess();", "", "never says that it is done"],
  ])("is found at fault where %s", (_what, old, put, fault) => {
    expect(formatFaults(changed(old, put)).join("\n")).toContain(fault);
  });
});

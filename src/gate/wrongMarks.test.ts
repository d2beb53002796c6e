import { describe, expect, it } from "vitest";
import { nearest } from "../lib/nearest.ts";
import { MARKS, SCRIPT_MARKS } from "./marks.ts";
import { wrongMarks } from "./wrongMarks.ts";

const IDS = ["marketing", "youtube", "performance"];
const isIds = (text: string): boolean =>
  !!text.trim() && text.split(/\s+/).every((id) => IDS.includes(id));
/** Reads attributes as they are written. */
const read = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name!, value ?? ""]),
  );
/** What is reported of an element, each with the word that is proposed. */
const wrong = (tag: string, text: string): string[] =>
  wrongMarks(tag, read(text), isIds).map(
    ([written, names]) => `${written} > ${nearest(written, names) ?? ""}`,
  );
const SCRIPT = 'type="text/plain" data-consent="marketing"';

describe("a mark that does nothing", () => {
  it.each([
    ["script", `${SCRIPT} data-run="Once"`, 'data-run="Once" > data-run="once"'],
    ["script", `${SCRIPT} data-run="eech"`, 'data-run="eech" > data-run="each"'],
    ["script", `${SCRIPT} data-late="of"`, 'data-late="of" > data-late="off"'],
    ["script", `${SCRIPT} data-type="modul"`, 'data-type="modul" > data-type="module"'],
    ["script", `${SCRIPT} data-scr="/a.js"`, "data-scr > data-src"],
    ["script", `${SCRIPT} data-srcs="/a.js"`, "data-srcs > data-src"],
    ["script", `${SCRIPT} data-afer="lib"`, "data-afer > data-after"],
    ["script", `${SCRIPT} data-rnu="once"`, "data-rnu > data-run"],
    ["script", `${SCRIPT} data-consent-scr="/a.js"`, "data-consent-scr > data-consent-src"],
    ["script", `${SCRIPT} data-consent-srcs="/a.js"`, "data-consent-srcs > data-consent-src"],
    ["script", `${SCRIPT} data-consent_src="/a.js"`, "data-consent_src > data-consent-src"],
    ["script", 'type="text/plain" data-concent="markting"', "data-concent > data-consent"],
    ["script", 'type="text/plain" data-consents="marketing"', "data-consents > data-consent"],
    ["script", 'type="text/plain" date-consent="marketing"', "date-consent > data-consent"],
    ["script", 'type="text/plain" data-consnet="marketing"', "data-consnet > data-consent"],
    ["iframe", 'data-concent="youtube" data-src="/f"', "data-concent > data-consent"],
    ["iframe", 'data-content="youtube" data-src="/f"', "data-content > data-consent"],
    ["iframe", 'data-consent="youtube" data-scr="/f"', "data-scr > data-src"],
    ["iframe", 'data-consent="youtube" data-scrdoc="x"', "data-scrdoc > data-srcdoc"],
    [
      "iframe",
      'data-consent="youtube" data-concent-src="/f"',
      "data-concent-src > data-consent-src",
    ],
    ["div", 'data-consent="youtube" data-placehoder', "data-placehoder > data-placeholder"],
    ["button", "data-consent-opne", "data-consent-opne > data-consent-open"],
    ["div", "data-consent-declarations", "data-consent-declarations > data-consent-declaration"],
    ["div", "data-concent-ignore", "data-concent-ignore > data-consent-ignore"],
    ["div", "data-consent-category", "data-consent-category > "],
    ["script", 'type=" TEXT/plain " data-concent="markting"', "data-concent > data-consent"],
    ["div", 'data-concent="marketing"', "data-concent > data-consent"],
    ["div", 'datta--consent="marketing"', "datta--consent > data-consent"],
    ["script", `${SCRIPT} data-sr="/a.js"`, "data-sr > data-src"],
    [
      "iframe",
      'data-consent="youtube" data-content-src="/x"',
      "data-content-src > data-consent-src",
    ],
  ])("is reported once, with the word that was meant: %s %s", (tag, text, expected) => {
    expect(wrong(tag, text)).toEqual([expected]);
  });

  it.each(MARKS)("is not one that there is: %s", (mark) => {
    const values = SCRIPT_MARKS[mark]?.[0] ? SCRIPT_MARKS[mark] : ["", "module", "youtube"];
    for (const tag of ["script", "iframe", "div"]) {
      for (const value of values) expect(wrong(tag, `${SCRIPT} ${mark}="${value}"`)).toEqual([]);
    }
  });

  it.each([
    ["button", 'data-content="marketing"'],
    ["div", 'data-context="youtube" data-title="x"'],
    ["div", 'data-content-src="/x"'],
    ["iframe", 'data-consent="youtube" data-src="/f" data-content="youtube" data-content-src="/x"'],
    ["script", 'type="text/plain" data-content="x"'],
    ["script", 'type="text/plainer" data-concent="markting"'],
    ["script", 'type="x-text/plain" data-concent="markting"'],
    ["script", 'data-concent="markting"'],
    ["div", 'type="text/plain" data-concent="markting"'],
    ["div", 'data-consent="youtube" data-run="Once"'],
    ["script", 'type="text/plain" data-run="Once"'],
    ["script", `${SCRIPT} data-srxxc="/a" data-s="b" data-etal="c"`],
    ["div", 'data-consent.prop="youtube"'],
    ["script", `${SCRIPT} data-name="x" data-domain="y" data-lang="de" data-site="1" data-cfasync`],
    ["script", `${SCRIPT} data-type="text/babel" data-after="nothing"`],
    ["iframe", 'data-consent="youtube" data-title="x" data-lat="1" data-row="2" data-id="3"'],
    ["iframe", 'data-scr="/f" data-typ="x" data-rum="1"'],
    ["div", ':data-consent="youtube" v-bind:data-consent="youtube" ng-attr-data-consent="youtube"'],
    ["div", 'data-consentry="" data-consentry-state="decided" data-consentry-policy=""'],
    [
      "div",
      'data-connect="youtube" data-confirm="youtube" data-constant="youtube" content="youtube"',
    ],
  ])("is not what others write: %s %s", (tag, text) => {
    expect(wrong(tag, text)).toEqual([]);
  });
});

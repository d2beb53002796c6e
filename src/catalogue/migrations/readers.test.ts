import { describe, expect, it } from "vitest";
import type { Migration, MigrationWorld } from "../../core/config/parts.ts";
import { cookieTexts } from "../../lib/cookieTexts.ts";
import { cookiebot } from "./cookiebot.ts";
import { klaro } from "./klaro.ts";
import { oneTrust } from "./onetrust.ts";
import { tarteaucitron } from "./tarteaucitron.ts";
import { usercentrics } from "./usercentrics.ts";
import { vanillaCookieconsent } from "./vanilla-cookieconsent.ts";

const world = (cookie: string, local: Record<string, string> = {}): MigrationWorld => ({
  cookies: (name) => cookieTexts(cookie, name),
  local: (key) => (Object.hasOwn(local, key) ? local[key]! : null),
});
const read = (from: Migration, cookie: string, local?: Record<string, string>) => {
  const found = from.read(world(cookie, local));
  return found && { ...found, answers: { ...found.answers } };
};

/** As written in 2025, its identifiers made up. */
const OPTANON =
  "OptanonConsent=isGpcEnabled=0&datestamp=Mon+Mar+03+2025+10%3A15%3A30+GMT%2B0100+(Central+European+Standard+Time)&version=202501.1.0&browserGpcFlag=0&isIABGlobal=false&hosts=&consentId=00000000-0000-4000-8000-000000000000&interactionCount=1&isAnonUser=1&landingPath=NotLandingPage&groups=C0001%3A1%2CC0002%3A1%2CC0003%3A0%2CC0004%3A0&AwaitingReconsent=false&intType=3";
const CLOSED = "OptanonAlertBoxClosed=2025-03-03T09:15:30.123Z";

describe("OneTrust", () => {
  const from = oneTrust({ map: {} });

  it("is read where the visitor has closed its banner", () => {
    expect(read(from, `a=b; ${OPTANON}; ${CLOSED}`)).toEqual({
      answers: { C0001: true, C0002: true, C0003: false, C0004: false },
      at: Date.UTC(2025, 2, 3, 9, 15, 30, 123),
    });
    expect(read(from, `${OPTANON}; ${CLOSED.replaceAll(":", "%3A")}`)?.answers["C0002"]).toBe(true);
  });

  it("takes the refusal where a group is named twice, and no group with another answer", () => {
    const groups = `OptanonConsent=groups=1%3A1%2C2%3A0%2C2%3A1%2C3%3A1%2C3%3A0%2C4%3A2%2C%2C5; ${CLOSED}`;
    expect(read(from, groups)?.answers).toEqual({ 1: true, 2: false, 3: false });
  });

  it.each([
    ["no closed banner", OPTANON],
    ["a closed banner without a date", `${OPTANON}; OptanonAlertBoxClosed=true`],
    ["two dates", `${OPTANON}; ${CLOSED}; ${CLOSED}`],
    [
      "a choice that waits to be asked again",
      `${OPTANON.replace("Reconsent=false", "Reconsent=true")}; ${CLOSED}`,
    ],
    ["groups twice", `${OPTANON}&groups=C0004%3A1; ${CLOSED}`],
  ])("is none with %s", (_what, cookie) => {
    expect(read(from, cookie)).toBeNull();
  });

  it("says nothing with two cookies, or one that no browser keeps", () => {
    expect(read(from, `${OPTANON}; ${OPTANON}; ${CLOSED}`)?.answers).toEqual({});
    expect(read(from, `${OPTANON}&x=${"x".repeat(200_000)}; ${CLOSED}`)?.answers).toEqual({});
  });
});

describe("Cookiebot", () => {
  const from = cookiebot({ map: {} });
  const STAMP = "stamp:%27Uv1%2Babc0DEF/gh==%27";
  const value = (fields: string): string => `CookieConsent={${fields.replaceAll(",", "%2C")}}`;
  const ALL = `${STAMP},necessary:true,preferences:false,statistics:true,marketing:false,method:%27explicit%27,ver:1,utc:1741007185215,region:%27nl%27`;

  it("is read where the choice was explicit", () => {
    expect(read(from, value(ALL))).toEqual({
      answers: { preferences: false, statistics: true, marketing: false },
      at: 1_741_007_185_215,
    });
    const plain = `CookieConsent=${decodeURIComponent(ALL).replace(/^/, "{")}}`;
    expect(read(from, plain)?.answers["statistics"]).toBe(true);
  });

  it.each([
    [
      "a visitor outside its regions",
      value(
        "stamp:%27-1%27,necessary:true,preferences:true,statistics:true,marketing:true,method:%27implied%27,ver:1,utc:1758361188796,region:%27VN%27",
      ),
    ],
    ["an implied consent", value(ALL.replace("explicit", "implied"))],
    ["no method, as older versions wrote", value(ALL.replace(",method:%27explicit%27", ""))],
    ["-1", "CookieConsent=-1"],
    ["0", "CookieConsent=0"],
    ["JSON", 'CookieConsent={"statistics":true,"method":"explicit"}'],
    ["a field twice", value(`${ALL},marketing:true`)],
    ["a broken escape", value(`${ALL},x:%E0%A4%A`)],
    ["two cookies", `${value(ALL)}; ${value(ALL)}`],
  ])("is none with %s", (_what, cookie) => {
    expect(read(from, cookie)).toBeNull();
  });
});

describe("Usercentrics", () => {
  const from = usercentrics({ map: {} });
  const service = (id: string, status: boolean, type = "explicit") => ({
    id,
    processorId: "p",
    status,
    history: [
      {
        action: "onInitialPageLoad",
        type: "implicit",
        status: false,
        timestamp: 1_700_000_000_000,
      },
      { action: "onUpdateServices", type, status, timestamp: 1_700_000_100_000 },
    ],
  });
  const v2 = (services: unknown, interaction = "true") => ({
    uc_settings: JSON.stringify({
      controllerId: "c",
      id: "s",
      language: "en",
      services,
      version: "1",
    }),
    uc_user_interaction: interaction,
  });
  const v3 = (type: string) => ({
    ucData: JSON.stringify({
      consent: {
        services: {
          HkocEodjb7: { name: "Google Analytics", consent: true },
          x: { name: "Ads", consent: false },
        },
      },
      gcmStatus: { consentStatus: { type, updatedBy: "onUpdateServices" } },
    }),
  });

  it("v2 is read by service id where the visitor has acted, each with its explicit answer", () => {
    const services = [service("ga", true), service("ads", false), service("yt", true, "implicit")];
    expect(read(from, "", v2(services))).toEqual({
      answers: { ga: true, ads: false },
      at: 1_700_000_100_000,
    });
  });

  it("v2 is none where the visitor has not acted, or the list is none", () => {
    expect(read(from, "", v2([service("ga", true)], "false"))).toBeNull();
    expect(read(from, "", v2({ ga: true }))).toBeNull();
    expect(read(from, "", { uc_settings: "{", uc_user_interaction: "true" })).toBeNull();
  });

  it("v3 is read by id and name where the consent was explicit", () => {
    expect(read(from, "", v3("EXPLICIT"))?.answers).toEqual({
      HkocEodjb7: true,
      "Google Analytics": true,
      x: false,
      Ads: false,
    });
    expect(read(from, "", v3("IMPLICIT"))).toBeNull();
    expect(read(from, "", { ucData: "[]", ...v2([service("ga", true)]) })).toBeNull();
  });
});

describe("Klaro", () => {
  const from = klaro({ map: {} });
  const text = encodeURIComponent(JSON.stringify({ ga: true, ads: false, odd: "true", n: 1 }));

  it("is read from its cookie, or from localStorage, under the name that the site gave it", () => {
    expect(read(from, `klaro=${text}`)).toEqual({ answers: { ga: true, ads: false } });
    expect(read(from, "", { klaro: text })?.answers["ga"]).toBe(true);
    expect(read(klaro({ map: {}, name: "kl" }), `klaro=${text}; kl=%7B%7D`)?.answers).toEqual({});
  });

  it("says nothing where it is not one JSON object", () => {
    for (const cookie of [
      "",
      "klaro=true",
      "klaro=%",
      "klaro=%5Btrue%5D",
      `klaro=${text}; klaro=${text}`,
    ]) {
      expect(read(from, cookie)?.answers ?? {}, cookie).toEqual({});
    }
  });
});

describe("vanilla-cookieconsent", () => {
  const map = { analytics: "performance", ads: "marketing", "analytics/GA": "ga", "ads/Px": "px" };
  const from = vanillaCookieconsent({ map });
  const choice = (fields = {}): string =>
    `cc_cookie=${encodeURIComponent(
      JSON.stringify({
        categories: ["necessary", "analytics"],
        revision: 2,
        data: null,
        consentTimestamp: "2025-03-03T09:15:30.123Z",
        consentId: "00000000-0000-4000-8000-000000000000",
        services: { necessary: [], analytics: ["GA"], ads: [] },
        lastConsentTimestamp: "2025-04-03T09:15:30.123Z",
        ...fields,
      }),
    )}`;

  it("is read by what the mapping names: accepted, or refused", () => {
    expect(read(from, choice())).toEqual({
      answers: { analytics: true, ads: false, "analytics/GA": true, "ads/Px": false },
      at: Date.UTC(2025, 3, 3, 9, 15, 30, 123),
    });
    expect(read(vanillaCookieconsent({ map, revision: 2 }), choice())).not.toBeNull();
  });

  it("is none under another revision, without a date, or where it is not what it writes", () => {
    expect(read(vanillaCookieconsent({ map, revision: 3 }), choice())).toBeNull();
    expect(read(from, choice({ consentTimestamp: 1, lastConsentTimestamp: undefined }))).toBeNull();
    expect(read(from, choice({ categories: { analytics: true } }))).toBeNull();
    expect(read(from, "cc_cookie=%7B%7D")).toBeNull();
    expect(read(from, `${choice()}; ${choice()}`)).toBeNull();
  });
});

describe("tarteaucitron", () => {
  const from = tarteaucitron({ map: {} });

  it("is read service by service; what waits has no answer, a refusal outweighs", () => {
    const cookie = "tarteaucitron=!gtag=true!youtube=false!matomo=wait!x=true!x=false";
    expect(read(from, cookie)).toEqual({ answers: { gtag: true, youtube: false, x: false } });
  });

  it.each([
    "",
    "tarteaucitron=",
    "tarteaucitron=gtag=true",
    "tarteaucitron=!gtag=1",
    "tarteaucitron=!a=true; tarteaucitron=!a=true",
  ])("is none with %j", (cookie) => {
    expect(read(from, cookie)).toBeNull();
  });
});

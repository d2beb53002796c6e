import { isDeepStrictEqual } from "node:util";
import { compileFunction } from "node:vm";
import { own } from "../../../src/lib/own.ts";
import type { Permission, Template } from "./readTemplate.ts";

type Api = (...args: unknown[]) => unknown;
type Data = Record<string, unknown>;

/** The page and the clock that a template sees. */
export interface Surroundings {
  /** Text of `document.cookie`. */
  cookie?: string;
  /** Milliseconds since 1970. */
  now?: number;
  window?: Data;
}

/**
 * Stands in for the APIs that Tag Manager documents for templates of a web container, as far as ours uses them, with the
 * permissions that the template asks for: what it does not ask for throws.
 * Source: https://developers.google.com/tag-platform/tag-manager/templates/api and …/permissions
 */
export function createApis(
  template: Template,
  { cookie = "", now = 0, window = {} }: Surroundings,
  say: (command: "default" | "update", states: Data) => void,
): Record<string, Api> {
  const demand = (id: string, fits: (params: Permission["params"]) => boolean): void => {
    if (!template.permissions.some((one) => one.id == id && fits(one.params))) {
      throw new Error(`The template does not ask for ${id}.`);
    }
  };
  const globals = (right: "read" | "write" | "execute", path: unknown): void =>
    demand("access_globals", ({ keys }) =>
      (keys as Data[]).some((one) => one["key"] == path && one[right]),
    );
  const consent = (states: unknown): void => {
    for (const type of Object.keys(states as Data)) {
      if (type == "region" || type == "wait_for_update") continue;
      demand("access_consent", ({ consentTypes }) =>
        (consentTypes as Data[]).some((one) => one["consentType"] == type && one["write"]),
      );
    }
  };
  const at = (path: unknown): unknown =>
    String(path)
      .split(".")
      .reduce<unknown>((value, key) => (value == null ? value : Reflect.get(value, key)), window);
  return {
    getCookieValues(name, decode = true) {
      demand("get_cookies", ({ cookieNames }) => (cookieNames as unknown[]).includes(name));
      const pairs = cookie.split(";").map((pair) => pair.split("="));
      const texts = pairs
        .filter(([key]) => key!.trim() == name)
        .map(([, ...rest]) => rest.join("=").trim());
      return decode ? texts.map(decodeURIComponent) : texts;
    },
    decodeUriComponent(text) {
      try {
        return decodeURIComponent(text as string);
      } catch {
        return undefined;
      }
    },
    getTimestampMillis: () => now,
    makeNumber: (value) => Number(value),
    setDefaultConsentState(states) {
      consent(states);
      say("default", structuredClone(states as Data));
    },
    updateConsentState(states) {
      consent(states);
      say("update", structuredClone(states as Data));
    },
    copyFromWindow(path) {
      globals("read", path);
      const value = at(path);
      return inward(value);
    },
    callInWindow(path, ...args) {
      globals("execute", path);
      const found = at(path);
      // Called for itself: nothing says that Tag Manager gives it a `this`.
      return typeof found == "function"
        ? Reflect.apply(found as Api, undefined, args.map(outward))
        : undefined;
    },
    createQueue(key) {
      globals("read", key);
      globals("write", key);
      const list = (window[String(key)] ??= []) as unknown[];
      return (value: unknown) => void list.push(outward(value));
    },
  };
}

/** Only plain values pass into the sandbox, as copies; anything else is nothing there. */
function inward(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

/** A function that passes out of the sandbox gets what it is given as any value that passes in. */
function outward(value: unknown): unknown {
  return typeof value == "function"
    ? (...args: unknown[]) => (value as Api)(...args.map(inward))
    : value;
}

/** Runs a template's code once, with the values of its fields. */
export function runTemplate(
  template: Template,
  fields: Data,
  surroundings: Surroundings,
  say: (command: "default" | "update", states: Data) => void = () => {},
): void {
  const data = { ...template.defaults, gtmOnSuccess() {}, ...fields };
  compile(template.code, ["data"])(requireOf(createApis(template, surroundings, say)), data);
}

/** Runs one of a template's own tests, with the test APIs that Tag Manager documents. */
export function runScenario(template: Template, code: string): void {
  const calls = new Map<string, unknown[][]>();
  const mocks = new Map<string, unknown>();
  const real = createApis(template, {}, () => {});
  const called = (name: string): Api => {
    return (...args) => {
      calls.set(name, [...(calls.get(name) ?? []), structuredClone(args.map(withoutFunctions))]);
      if (!mocks.has(name)) return real[name]!(...args);
      const value = mocks.get(name);
      return typeof value == "function" ? (value as Api)(...args) : value;
    };
  };
  const apis = Object.fromEntries(Object.keys(real).map((name) => [name, called(name)]));
  const demand = (ok: boolean, what: string): void => {
    if (!ok) throw new Error(what);
  };
  const tools = {
    mock: (name: string, value: unknown) => {
      demand(name in real, `mock: ${name}`);
      mocks.set(name, value);
    },
    runCode: (data: Data) => {
      mocks.set("gtmOnSuccess", undefined);
      compile(template.code, ["data"])(requireOf(apis), {
        ...data,
        gtmOnSuccess: called("gtmOnSuccess"),
      });
    },
    assertApi: (name: string) => {
      const found = calls.get(name) ?? [];
      return {
        wasCalled: () => demand(found.length > 0, `${name} was not called`),
        wasNotCalled: () => demand(!found.length, `${name} was called`),
        wasCalledWith: (...args: unknown[]) =>
          demand(
            found.some((one) => isDeepStrictEqual(one, args)),
            `${name} was called with ${JSON.stringify(found)}`,
          ),
      };
    },
    assertThat: (actual: unknown) => ({
      isEqualTo: (expected: unknown) =>
        demand(isDeepStrictEqual(actual, expected), `${String(actual)} is not ${String(expected)}`),
    }),
  };
  compile(`${template.tests.setup}\n${code}`, Object.keys(tools))(
    requireOf(apis),
    ...Object.values(tools),
  );
}

const withoutFunctions = (value: unknown): unknown =>
  typeof value == "function" ? "a function" : value;

const requireOf =
  (apis: Record<string, Api>) =>
  (name: string): Api => {
    const api = own(apis, name);
    if (!api) throw new Error(`The stand-in has no ${name}.`);
    return api as Api;
  };

const compiled = new Map<string, Api>();

/** Code as Tag Manager runs it: the body of a function. What it may not name is checked apart. */
function compile(code: string, names: readonly string[]): Api {
  const made =
    compiled.get(code) ?? (compileFunction(`"use strict";\n${code}`, ["require", ...names]) as Api);
  compiled.set(code, made);
  return made;
}

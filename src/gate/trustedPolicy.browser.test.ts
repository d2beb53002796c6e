import { describe, expect, it } from "vitest";
import { trustedPolicy } from "./trustedPolicy.ts";

const passes = (policy: ReturnType<typeof trustedPolicy>): void => {
  expect(policy.createScript("run()")).toBe("run()");
  expect(policy.createScriptURL("/a.js?b=1&c")).toBe("/a.js?b=1&c");
};

describe("the Trusted Types policy", () => {
  it("is named consentry and passes what it is given", () => {
    const made: unknown[] = [];
    const trustedTypes = {
      createPolicy(name: string, rules: ReturnType<typeof trustedPolicy>) {
        made.push(name);
        passes(rules);
        return { ...rules, createScript: (text: string) => `trusted ${text}` };
      },
    };
    expect(trustedPolicy({ trustedTypes }).createScript("run()")).toBe("trusted run()");
    expect(made).toEqual(["consentry"]);
  });

  it("is none where the browser has no Trusted Types, or the site does not list the name", () => {
    expect(() => passes(trustedPolicy({}))).not.toThrow();
    const createPolicy = (): never => {
      throw new TypeError('Policy "consentry" disallowed.');
    };
    passes(trustedPolicy({ trustedTypes: { createPolicy } }));
  });
});

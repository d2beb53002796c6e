import type { Policies } from "./code.d.mts";

export interface Reached {
  channels: string[];
  named: string[];
  connections: number;
}

export interface Vectors {
  /** Of the browser. */
  version: string;
  options: import("../../src/core/config/options.ts").Options;
  visit(
    mode: "none" | "inline" | "nonce" | "allowlist" | "monitor" | "worker",
    how?: { cookie?: string; count?: number; onto?: readonly number[] },
  ): Promise<Reached[] & { first?: Reached[] }>;
  close(): Promise<void>;
}

export function openVectors(
  engine: "chromium" | "firefox",
  code: Policies,
): Promise<Vectors | null>;

import type { Consent } from "../client/consent.ts";
import type { Options } from "../core/options.ts";
export type { Consent, ConsentEvents } from "../client/consent.ts";
export type { Controller, Layout, Reload } from "../core/config.ts";
export type { Options } from "../core/options.ts";
export type { Earlier, Migration, MigrationWorld, MountUi, Signal, SignalContext, UiHandle, UiHost, } from "../core/parts.ts";
export type { Problem, ProblemCode } from "../core/problem.ts";
export type { Basis, Medium, Service, ServiceContext, StorageItem } from "../core/service.ts";
export type { ConsentEvent, Decision, Intent, Source, State } from "../core/state.ts";
export type { ChainReport, ConsentRecord, SealedRecord } from "../record/consentRecord.ts";
/**
 * Makes a consent instance; `start()` sets it going. Works on a server too, where nothing is
 * permitted. Mistakes in the options are told as problems, never thrown.
 */
export declare function createConsent(options: Options): Consent;

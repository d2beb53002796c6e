import type { Ids } from "../core/config/ids.ts";
import type { Problem } from "../core/problems/problem.ts";
import type { Decision, State } from "../core/choice/state.ts";
import type { ChainReport, SealedRecord } from "../record/consentRecord.ts";

/** What listeners get. */
export interface ConsentEvents<
  Category extends string = string,
  ServiceId extends string = string,
> {
  /** The stored choice is read and acted on; once. */
  ready: State<Category, ServiceId>;
  /** The state, whenever it changed: here, in another tab, by expiry. */
  change: State<Category, ServiceId>;
  /** A decision was made on this page, and what follows from it. */
  decision: Decision<Category, ServiceId>;
  /** Consent went; the services that lost it, so that a site can tell their providers. */
  withdraw: { services: readonly ServiceId[] };
  /** Something went wrong and was handled. */
  problem: Problem;
}

/**
 * The running instance. `createConsent` infers the ids of its categories and services from the options, so that
 * one that is misspelt does not compile; `Consent` alone takes any.
 */
export interface Consent<Category extends string = string, ServiceId extends string = string> {
  /**
   * Reads the stored choice, shuts the gate, asks if nothing is decided. Once.
   *
   * @example
   * consent.start();
   */
  start(): void;
  /**
   * Takes every trace out of the page. What ran stays in memory until the page goes.
   *
   * @example
   * consent.destroy();
   */
  destroy(): void;
  /**
   * Frozen snapshot.
   *
   * @example
   * if (consent.state.status == "undecided") consent.show("banner");
   */
  readonly state: State<Category, ServiceId>;
  /**
   * Whether everything named is permitted now (`"marketing hotjar"`, `"!marketing"`).
   *
   * @example
   * if (consent.permits("marketing hotjar")) console.log("both are permitted");
   */
  permits<Text extends string>(ids: Ids<Text, Category | ServiceId | "necessary">): boolean;
  /**
   * Permits everything. Decides at once, so that `permits` is right in the same task, and so is the cookie: a
   * page
   * that leaves now does not lose the choice, once the code that decides is there (it comes with the banner).
   *
   * @returns resolves, and never rejects, when the choice is stored, sealed and acted on
   * Called for a visitor it must be what the visitor wants: consent is a free, clear act (GDPR Art. 4(11)).
   *
   * @example
   * await consent.acceptAll();
   */
  acceptAll(): Promise<void>;
  /**
   * Refuses everything; as `acceptAll`.
   * Nothing but what is strictly necessary is stored then (ePrivacy Directive Art. 5(3)).
   *
   * @example
   * await consent.rejectAll();
   */
  rejectAll(): Promise<void>;
  /**
   * Changes the ids given and leaves the others; what was never answered becomes a refusal. As `acceptAll`.
   *
   * @param choices ids with `true` for a yes and `false` for a no
   *
   * @example
   * await consent.save({ performance: true, marketing: false });
   */
  save(choices: { readonly [Id in Category | ServiceId]?: boolean }): Promise<void>;
  /**
   * Withdraws one category or service, or everything; as `acceptAll`.
   * A withdrawal is as easy as a yes (GDPR Art. 7(3)).
   *
   * @param id category or service; default: everything
   *
   * @example
   * await consent.withdraw("marketing");
   */
  withdraw(id?: Category | ServiceId): Promise<void>;
  /**
   * Opens the banner or the preference centre; `part` names a category or service to open in it, or
   * `"services"` for all of them.
   *
   * @param view default `"preferences"`
   *
   * @example
   * consent.show("preferences", "marketing");
   */
  show(
    view?: "banner" | "preferences",
    part?: Category | ServiceId | "necessary" | "services",
  ): void;
  /**
   * Closes the banner or the preference centre; decides nothing. Before `start()` it does nothing.
   *
   * @example
   * consent.hide();
   */
  hide(): void;
  /**
   * Resolves when everything named is permitted, at once if it is. After a refusal it waits on, for the visitor
   * may change their mind.
   *
   * @param options.signal gives up waiting: the promise is then rejected with the signal's reason
   *
   * @example
   * await consent.when("marketing", { signal: AbortSignal.timeout(60_000) });
   */
  when<Text extends string>(
    ids: Ids<Text, Category | ServiceId | "necessary">,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<void>;
  /**
   * Adds a listener. A late one gets what it missed once: the state, the last decision, the problems.
   *
   * @param type what to listen for
   * @param listener called with the detail; what it throws is reported, and stops no one else
   * @returns removes the listener
   *
   * @example
   * const stop = consent.on("change", ({ categories }) => console.log(categories));
   * stop();
   */
  on<Type extends keyof ConsentEvents>(
    type: Type,
    listener: (detail: ConsentEvents<Category, ServiceId>[Type]) => void,
  ): () => void;
  /**
   * Also gates a shadow root or another part of the document. Gives the undo.
   *
   * @param root an open or closed shadow root, or any element
   *
   * @example
   * const root = document.createElement("div").attachShadow({ mode: "closed" });
   * const stop = consent.observe(root);
   * stop();
   */
  observe(root: Node & ParentNode): () => void;
  /**
   * This browser's log of decisions: who has to show that consent was given can do so (GDPR Art. 7(1)).
   *
   * @example
   * const { ok, length } = await consent.proof.verify();
   * console.log(ok, length, await consent.proof.export());
   */
  readonly proof: {
    /** This browser's records, oldest first. */
    records(): Promise<readonly SealedRecord[]>;
    /** Recomputes the chain from the exact texts. */
    verify(): Promise<ChainReport>;
    /** All records and what was shown, as JSON lines. */
    export(): Promise<string>;
  };
}

/**
 * Where a site names its instance, so that hooks and components that find it by themselves know its ids.
 *
 * @example
 * import { createConsent } from "consentry";
 *
 * export const consent = createConsent({ controller: { name: "Acme BV" } });
 * declare module "consentry" {
 *   interface Register {
 *     consent: typeof consent;
 *   }
 * }
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- filled by sites
export interface Register {}

/** Ids of the registered instance; any text where none is. */
export type RegisteredId = Register extends { consent: Consent<infer Category, infer ServiceId> }
  ? Category | ServiceId | "necessary"
  : string;

/** State of the registered instance; one of any ids where none is. */
export type RegisteredState = Register extends { consent: Consent<infer Category, infer ServiceId> }
  ? State<Category, ServiceId>
  : State;

/** What of the registered instance the preference centre can be opened at; any text where none is. */
export type RegisteredPart = Register extends { consent: Consent<infer Category, infer ServiceId> }
  ? Category | ServiceId | "necessary" | "services"
  : string;

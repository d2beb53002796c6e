import type { Frontier } from "../merkle/frontier.ts";
import type { Node } from "../merkle/ranges.ts";
import type { Leaf } from "../log/leaf.ts";
import type { SightingCount } from "./sighting.ts";

/** The newest state of the log: one row, locked by the one that appends. */
export interface Head {
  readonly frontier: Frontier;
  readonly root: Uint8Array;
  /** The signed checkpoint of this size; empty while the log is. */
  readonly note: string;
}

/** A leaf at its place. */
export interface LeafRow extends Leaf {
  readonly index: number;
  /** RFC 6962 hash of the leaf's bytes, kept so that an altered row names itself. */
  readonly leafHash: Uint8Array;
}

/** The erasable part of a record. */
export interface Body {
  readonly index: number;
  readonly id: string;
  readonly subject: string;
  readonly site: string;
  /** Hash of the record before it; empty for the first of a chain. */
  readonly previous: Uint8Array;
  /** When it was logged, milliseconds since 1970. */
  readonly received: number;
  readonly event: string;
  readonly notice: Uint8Array;
  readonly text: string;
}

/** The text that a notice leaf stands for. */
export interface Notice {
  readonly index: number;
  readonly hash: Uint8Array;
  readonly text: string;
}

/** A place in a chain: two records with the same one are a fork. */
export interface Place {
  readonly subject: string;
  readonly site: string;
  readonly previous: Uint8Array;
}

/**
 * A line of the statistics: how often `name` happened that day under that banner. Outlives the bodies; names
 * no one. How many there can be is bounded (see `createTally`).
 */
export interface Count {
  /** `YYYY-MM-DD`, UTC, by the collector's clock. */
  readonly day: string;
  readonly site: string;
  /** Hex hash of what was shown; empty where its text is not known; `other` for what is too many. */
  readonly notice: string;
  /** `event:given`, `yes:performance`, `no:performance`. */
  readonly name: string;
  readonly n: number;
}

/** A sum of one day over all banners. */
export type DaySum = Pick<Count, "day" | "name" | "n">;

/** A banner of the statistics and when decisions named it. */
export interface BannerDays {
  readonly notice: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What a batch adds to the statistics; `n` may be negative where something is put right. */
export interface Sums {
  readonly counts: readonly Count[];
  /** The same by day and site alone, and how many banners and notices were new that day. */
  readonly daily: readonly Omit<Count, "notice">[];
}

/** A signed checkpoint and its size. */
export interface SizedNote {
  readonly size: number;
  readonly note: string;
}

/** What has to be looked up before a batch can be sequenced. */
export interface Wanted {
  /** Hashes of records and notices. */
  readonly hashes: readonly Uint8Array[];
  readonly ids: readonly string[];
  readonly places: readonly Place[];
  /** The statistics that the batch may add to: day, and each site with a banner. */
  readonly tally: { readonly day: string; readonly banners: readonly BannerPlace[] };
  /** Hashes of notices whose text is offered. */
  readonly notices: readonly Uint8Array[];
}

/** A banner on a site. */
export interface BannerPlace {
  readonly site: string;
  readonly notice: string;
}

/** A record in the log that names a notice. */
export interface Namer {
  readonly site: string;
  readonly received: number;
  readonly text: string;
}

/** What was found, inside the transaction and after the head was locked. */
export interface Seen {
  readonly head: Head;
  /** Leaves that are there, by hex hash. */
  readonly leaves: ReadonlyMap<string, LeafRow>;
  readonly ids: ReadonlySet<string>;
  /** Keys (`placeKey`) of places that are taken. */
  readonly places: ReadonlySet<string>;
  /** Names that are counted today, by `bannerKey`. */
  readonly tally: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sums of today by site: name, and how often. */
  readonly daily: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Records in the log that name an offered notice, by its hex hash: the first of them. */
  readonly namers: ReadonlyMap<string, readonly Namer[]>;
}

/** Under which name a store remembers the version of its own tables; it stays where it is. */
export const TABLES_CLAIM = "tables";

/** Most records that are looked at for a notice: those that came before its text did. */
export const NAMERS = 50;

/** What to add. */
export interface Addition {
  readonly leaves: readonly LeafRow[];
  readonly bodies: readonly Body[];
  readonly notices: readonly Notice[];
  readonly nodes: readonly (Node & { hash: Uint8Array })[];
  readonly sums: Sums;
  /** Checkpoints of sizes between the old head and the new one: when a log is moved. */
  readonly checkpoints?: readonly SizedNote[];
  /**
   * The new head. Gets the leaves as the store reads them back, so that what is signed is what was
   * written; throws, and nothing is kept, where they differ.
   */
  seal(written: readonly LeafRow[]): Head;
}

/** Decides what to add. Pure: called again when the database asks to repeat the transaction. */
export type Plan = (seen: Seen) => Addition | null;

/** Which bodies an export asks for. */
export interface BodyFilter {
  readonly subject?: string;
  /** Inclusive, milliseconds since 1970, by the collector's clock. */
  readonly from?: number;
  /** Exclusive. */
  readonly to?: number;
  readonly notice?: Uint8Array;
}

/** What to erase: a visitor's records, one record, old ones, or the text of a notice. */
export type Erasure =
  { subject: string } | { record: string } | { receivedBefore: number } | { notice: Uint8Array };

/** What an erasure did. */
export interface Erased {
  count: number;
  /** Whether someone who reads an older state keeps bytes of it on the disk until he is done. */
  held: boolean;
}

/** Bytes. */
export interface Room {
  used: number;
  free: number | null;
}

/** Something proven by others about a checkpoint. */
export interface Attestation {
  readonly size: number;
  /** `cosigned`: a note with witnesses' lines. `rfc3161`: `{"note":…,"response":…}`, base64. */
  readonly kind: "cosigned" | "rfc3161";
  readonly data: string;
}

/** A database. Two fillings: SQLite and PostgreSQL; `test/collector/storeContract.ts` holds both to this. */
export interface Store {
  /**
   * Looks up, lets `plan` decide and adds, all in one transaction that begins by locking the head.
   * Resolves with the head only when the addition is durable. Rejects with `StoreError` otherwise:
   * then the addition may or may not be there, and the same entries can be handed in again.
   */
  write(wanted: Wanted, plan: Plan): Promise<Head>;
  /** The newest head of the log. */
  head(): Promise<Head>;
  /** Leaves from `start` up to but not including `end`, in order. */
  leaves(start: number, end: number): Promise<LeafRow[]>;
  /** Hashes of the perfect subtrees `start` up to `end` at a level that is a multiple of 8. */
  nodes(level: number, start: number, end: number): Promise<Uint8Array[]>;
  /** Up to `limit` bodies after place `after`, in order. */
  bodies(filter: BodyFilter, after: number, limit: number): Promise<Body[]>;
  /** Up to `limit` notices after place `after`, in order. */
  notices(after: number, limit: number): Promise<Notice[]>;
  /** The text of a notice; null where it is not in the log, or was erased. */
  noticeText(hash: Uint8Array): Promise<string | null>;
  /** Signed checkpoints with a size above `after`, smallest first. */
  checkpoints(after: number, limit: number): Promise<SizedNote[]>;
  /** Up to `limit` lines of the statistics after one, in a fixed order. */
  counts(after: Count | null, limit: number): Promise<Count[]>;
  /** Sets lines of the statistics, whatever they were: when a log is moved. Can be called again. */
  putCounts(counts: readonly Count[]): Promise<void>;
  /** Sums of the days `from` to `to`, both included; `site` narrows down, empty for all. */
  sums(from: string, to: string, site: string): Promise<DaySum[]>;
  /** The banners that were seen last, newest first. */
  banners(sinceDay: string, site: string, limit: number): Promise<BannerDays[]>;
  /** How a banner was answered since a day. */
  bannerSums(notice: string, sinceDay: string, site: string): Promise<Pick<Count, "name" | "n">[]>;
  /** Sites with decisions since a day, by name. */
  sites(sinceDay: string): Promise<string[]>;
  /** Adds to what the leak monitor saw. */
  addSightings(lines: readonly SightingCount[]): Promise<void>;
  /** What the leak monitor saw on the days `from` to `to`, both included, most first; `site` narrows down. */
  sightings(from: string, to: string, site: string, limit: number): Promise<SightingCount[]>;
  /** Consent ids that records with this id belong to: one, unless someone used an id again. */
  subjectsOf(recordId: string): Promise<string[]>;
  /** Erases texts for good. The leaves stay. */
  erase(what: Erasure): Promise<Erased>;
  /** How much is kept, where that is wanted, and how much more the disk takes; null where it is not known. */
  room(wanted: { used: boolean }): Promise<Room>;
  /** Keeps what others said of a head: signatures of witnesses, time stamps. */
  attest(attestation: Attestation): Promise<void>;
  /** The newest attestation of a kind, or null. */
  attestation(kind: Attestation["kind"]): Promise<Attestation | null>;
  /** Keeps a value under a name for good, unless there is one; gives what is kept. */
  claim(name: string, value: string): Promise<string>;
  /** What was claimed under names that begin so, by name. */
  claims(prefix: string): Promise<{ name: string; value: string }[]>;
  /** Resolves when the database can commit; rejects with `StoreError` when it cannot. */
  ping(): Promise<void>;
  /** Closes the database. */
  close(): Promise<void>;
}

/** Key of a banner for `Seen.tally`. */
export function bannerKey({ site, notice }: BannerPlace): string {
  return `${site} ${notice}`;
}

/** Key of a place for `Seen.places`. */
export function placeKey({ subject, site, previous }: Place): string {
  return `${subject} ${site} ${Buffer.from(previous).toString("hex")}`;
}

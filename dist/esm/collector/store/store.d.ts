import type { Frontier } from "../merkle/frontier.ts";
import type { Node } from "../merkle/ranges.ts";
import type { Leaf } from "../log/leaf.ts";
/** The newest state of the log: one row, locked by whoever appends. */
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
/** A line of the statistics: how often `name` happened that day. Outlives the bodies; names nobody. */
export interface Count {
    /** `YYYY-MM-DD`, UTC, by the collector's clock. */
    readonly day: string;
    readonly site: string;
    /** Hex hash of what was shown, or empty where its text is not known. */
    readonly notice: string;
    /** `event:given`, `yes:performance`, `no:performance`. */
    readonly name: string;
    readonly n: number;
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
}
/** What was found, inside the transaction and after the head was locked. */
export interface Seen {
    readonly head: Head;
    /** Leaves that are there, by hex hash. */
    readonly leaves: ReadonlyMap<string, LeafRow>;
    readonly ids: ReadonlySet<string>;
    /** Keys (`placeKey`) of places that are taken. */
    readonly places: ReadonlySet<string>;
}
/** What to add. */
export interface Addition {
    readonly leaves: readonly LeafRow[];
    readonly bodies: readonly Body[];
    readonly notices: readonly Notice[];
    readonly nodes: readonly (Node & {
        hash: Uint8Array;
    })[];
    readonly counts: readonly Count[];
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
    head(): Promise<Head>;
    /** Leaves from `start` up to but not including `end`, in order. */
    leaves(start: number, end: number): Promise<LeafRow[]>;
    /** Hashes of the perfect subtrees `start` up to `end` at a level that is a multiple of 8. */
    nodes(level: number, start: number, end: number): Promise<Uint8Array[]>;
    /** Up to `limit` bodies after place `after`, in order. */
    bodies(filter: BodyFilter, after: number, limit: number): Promise<Body[]>;
    /** Up to `limit` notices after place `after`, in order. */
    notices(after: number, limit: number): Promise<Notice[]>;
    /** Signed checkpoints with a size above `after`, smallest first. */
    checkpoints(after: number, limit: number): Promise<SizedNote[]>;
    counts(sinceDay: string): Promise<Count[]>;
    /** Erases bodies for good and says how many. The leaves stay. */
    erase(what: {
        subject: string;
    } | {
        receivedBefore: number;
    }): Promise<number>;
    attest(attestation: Attestation): Promise<void>;
    /** The newest attestation of a kind, or null. */
    attestation(kind: Attestation["kind"]): Promise<Attestation | null>;
    /** Keeps a value under a name for good, unless there is one; gives what is kept. */
    claim(name: string, value: string): Promise<string>;
    /** What was claimed under names that begin so, by name. */
    claims(prefix: string): Promise<{
        name: string;
        value: string;
    }[]>;
    /** Resolves when the database can commit; rejects with `StoreError` when it cannot. */
    ping(): Promise<void>;
    close(): Promise<void>;
}
/** Key of a place for `Seen.places`. */
export declare function placeKey({ subject, site, previous }: Place): string;

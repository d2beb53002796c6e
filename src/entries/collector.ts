/** The entry point `consentry/collector`: stores proofs. For servers only; SQLite needs Node.js 24. */
export {
  createCollector,
  type Collector,
  type CollectorOptions,
} from "../collector/createCollector.ts";
export { checkLog } from "../collector/log/checkLog.ts";
export type { LogIdentity } from "../collector/log/sequence.ts";
export { serve, type ServeOptions, type Serving } from "../collector/node/serve.ts";
export { keyFile } from "../collector/note/keyFile.ts";
export { createSigner, type Signer } from "../collector/note/signer.ts";
export { postgresStore, type PostgresOptions } from "../collector/postgres/postgresStore.ts";
export {
  createPublisher,
  type Publisher,
  type PublisherOptions,
} from "../collector/publish/publisher.ts";
export { sqliteStore, type SqliteOptions } from "../collector/sqlite/sqliteStore.ts";
export type { Store } from "../collector/store/store.ts";

/** The door `consentry/collector`: stores proofs. For servers only; SQLite needs Node.js 24. */
export { createCollector, type Collector, type CollectorOptions, } from "../collector/createCollector.ts";
export { serve, type ServeOptions, type Serving } from "../collector/node/serve.ts";
export { postgresStore, type PostgresOptions } from "../collector/postgres/postgresStore.ts";
export { sqliteStore, type SqliteOptions } from "../collector/sqlite/sqliteStore.ts";
export type { Store } from "../collector/store/store.ts";

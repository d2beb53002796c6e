import { expect } from "vitest";
import type { Server } from "./postgres.ts";

/** Ends the wait of each commit that waits for a standby now; gives how many. */
export async function cancelCommits(server: Server): Promise<number> {
  const waiting = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
  return (await server.sql(`SELECT pg_cancel_backend(pid) ${waiting}`)).length;
}

/**
 * From now on commits wait for a standby that is not there. The server's checkpointer tells that to all others, some time
 * after the settings are read anew; so a commit is tried until one waits.
 */
export async function loseStandby(server: Server): Promise<void> {
  await server.sql("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  await server.sql("SELECT pg_reload_conf()");
  const waits = async (): Promise<number> => {
    let isDone = false;
    // Another text each time: what changes nothing waits for no one.
    const change = `COMMENT ON DATABASE postgres IS '${performance.now()}'`;
    const commit = server.sql(change).then(() => (isDone = true));
    let waited = 0;
    while (!isDone && !waited) waited = await cancelCommits(server);
    await commit;
    return waited;
  };
  await expect.poll(waits).toBe(1);
}

import { s as sqliteStore, p as postgresStore } from './sqliteStore.js';
import { C as CommandError, E as EXIT } from './exitCodes.js';

function isPostgres(address) {
  return /^postgres(ql)?:\/\//.test(address);
}
async function openStore(address, mode) {
  try {
    if (!isPostgres(address)) return await sqliteStore({ path: address, mode });
    return await postgresStore({ address, create: mode == "create" });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const why = error instanceof Error ? error.message : "unknown reason";
    throw new CommandError(EXIT.environment, `The store cannot be opened: ${why}.`);
  }
}

export { isPostgres as i, openStore as o };

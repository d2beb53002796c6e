import { connect, serversOf } from "./connect.ts";
import { postgresError } from "./postgresError.ts";
import { grants } from "./schema.ts";

/**
 * Gives a role the rights that a collector needs, and none to alter the log. The address is that of the owner of the
 * tables. Rejects with `StoreError`, and with a RangeError for a name that would need quotes.
 */
export async function grantRights(address: string, role: string): Promise<void> {
  if (!/^[a-z_][a-z\d_]{0,62}$/.test(role)) throw new RangeError("not a plain name of a role");
  const { client } = await connect(serversOf(address));
  try {
    for (const statement of grants(role)) await client.query(statement);
  } catch (error) {
    throw postgresError(error);
  } finally {
    await client.end();
  }
}

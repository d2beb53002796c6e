import type { Store } from "../collector/store/store.ts";
import { CommandError, EXIT } from "./exitCodes.ts";

/**
 * The consent id that a person means: it itself, or the id of any of its records, as a receipt shows both.
 * Throws `CommandError` where no text in the log has it, or where a record's id was used by several.
 */
export async function findSubject(store: Store, id: string): Promise<string> {
  const [own] = await store.bodies({ subject: id }, -1, 1);
  if (own) return id;
  const [subject, another] = await store.subjectsOf(id);
  if (subject == null) {
    throw new CommandError(
      EXIT.bad,
      "There is no record with this consent id or record id: it is mistyped, was erased, or never arrived.",
    );
  }
  if (another != null) {
    throw new CommandError(
      EXIT.bad,
      "Records of several consent ids have this record id. Give the consent id, which the receipt shows too.",
    );
  }
  return subject;
}

/** What a site's configuration says of a stored choice, as `consentry policy` writes it. */
export interface ChoiceFacts {
  /** Name of the cookie. */
  name: string;
  revision: number;
  days: number;
  /** Fingerprint of what each category was asked for. */
  prints: Readonly<Record<string, string>>;
  /** Each service with its category and its basis. */
  services: Readonly<Record<string, readonly [category: string, basis: string]>>;
}

const DAY = 86_400; // seconds

/**
 * The services that a stored choice permits: what `resume` says, in a few lines, because a service worker has no room
 * for it. `texts` holds the values of every cookie of our name.
 *
 * @param now Seconds since 1970.
 */
export function permittedIds(facts: ChoiceFacts, texts: readonly string[], now: number): string[] {
  const pattern =
    /^v=1&id=(?:[\w-]{8,64}|(?=.+yes=&))&t=(\d{1,11})&r=(\d{1,9})&yes=([\w+-]*)&no=([\w+-]*)&f=([\w.+-]*)$/;
  const [, at, revision, ...lists] = pattern.exec(texts.join("\n")) ?? [];
  let [yes = [], no = [], prints = []] = lists.map((list) => list.split("+").filter(Boolean));
  if (yes.some((id) => no.includes(id))) yes = no = prints = [];
  const age = now - +at!;
  const counts = age <= facts.days * DAY && age >= -DAY && +revision! == facts.revision;
  return Object.keys(facts.services).filter((id) => {
    const [category, basis] = facts.services[id]!;
    if (basis == "necessary") return true;
    if (no.includes(id)) return false;
    if (basis != "consent") return true;
    const isYes = yes.includes(category);
    return counts &&
      (isYes || (no.includes(category) && yes.includes(id))) &&
      prints.includes(`${category}.${facts.prints[category]}`)
      ? isYes || yes.includes(id)
      : false;
  });
}

/** The page whose cookies are meant. */
export interface CookiePlace {
  document: Pick<Document, "cookie">;
  /** `location.hostname`. */
  hostname: string;
  /** `location.pathname`. */
  pathname: string;
  /** True on https. */
  secure: boolean;
}

/**
 * Expires a cookie wherever script could have set it: on this host alone and on every parent domain
 * (vendors write to the highest that takes a cookie), on `/` and on every folder of the path, with
 * and without `Partitioned` (a partitioned cookie is only replaced by one that says so). Browsers
 * ignore the combinations that name nothing. Never throws.
 */
export function expireCookie(name: string, place: CookiePlace): void {
  const labels = place.hostname.split(".");
  const domains = ["", ...labels.map((_, index) => labels.slice(index).join("."))];
  const folders = place.pathname.split("/").filter(Boolean);
  const paths = ["/"];
  folders.forEach((_, index) => {
    const path = `/${folders.slice(0, index + 1).join("/")}`;
    paths.push(path, `${path}/`);
  });
  for (const domain of domains) {
    for (const path of paths) {
      const line = `${name}=; Max-Age=0; Path=${path}${domain && `; Domain=${domain}`}`;
      try {
        place.document.cookie = place.secure ? `${line}; Secure` : line;
        if (place.secure) place.document.cookie = `${line}; Secure; Partitioned`;
      } catch {
        return; // Cookies are denied here: there is nothing to expire.
      }
    }
  }
}

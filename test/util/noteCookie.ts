/** In a page: notes each look at the cookie, and each line that is written into it. Sent there as text. */
export function noteCookie(note: (what: "reads the cookie" | "writes the cookie") => void): void {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie")!;
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    get(this: Document): string {
      note("reads the cookie");
      return cookie.get!.call(this) as string;
    },
    set(this: Document, line: string) {
      note("writes the cookie");
      cookie.set!.call(this, line);
    },
  });
}

import { nextPolicy } from "consentry/next";
import { NextResponse, type NextRequest } from "next/server";
import { options } from "./consent.config";

/** On this page no host is open that the visitor has not permitted, whatever is marked. */
const shut = nextPolicy(options);
const next = (headers: Headers) => NextResponse.next({ request: { headers } });

export function proxy(request: NextRequest) {
  if (request.nextUrl.pathname == "/hard") return shut(request.headers, next);
  // Elsewhere a policy with a nonce, as Next.js's own guide has it.
  const nonce = btoa(crypto.randomUUID());
  const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src * data:; connect-src *; frame-src *; base-uri 'none'; object-src 'none'`;
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const answer = next(headers);
  answer.headers.set("content-security-policy", policy);
  return answer;
}

export const config = { matcher: "/((?!_next/static).*)" };

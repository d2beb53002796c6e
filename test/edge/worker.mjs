// What a server without files asks of the package: the choice of a request, the guard of its own calls, the policy of a page, and
// what the modules of Astro and Nuxt take there. Bundled as its host bundles it, or run as it is.
import { consentMiddleware } from "consentry/astro/middleware";
import { readConsent as readNuxt } from "consentry/nuxt/server";
import { withPolicy } from "consentry/policy";
import { createPermits, readConsent } from "consentry/server";
import options from "./options.json" with { type: "json" };

const mayCall = createPermits(options);
const onRequest = consentMiddleware(options);

/** Says as a page what it knows of who asks. */
const tell = async (request) => {
  const cookie = request.headers.get("cookie");
  const locals = {};
  const html = { "content-type": "text/html" };
  const next = async () => new Response("", { headers: html });
  const answer = await onRequest({ request, isPrerendered: false, locals }, next);
  const { state, permits } = readConsent(cookie, options);
  const told = {
    status: state.status,
    read: ["performance", "marketing", "stats", "!marketing"].map(permits),
    guard: ["performance", "marketing"].map((ids) => mayCall(cookie, ids)),
    astro: locals.consent.permits("performance"),
    nuxt: readNuxt({ context: {}, node: {} }).permits("performance"),
    caches: answer.headers.get("cache-control"),
  };
  return new Response(JSON.stringify(told), { headers: html });
};
const page = withPolicy(tell, options, { inline: "all" });

/** The page for a Cookie header, with the policy that came with it. */
export async function ask(cookie) {
  const headers = { "sec-fetch-dest": "document", ...(cookie && { cookie }) };
  const answer = await page(new Request("https://shop.test/", { headers }));
  return { ...(await answer.json()), policy: answer.headers.get("content-security-policy") };
}

export default {
  async fetch(request) {
    return Response.json(await ask(request.headers.get("x-cookie")));
  },
};

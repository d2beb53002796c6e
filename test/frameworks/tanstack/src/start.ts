import { createCsrfMiddleware, createMiddleware, createStart } from "@tanstack/react-start";
import { server } from "./consent.server";

const csrf = createCsrfMiddleware({ filter: ({ handlerType }) => handlerType == "serverFn" });

const consent = createMiddleware().server(({ request, handlerType, next }) =>
  server.answer({ request, handlerType }, (context) => next({ context })),
);

const policy = createMiddleware()
  .middleware([consent])
  .server(async ({ context, next }) => {
    const result = await next();
    if (context.page) {
      result.response.headers.set(
        "content-security-policy",
        `default-src 'self'; script-src 'self' 'nonce-${context.page.nonce}' https://stats.vendor.test; style-src 'self' 'unsafe-inline'; img-src * data:; connect-src *; frame-src *; base-uri 'none'; object-src 'none'`,
      );
    }
    return result;
  });

export const startInstance = createStart(() => ({
  requestMiddleware: [csrf, consent, policy],
}));

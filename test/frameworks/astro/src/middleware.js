import { consentMiddleware } from "consentry/astro/middleware";
import { options } from "virtual:consentry/options";

/** On this page no host is open that the visitor has not permitted, whatever is marked. */
const shut = consentMiddleware(options, { inline: "all" });

export const onRequest = (context, next) =>
  context.url.pathname == "/hard" ? shut(context, next) : next();

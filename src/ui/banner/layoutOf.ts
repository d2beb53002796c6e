import type { Layout } from "../../core/config/config.ts";
import type { UiHost } from "../../core/config/parts.ts";

/** The layout of the first layer on this page: a dialog would cover the policy that it links to. */
export function layoutOf({ document, config }: Pick<UiHost, "document" | "config">): Layout {
  const { layout, policyUrl } = config;
  // Rendered apart from a page there is none that it could cover.
  const location = document.defaultView?.location;
  return layout == "centre" &&
    policyUrl &&
    location &&
    pageOf(new URL(policyUrl, location.href)) == pageOf(location)
    ? "box"
    : layout;
}

/** A page by any of its usual addresses. */
const pageOf = ({ host, pathname }: Pick<URL, "host" | "pathname">): string =>
  host + pathname.replace(/(\/index)?(\.html?)?\/?$/, "");

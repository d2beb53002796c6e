import { page } from "../lib/page.mjs";

/** The three scripts without anything that gates them: the soonest that they can come. */
export const ungated = {
  id: "ungated",
  name: "ungated page",
  kind: "base",
  html: ({ gated }) =>
    page({ tags: gated.map(({ src }) => `<script async src="${src}"></script>`).join("\n") }),
};

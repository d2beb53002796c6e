import { indentAt, tagEnd } from "./edits.ts";
import {
  CATEGORIES,
  edited,
  newFile,
  planOf,
  PRIVACY,
  WAY_BACK,
  type Plan,
  type Step,
  type Wishes,
} from "./plan.ts";
import type { Project } from "./project.ts";

const TAG = '<script defer src="/consentry/consentry.js" data-config="/consent.json"></script>';

/** Pages without a build: one tag in each. */
export function htmlPlan(project: Project, { name }: Wishes): Plan {
  const config = { controller: { name }, policyUrl: "/privacy", categories: CATEGORIES };
  const text = `${JSON.stringify(config, null, 2)}\n`;
  const pages = project.names.filter((one) => /\.html?$/i.test(one));
  return planOf(
    [
      newFile(project, "consent.json", "controller", text),
      ...pages.map((page): Step => [
        edited(project, page, "consentry.js", addTag),
        `${page} has no head that could be found: put ${TAG} into it.`,
      ]),
    ],
    [
      "npx consentry copy consentry --config consent.json",
      "npx consentry audit . --fix --init",
      `${PRIVACY} consent.json.`,
      WAY_BACK,
    ],
  );
}

function addTag(source: string): string | null {
  const head = tagEnd(source, "head");
  if (head == null) return null;
  // Behind the character set, which has to stand among a page's first bytes.
  const charset = /<meta\s+charset[^>]*>/i.exec(source);
  const at = charset ? charset.index + charset[0].length : head;
  const indent = charset ? indentAt(source, charset.index + 1) : `${indentAt(source, head)}  `;
  return `${source.slice(0, at)}\n${indent}${TAG}${source.slice(at)}`;
}

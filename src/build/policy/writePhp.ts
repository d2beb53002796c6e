import { headFacts } from "../../core/choice/headFacts.ts";
import type { GateConfig } from "../../core/config/config.ts";
import { cookieName } from "../../core/config/names.ts";
import { SiteError } from "../SiteError.ts";

/**
 * One function in PHP that reads the cookie by the rules of `core/choice/readPermits`, with what it must know of the
 * site inside: for a server in PHP, which calls vendors itself.
 */
export function writePhp(gate: GateConfig): string {
  const { days, text, ids } = headFacts(gate);
  const parents = ids.map(([id, parent = id]) => `${quoted(id)} => ${quoted(parent)}`).join(", ");
  return `<?php
// Made by consentry policy --format php. Make it again whenever the configuration changes.

/**
 * Whether the visitor permits everything named: consentry_permits('performance'), consentry_permits('!marketing hotjar').
 * A cookie that is missing, doubled, stale, damaged, or answers other questions permits nothing.
 *
 * @param string|null $cookie the request's Cookie header
 * @param int|null $now seconds since 1970
 */
function consentry_permits(string $ids, ?string $cookie = null, ?int $now = null): bool
{
    $cookie ??= $_SERVER['HTTP_COOKIE'] ?? '';
    $now ??= time();
    $name = ${quoted(cookieName(gate._hostOnly, true))} . '=';
    $found = array_values(array_filter(
        preg_split('/; */', $cookie),
        fn ($pair) => strncmp($pair, $name, strlen($name)) === 0
    ));
    if (count($found) !== 1) {
        return false;
    }
    $text = rawurldecode(substr($found[0], strlen($name), 4200));
    if (!preg_match(${quoted(`~${text}~D`)}, $text, $parts)) {
        return false;
    }
    [$at, $yes, $no, $prints] = [(int) $parts[1], ...array_map(fn ($list) => explode('+', $list), array_slice($parts, 2, 3))];
    $age = $now - $at;
    if ($age > ${days * 86_400} || $age < -86400 || array_filter(array_intersect($yes, $no), 'strlen')) {
        return false;
    }
    $answers = ['necessary' => true];
    foreach ([${parents}] as $id => $parent) {
        $permitted = in_array($id, $yes, true);
        $refused = in_array($id, $no, true);
        if ($id === $parent) {
            $asked = array_filter($prints, fn ($print) => strncmp($print, "$id.", strlen($id) + 1) === 0);
            if (($permitted || $refused) !== (bool) $asked) {
                return false;
            }
        }
        $answers[$id] = $parent === 'necessary' || (!$refused && ($parent === '' || $permitted || $answers[$parent]));
        $answers["!$id"] = $id === $parent ? $refused : !$answers[$id];
    }
    $needs = preg_split('/\\s+/', trim($ids));
    return !array_filter($needs, fn ($need) => !($answers[$need] ?? false));
}
`;
}

/** A text between single quotes in PHP, where nothing but these two signs means something. */
function quoted(text: string): string {
  if (/'|\\\\|\\$/.test(text)) {
    throw new SiteError("config", `policy-recipe: This cannot stand in PHP: ${text.slice(0, 80)}`);
  }
  return `'${text}'`;
}

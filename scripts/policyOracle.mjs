// Judges Content Security Policies by rules of its own: it shares no code with what makes them.
import checks from "csp_evaluator/dist/checks/parser_checks.js";
import parser from "csp_evaluator/dist/parser.js";

/** Where the judged page is. */
export const PAGE = "https://www.acme.example";

/** Judges one policy as CSP3 6.7.2 says, by code that shares nothing with what it judges. */
export function lets(header, directive, url) {
  return header.split(",").every((policy) => letsOne(policy, directive, url));
}

function letsOne(policy, directive, url) {
  const values = effective(policy, directive);
  if (!values) return true;
  const list = values.filter((value) => value.toLowerCase() != "'none'");
  return list.some((value) => matches(value, url));
}

function effective(policy, directive) {
  const found = {};
  for (const part of policy.split(";")) {
    const [name, ...values] = part.trim().split(/[\t\n\f\r ]+/);
    if (name && !(name.toLowerCase() in found)) found[name.toLowerCase()] = values;
  }
  const order = {
    "frame-src": ["frame-src", "child-src", "default-src"],
    "worker-src": ["worker-src", "child-src", "script-src", "default-src"],
    "script-src": ["script-src-elem", "script-src", "default-src"],
    "form-action": ["form-action"],
  }[directive] ?? [directive, "default-src"];
  const name = order.find((one) => Object.hasOwn(found, one));
  return name && found[name];
}

export function matches(value, url) {
  const { protocol, hostname, port, pathname } = new URL(url);
  const network = /^(https?|wss?):$/.test(protocol);
  if (value == "*") return network;
  if (value.toLowerCase() == "'self'") return url.startsWith(`${PAGE}/`);
  if (/^[a-z][a-z0-9+.-]*:$/i.test(value))
    return (
      protocol == value.toLowerCase() ||
      (value == "http:" && protocol == "https:") ||
      (value == "ws:" && network) ||
      (value == "wss:" && protocol == "https:")
    );
  const at = /^(?:([a-z]+):\/\/)?([^/:]+)(?::([^/]+))?(\/.*)?$/i.exec(value);
  if (!at || value.startsWith("'") || !network) return false;
  const scheme = (at[1] ?? "https").toLowerCase();
  const here = protocol.slice(0, -1);
  if (
    scheme != here &&
    !(scheme == "http" && here == "https") &&
    !(scheme == "ws" && network) &&
    !(scheme == "wss" && here == "https")
  )
    return false;
  const host = at[2].toLowerCase();
  if (host.startsWith("*.") ? !hostname.endsWith(host.slice(1)) : hostname != host) return false;
  if (at[3] ? at[3] != "*" && at[3] != port : port) return false;
  const path = at[4];
  return (
    !path || path == "/" || (path.endsWith("/") ? pathname.startsWith(path) : pathname == path)
  );
}

/**
 * A nonce or a hash by its grammar (CSP3 2.3.1), or `'strict-dynamic'`: what switches `'unsafe-inline'` off. One that is
 * broken does not, in Chromium 156 and Firefox 153 as in the standard (6.7.3.2).
 */
const STRICT = /^'((nonce-|sha(256|384|512)-)[\w+/-]+={0,2}|strict-dynamic)'$/;

/** Whether inline scripts run under every policy of a header. */
export function letsInline(header) {
  return header.split(",").every((policy) => {
    const values = effective(policy, "script-src")?.map((value) => value.toLowerCase());
    if (!values) return true;
    return values.includes("'unsafe-inline'") && !values.some((value) => STRICT.test(value));
  });
}

/** What a CSP parser finds wrong with the form of a header. */
export function syntax(header) {
  return header.split(",").flatMap((text) => {
    const { csp } = new parser.CspParser(text);
    return [
      ...checks.checkUnknownDirective(csp),
      ...checks.checkMissingSemicolon(csp),
      ...checks.checkInvalidKeyword(csp),
    ].map(({ description, value }) => `${description} ${value ?? ""}`);
  });
}

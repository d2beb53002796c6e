import { nearest } from "../../lib/nearest.ts";
import type { Finding, ProblemCode } from "./problem.ts";

/** What is wrong and how to fix it; `{at}` is where. */
const SENTENCES: Record<ProblemCode, string> = {
  "config-not-object":
    'The configuration is not an object. Nothing is permitted and no banner is shown. Pass one: Consentry.start({ controller: { name: "…" } }).',
  "config-unreadable":
    "The configuration at {at} could not be fetched or is not JSON. Nothing is permitted. Check the address and the file.",
  "controller-missing":
    "controller.name is missing. Consent must name who asks (GDPR Art. 4(11)), so nothing is asked and nothing is permitted. Add the legal name.",
  "unknown-option": "There is no option “{at}”; it is ignored. Check its spelling.",
  "unknown-mark": "There is no mark “{at}”; it is ignored. Check its spelling.",
  "wrong-type":
    "{at} has a value that cannot be used; the default is used instead. Check its type.",
  "bad-id":
    "{at} is not a usable id. Use lower-case letters, digits and hyphens, and begin with a letter.",
  "duplicate-id": "{at} is used twice. Ids are unique among categories and services; rename one.",
  "unknown-category":
    "{at} names a category that does not exist, so the service stays blocked. Add it to categories or choose another.",
  "reason-missing":
    "{at} is missing. A service that runs without consent needs a reason; until it has one, consent is asked (or, in “necessary”, the service is left out).",
  "bad-url": "{at} is not an address that a link may carry. Use https, http, mailto or a path.",
  "bad-days":
    "days must be a whole number from 1 to 400, the longest that browsers keep a cookie. 180 is used.",
  "domain-foreign":
    "domain is “{at}”, and this host is neither that domain nor below it: no cookie takes it, and visitors are asked on each page. Write a parent of this host, or leave domain out.",
  "option-format":
    "{at}: the value does not have this form, which the vendor gives out; it counts as absent. Copy it from the vendor's page.",
  "option-missing":
    "{at} is missing, and without it the other options of the service do nothing: it loads nothing by itself. Add it, or take them out and mark the page's own code.",
  "bad-storage-item":
    "{at} needs a name (not only *) and a medium: cookie, localStorage, sessionStorage, indexedDB or cache. It is ignored.",
  "too-many": "There are more problems than are listed. Fix these first.",
  "service-unavailable":
    "The file of the service {at} could not be loaded, so it stays blocked. Check the id, and that services/ lies beside the script; from npm, import it from consentry/services. A service of your own needs a category.",
  "service-ended":
    "{at} was ended by its vendor. It loads nothing, and what it left is erased. Take it out.",
  "signal-unavailable":
    "The signal {at} is not there. From npm, import it from consentry/signals and pass it in signals; from a script tag, check that signals/ lies beside the script.",
  "migration-unavailable":
    "The file migrate/{at}.js could not be loaded; nothing is imported. Check the id.",
  "language-unavailable":
    "The language file {at} could not be loaded; English is shown. Check that locales/ lies beside the script.",
  "ui-unavailable":
    "The banner's file could not be loaded; nothing is permitted. Check that all files of dist/ lie beside the script.",
  "proof-unavailable":
    "The proof log's file could not be loaded; the choice counts but has no record yet. Check that all files of dist/ lie beside the script.",
  "unknown-id":
    "“{at}” is neither a category nor a service of the configuration, so what names it stays blocked. Declare it or correct the markup.",
  "src-not-withheld":
    "An element marked “{at}” has its address in the open, so the browser may have fetched it before consent. Write data-src instead of src.",
  "src-set-by-script":
    "Another script gave an element marked “{at}” its address before consent; it was withheld again. Write data-consent-src, which lazy loaders do not know.",
  "script-not-withheld":
    'The script {at} is marked, and the browser, or a plugin that delays scripts, runs it before consent. Write type="text/plain".',
  "script-type-unknown":
    'The marked script with the type {at} never runs, or a plugin that delays scripts runs it before consent. Write type="text/plain", first and in quotes, and any other type as data-type.',
  "consent-empty":
    "{at} has a data-consent that names nothing, so it stays blocked. Name a category or a service.",
  "consent-without-effect":
    "{at}: data-consent does nothing on this element. Mark each script and embed itself.",
  "nonce-missing":
    "The script {at} does not carry the nonce of the library's own tag, so it stays blocked. Give it the same nonce.",
  "script-failed":
    "The marked script {at} could not be loaded or run; the others go on. Check its address and your policy.",
  "script-again":
    'The marked script {at} is on this page more than once, or came again with a new route; it runs each time. Write data-run="once" for once a page; data-run="each" says that each is meant.',
  "script-timeout": "The marked script {at} took longer than ten seconds; the next ones run.",
  "service-twice":
    "{at} is loaded by a service and is in the page's markup too; it was loaded once. Remove one of the two.",
  "service-idle":
    "Nothing on this page starts {at}: it has no loader here (an id may be missing), and no element is marked with it or its category. Give it the option, or mark the page's own code.",
  "service-failed": "A service's own code failed: {at}. The others go on.",
  "signal-failed": "A signal failed: {at}. The others go on.",
  "listener-failed": "A listener of the page failed: {at}. The others go on.",
  "start-missing":
    'The tag is on this page and nothing starts it, so no one is asked and nothing is permitted. Call Consentry.start({ … }) in a <script type="module">, or give the tag data-config.',
  "start-too-early":
    'An inline script calls Consentry.start before the deferred tag has run, so nothing starts (the console says “Consentry is not defined”). Write <script type="module"> for it, or take defer and async off the tag.',
  "already-started": "start() was called twice; the first one counts.",
  "loaded-twice": "The script is on this page twice; the first one counts. Remove one tag.",
  "other-library":
    "{at} asks for consent on this page too, so visitors are asked twice and two answers count. Keep one of the two; docs/migrating.md says how a choice is taken over.",
  "not-started":
    "“{at}” came before the instance was ready, or after its configuration was refused; nothing was decided. Call start() first.",
  "stale-choice":
    "Another tab decided meanwhile. Its choice is kept and shown; this one was not counted.",
  "not-informed":
    "Consent was asked for ({at}) where nothing was shown; it does not count. A UI of your own says by notice() what it shows.",
  "storage-refused": "The browser refused to store ({at}); the choice counts for this page only.",
  "record-refused":
    "The collector refused a consent record for good ({at}). It is kept in the browser, in quarantine. Check that the collector's version fits the page's.",
  "cookie-too-large":
    "The choice is too large for a cookie; it counts for this page only. Declare fewer services.",
  "cookie-duplicated":
    "There are two cookies of our name (another domain or path). They count as none until the next choice replaces them.",
  "not-erasable":
    "Script cannot erase {at}. Let the server expire what is HttpOnly, and name the rest in the privacy notice.",
  "unfair-theme":
    "Accept and reject do not look equal, or something cannot be read ({at}). Consent may then not count: give both the same weight, and all texts enough contrast.",
  "text-missing":
    "The language on show lacks texts ({at}); visitors read them in English. On your own machine they are shown between ⟦ and ⟧. Add them to texts or locales.",
  "reopen-missing":
    'Nothing on this page opens the settings again, though the banner says that every page has it; a small button replaces it after a choice. Add a link to "#cookie-settings", or set reopenButton.',
  leak: "{at}: the page used what no one permits, or what is declared nowhere. Mark it, or declare it as a service.",
  "policy-host":
    "{at} is not a host name that a policy can use, so it stays blocked. Write a host name (cdn.example.com), or *. and a domain.",
  "policy-narrow":
    "The site's own policy does not let through what is permitted ({at}), so it stays blocked. Add that source to the site's policy, or take it off the service.",
  "policy-overlap":
    "The site's own policy names a source that reaches a service under consent and more ({at}); it is left out. Name the hosts you need, each by itself.",
  "policy-shut":
    "{at}: the policy of this page was made before this grant. It starts on the next page, with policy: “reload” at once.",
  internal: "Something failed inside the library ({at}). Nothing more is permitted than before.",
};

/** The sentence for a finding. */
export function explain({ code, at, names }: Finding): string {
  const near = names && nearest(at.slice(at.lastIndexOf(".") + 1), names);
  const sentence = SENTENCES[code].replaceAll("{at}", () => at || "this page");
  return near ? `${sentence} Did you mean “${near}”?` : sentence;
}

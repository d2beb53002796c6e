import type { Finding, ProblemCode } from "./problem.ts";

/** What is wrong and how to mend it; `{at}` is where. */
const SENTENCES: Record<ProblemCode, string> = {
  "config-not-object":
    'The configuration is not an object. Nothing is permitted and no banner is shown. Pass one: Consentry.start({ controller: { name: "…" } }).',
  "config-unreadable":
    "The configuration at {at} could not be fetched or is not JSON. Nothing is permitted. Check the address and the file.",
  "controller-missing":
    "controller.name is missing. Consent must name who asks (GDPR Art. 4(11)), so nothing is asked and nothing is permitted. Add the legal name.",
  "unknown-option": "There is no option “{at}”; it is ignored. Check its spelling.",
  "wrong-type":
    "{at} has a value that cannot be used; the default is used instead. Check its type.",
  "bad-id":
    "{at} is not a usable id. Use lower-case letters, digits and hyphens, and begin with a letter.",
  "duplicate-id": "{at} is used twice. Ids are unique among categories and services; rename one.",
  "unknown-category":
    "{at} names a category that does not exist, so the service stays shut. Add it to categories or choose another.",
  "reason-missing":
    "{at} is missing. A service that runs without consent needs a reason; until it has one, consent is asked (or, in “necessary”, the service is left out).",
  "bad-url": "{at} is not an address that a link may carry. Use https, http, mailto or a path.",
  "bad-days":
    "days must be a whole number from 1 to 400, the longest that browsers keep a cookie. 180 is used.",
  "domain-foreign":
    "domain is “{at}”, and this host is neither that domain nor below it: no cookie takes it, and everybody is asked on each page. Write a parent of this host, or leave domain out.",
  "option-format":
    "{at}: the value does not have this form, which the vendor gives out; it counts as absent. Copy it from the vendor's own page.",
  "bad-storage-item":
    "{at} needs a name (not only *) and a medium: cookie, localStorage, sessionStorage, indexedDB or cache. It is ignored.",
  "too-many": "There are more problems than are listed. Mend these first.",
  "service-unavailable":
    "The file of the service {at} could not be loaded, so it stays shut. Check the id, and that services/ lies beside the script; from npm, import it from consentry/services. A service of your own needs a category.",
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
    "“{at}” is neither a category nor a service of the configuration, so what names it stays shut. Declare it or correct the markup.",
  "src-not-withheld":
    "An element marked “{at}” has its address in the open, so the browser may have fetched it before consent. Write data-src instead of src.",
  "src-set-by-script":
    "Another script gave an element marked “{at}” its address before consent; it was withheld again. Write data-consent-src, which lazy loaders do not know.",
  "script-not-withheld":
    'The script {at} is marked but can run by itself, so the browser ran it before consent. Write type="text/plain".',
  "script-type-unknown":
    'The marked script with the type {at} never runs. Write type="text/plain", and any other type as data-type.',
  "consent-empty":
    "{at} has a data-consent that names nothing, so it stays shut. Name a category or a service.",
  "consent-without-effect":
    "{at}: data-consent does nothing on this element. Mark each script and embed itself.",
  "nonce-missing":
    "The script {at} does not carry the nonce of the library's own tag, so it stays shut. Give it the same nonce.",
  "script-failed": "The gated script {at} could not be loaded or run; the others go on.",
  "script-timeout": "The gated script {at} took too long; the next ones were let through.",
  "service-twice":
    "{at} is loaded by a service and stands in the page's markup too; it was loaded once. Take one of the two away.",
  "service-failed": "A service's own code failed: {at}. The others go on.",
  "signal-failed": "A signal failed: {at}. The others go on.",
  "listener-failed": "A listener of the page failed: {at}. The others go on.",
  "start-missing":
    'The tag is on this page and nothing starts it, so nobody is asked and nothing is permitted. Call Consentry.start({ … }) in a <script type="module">, or give the tag data-config.',
  "start-too-early":
    'An inline script calls Consentry.start before the deferred tag has run, so nothing starts (the console says “Consentry is not defined”). Write <script type="module"> for it, or take defer and async off the tag.',
  "already-started": "start() was called twice; the first one counts.",
  "loaded-twice": "The script is on this page twice; the first one counts. Remove one tag.",
  "not-started":
    "“{at}” came before the instance was ready, or after its configuration was refused; nothing was decided.",
  "stale-choice":
    "Another tab decided meanwhile. Its choice is kept and shown; this one was not counted.",
  "not-informed":
    "Consent was asked for ({at}) where nothing was shown; it does not count. A UI of your own says by notice() what it shows.",
  "storage-refused": "The browser refused to store ({at}); the choice counts for this page only.",
  "record-refused":
    "The collector refused a consent record for good ({at}). It is kept in the browser, in quarantine. Check that the collector's version fits the page's.",
  "cookie-too-large": "The choice is too large for a cookie; it counts for this page only.",
  "cookie-duplicated":
    "There are two cookies of our name (another domain or path). They count as none until the next choice replaces them.",
  "not-erasable":
    "Script cannot erase {at}. Let the server expire what is HttpOnly, and name the rest in the privacy notice.",
  "unfair-theme":
    "Accept and reject do not look equal, or something cannot be read ({at}). Consent may then not count: give both the same weight, and all texts enough contrast.",
  "text-missing":
    "The language on show lacks texts ({at}); visitors read them in English. Where a site is made they stand between ⟦ and ⟧: add them to texts or locales.",
  leak: "{at}: the page used what nobody permits, or what is declared nowhere. Mark it, or declare it as a service.",
  "policy-host":
    "{at} holds what is no host a policy could name, so it stays shut. Write a host name (cdn.example.com), or *. and a domain.",
  "policy-narrow":
    "The site's own policy does not let through what is permitted ({at}), so it stays shut. Add that source to the site's policy, or take it off the service.",
  "policy-overlap":
    "The site's own policy names a source that reaches a service under consent and more ({at}); it is left out. Name the hosts you need, each by itself.",
  internal: "Something failed inside the library ({at}). Nothing more is permitted than before.",
};

/** The sentence for a finding. */
export function explain({ code, at }: Finding): string {
  return SENTENCES[code].replaceAll("{at}", () => at || "this page");
}

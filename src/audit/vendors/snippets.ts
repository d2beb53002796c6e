/** How a vendor's inline snippet is known, and where its id stands in it. */
export interface Snippet {
  service: string;
  /** Any of these, in a script that a page runs, starts the service. */
  starts: readonly RegExp[];
  /** The option of the catalogue's service and the pattern whose first group is its value. */
  id?: readonly [option: string, pattern: RegExp];
}

/**
 * Vendors' own snippets, by what they cannot do without: the call that starts them, or the file that they load.
 * A call that only reports an event is none: it waits in a queue for what these start.
 * From the vendors' installation pages; the address of each is among the sources of its service.
 */
export const SNIPPETS: readonly Snippet[] = [
  {
    service: "google-ads",
    starts: [/gtag\(\s*["']config["']\s*,\s*["']AW-/, /google_conversion_id\s*=/],
    id: ["id", /["'](AW-\d{5,15})/],
  },
  {
    service: "google-universal-analytics",
    starts: [
      /\bga\(\s*["']create["']\s*,\s*["']UA-/,
      /gtag\(\s*["']config["']\s*,\s*["']UA-/,
      /_gaq\.push\(\s*\[\s*["']_setAccount/,
      /google-analytics\.com\/(?:analytics|ga)\.js/,
    ],
    id: ["id", /["'](UA-\d{4,10}-\d{1,4})/],
  },
  {
    service: "google-analytics",
    starts: [/gtag\(\s*["']config["']\s*,\s*["'](?:G-|GT-)/, /googletagmanager\.com\/gtag\/js/],
    id: ["id", /["'=](G-[A-Z0-9]{4,20})\b/],
  },
  {
    service: "google-tag-manager",
    starts: [/googletagmanager\.com\/gtm\.js/, /["']gtm\.start["']/],
    id: ["id", /["'=](GTM-[A-Z0-9]{4,10})\b/],
  },
  {
    service: "google-optimize",
    starts: [/googleoptimize\.com\/optimize\.js/],
  },
  {
    service: "meta-pixel",
    starts: [/fbq\(\s*["']init["']/, /connect\.facebook\.net\/[\w]+\/fbevents\.js/],
    id: ["id", /fbq\(\s*["']init["']\s*,\s*["'](\d{8,20})/],
  },
  {
    service: "facebook",
    starts: [/connect\.facebook\.net\/[\w]+\/(?:sdk|all)/, /\bFB\.init\(/],
  },
  {
    service: "hotjar",
    starts: [/static\.hotjar\.com\/c\/hotjar-/, /_hjSettings\s*=\s*\{\s*hjid/],
    id: ["id", /hjid\s*:\s*(\d{1,12})/],
  },
  {
    service: "contentsquare",
    starts: [/\.contentsquare\.net\/uxa\//],
    id: ["id", /contentsquare\.net\/uxa\/(\w{8,20})\.js/],
  },
  {
    service: "microsoft-clarity",
    starts: [/clarity\.ms\/tag\//],
    id: ["id", /["']script["']\s*,\s*["']([a-z0-9]{6,20})["']/],
  },
  {
    service: "microsoft-uet",
    starts: [/bat\.bing\.(?:com|net)\/bat\.js/],
    id: ["id", /\bti\s*:\s*["']?(\d{5,12})/],
  },
  {
    service: "linkedin-insight",
    starts: [/_linkedin_partner_id\s*=/, /snap\.licdn\.com\/li\.lms-analytics/],
    id: ["id", /_linkedin_partner_id\s*=\s*["']?(\d{3,12})/],
  },
  {
    service: "tiktok-pixel",
    starts: [/\bttq\.load\(/, /analytics\.tiktok\.com\/i18n\/pixel/],
    id: ["id", /ttq\.load\(\s*["']([A-Z0-9]{15,30})/],
  },
  {
    service: "pinterest-tag",
    starts: [/pintrk\(\s*["']load["']/, /s\.pinimg\.com\/ct\/core\.js/],
    id: ["id", /pintrk\(\s*["']load["']\s*,\s*["'](\d{10,20})/],
  },
  {
    service: "x-pixel",
    starts: [/static\.ads-twitter\.com\/(?:uwt|oct)\.js/, /\btwq\(\s*["'](?:config|init)["']/],
    id: ["id", /twq\(\s*["'](?:config|init)["']\s*,\s*["'](\w{4,10})/],
  },
  {
    service: "snap-pixel",
    starts: [/sc-static\.net\/scevent/, /snaptr\(\s*["']init["']/],
    id: ["id", /snaptr\(\s*["']init["']\s*,\s*["']([0-9a-f-]{36})/],
  },
  {
    service: "reddit-pixel",
    starts: [/redditstatic\.com\/ads\/pixel\.js/, /\brdt\(\s*["']init["']/],
    id: ["id", /rdt\(\s*["']init["']\s*,\s*["']((?:t2|a2)_\w{4,20})/],
  },
  {
    service: "matomo",
    starts: [/_paq\.push\(\s*\[\s*["'](?:setSiteId|setTrackerUrl|trackPageView)["']/],
  },
  {
    service: "matomo-tag-manager",
    starts: [/_mtm\.push\(\s*\{\s*["']mtm\.startTime/],
  },
  {
    service: "posthog",
    starts: [/posthog\.init\(/],
    id: ["id", /posthog\.init\(\s*["'](phc_\w{10,60})/],
  },
  {
    service: "mixpanel",
    starts: [/mixpanel\.init\(/, /cdn\.mxpnl\.com\/libs/],
    id: ["id", /mixpanel\.init\(\s*["']([0-9a-f]{32})/],
  },
  {
    service: "amplitude",
    starts: [
      /cdn\.(?:eu\.)?amplitude\.com\//,
      /amplitude\.init\(/,
      /amplitude\.getInstance\(\)\.init\(/,
    ],
    id: ["id", /\.init\(\s*["']([0-9a-f]{32})/],
  },
  {
    service: "segment",
    starts: [/cdn\.segment\.com\/analytics\.js/, /analytics\.load\(\s*["']/],
    id: ["id", /analytics\.load\(\s*["'](\w{10,40})/],
  },
  {
    service: "snowplow",
    starts: [/snowplow\(\s*["']newTracker["']/, /GlobalSnowplowNamespace/],
  },
  {
    service: "plausible",
    starts: [/plausible\.init\(/],
  },
  {
    service: "hubspot",
    starts: [/js(?:-\w+)?\.hs-scripts\.com\//, /hbspt\.forms\.create\(/],
    id: ["id", /hs-scripts\.com\/(\d{4,10})/],
  },
  {
    service: "intercom",
    starts: [/widget\.intercom\.io\/widget/, /Intercom\(\s*["']boot["']/],
    id: ["id", /(?:app_id["']?\s*:\s*["']|intercom\.io\/widget\/)(\w{6,10})/],
  },
  {
    service: "zendesk",
    starts: [/static\.zdassets\.com\/ekr/, /v2\.zopim\.com/],
    id: ["id", /snippet\.js\?key=([0-9a-f-]{36})/],
  },
  {
    service: "crisp",
    starts: [/client\.crisp\.chat\/l\.js/, /CRISP_WEBSITE_ID\s*=/],
    id: ["id", /CRISP_WEBSITE_ID\s*=\s*["']([0-9a-f-]{36})/],
  },
  {
    service: "tawk",
    starts: [/embed\.tawk\.to\//],
    id: ["id", /embed\.tawk\.to\/([0-9a-f]{24}\/\w{1,20})/],
  },
  {
    service: "smartsupp",
    starts: [/smartsuppchat\.com\/loader\.js/, /_smartsupp\.key\s*=/],
    id: ["id", /_smartsupp\.key\s*=\s*["'](\w{30,64})/],
  },
  {
    service: "userlike",
    starts: [/userlike-cdn-widgets\./],
    id: ["id", /amazonaws\.com\/([0-9a-f]{64})\.js/],
  },
  {
    service: "criteo",
    starts: [/criteo_q\.push\(/, /(?:dynamic|static)\.criteo\.(?:com|net)\/js\/ld/],
    id: ["id", /setAccount["']?\s*,\s*account\s*:\s*["']?(\d{3,8})/],
  },
  {
    service: "taboola",
    starts: [/cdn\.taboola\.com\/libtrc/],
    id: ["id", /libtrc\/unip\/(\d{4,10})/],
  },
  {
    service: "outbrain",
    starts: [/amplify\.outbrain\.com\/cp\/obtp/, /OB_ADV_ID\s*=/],
    id: ["id", /OB_ADV_ID\s*=\s*["']([0-9a-f]{20,40})/],
  },
  { service: "awin", starts: [/dwin1\.com\//], id: ["id", /dwin1\.com\/(\d{3,8})\.js/] },
  {
    service: "econda",
    starts: [/l\.ecn-ldr\.de\/loader/, /econda-monitor\.de/],
  },
  { service: "intelliad", starts: [/t\d\d\.intelliad\.de\//] },
  {
    service: "lunio",
    starts: [/client\.lunio\.ai\//, /cdn\.ppcprotect\.com\//],
    id: ["id", /client\.lunio\.ai\/([\w-]{20,60})\.js/],
  },
  { service: "peerius", starts: [/peerius\.(?:com|episerver\.net)\/tracker/] },
  {
    service: "adobe-analytics",
    starts: [/assets\.adobedtm\.com\//, /\balloy\(\s*["']configure["']/],
  },
  { service: "dynatrace", starts: [/js-cdn\.dynatrace\.com\/jstag/, /ruxitagent/] },
  {
    service: "new-relic",
    starts: [/js-agent\.newrelic\.com/, /NREUM\.(?:init|loader_config)\s*=/],
  },
  {
    service: "datadog-rum",
    starts: [/datadoghq-browser-agent\.com\//, /DD_RUM\.init\(/, /datadogRum\.init\(/],
  },
  {
    service: "fullstory",
    starts: [/edge\.(?:\w+\.)?fullstory\.com\/s\/fs/, /_fs_org["']?\]?\s*=/],
  },
  {
    service: "mouseflow",
    starts: [/cdn\.mouseflow\.com\/projects/],
    id: ["id", /mouseflow\.com\/projects\/([0-9a-f-]{36})/],
  },
  { service: "vwo", starts: [/visualwebsiteoptimizer\.com/, /_vwo_code\s*=/] },
  { service: "optimizely", starts: [/cdn\.optimizely\.com\/js/] },
  { service: "ab-tasty", starts: [/try\.abtasty\.com\//] },
  { service: "kameleoon", starts: [/\.kameleoon\.(?:eu|io)\/kameleoon\.js/] },
  { service: "piwik-pro", starts: [/containers\.piwik\.pro/, /\.piwik\.pro\/containers/] },
  { service: "sentry", starts: [/js(?:-de)?\.sentry-cdn\.com\//, /\bSentry\.init\(/] },
  {
    service: "cloudflare-web-analytics",
    starts: [/static\.cloudflareinsights\.com\/beacon/],
  },
  { service: "google-maps", starts: [/maps\.googleapis\.com\/maps\/api\/js/] },
  {
    service: "google-recaptcha",
    starts: [/google\.com\/recaptcha\/(?:api|enterprise)\.js/, /recaptcha\.net\/recaptcha\/api/],
  },
  { service: "google-fonts", starts: [/fonts\.googleapis\.com\/css/, /\bWebFont\.load\(/] },
  { service: "youtube", starts: [/youtube\.com\/(?:iframe|player)_api/] },
  { service: "vimeo", starts: [/player\.vimeo\.com\/api\/player/] },
  { service: "x-embed", starts: [/platform\.(?:twitter|x)\.com\/widgets\.js/] },
  { service: "instagram", starts: [/instagram\.com\/embed\.js/] },
  { service: "trustpilot", starts: [/(?:widget|invitejs)\.trustpilot\.com\//] },
  { service: "typeform", starts: [/embed\.typeform\.com\//] },
  { service: "calendly", starts: [/assets\.calendly\.com\/assets\/external/] },
  { service: "hcaptcha", starts: [/js\.hcaptcha\.com\/1\/api/] },
  { service: "turnstile", starts: [/challenges\.cloudflare\.com\/turnstile/] },
  { service: "walls-io", starts: [/walls\.io\/(?:assets\/)?js/] },
];

/** Packages that start a vendor's service from the program itself. */
export const PACKAGES: Readonly<Record<string, string>> = {
  "posthog-js": "posthog",
  "mixpanel-browser": "mixpanel",
  "@amplitude/analytics-browser": "amplitude",
  "amplitude-js": "amplitude",
  "@hotjar/browser": "hotjar",
  "react-hotjar": "hotjar",
  "react-ga": "google-universal-analytics",
  "react-ga4": "google-analytics",
  "vue-gtag": "google-analytics",
  "ga-gtag": "google-analytics",
  "react-gtm-module": "google-tag-manager",
  "@next/third-parties/google": "google-analytics",
  "react-facebook-pixel": "meta-pixel",
  "@microsoft/clarity": "microsoft-clarity",
  "@segment/analytics-next": "segment",
  "@snowplow/browser-tracker": "snowplow",
  "@datadog/browser-rum": "datadog-rum",
  "@sentry/browser": "sentry",
  "@sentry/react": "sentry",
  "@sentry/vue": "sentry",
  "@sentry/nextjs": "sentry",
  "@fullstory/browser": "fullstory",
  "@intercom/messenger-js-sdk": "intercom",
  "crisp-sdk-web": "crisp",
  "@stripe/stripe-js": "stripe",
};

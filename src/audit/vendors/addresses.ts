/**
 * Which service an address belongs to where its host alone does not say: hosts that several services share,
 * and hosts of files that a catalogue entry has no room for. `host/path`; a path counts as a prefix.
 * Longer ones come before shorter ones of the same host. Sources stand with each service in `services/`.
 */
export const ADDRESSES: readonly (readonly [address: string, service: string])[] = [
  ["www.googletagmanager.com/gtag/js?id=AW-", "google-ads"],
  ["www.googletagmanager.com/gtag/js?id=DC-", "google-ads"],
  ["www.googletagmanager.com/gtag/js?id=UA-", "google-universal-analytics"],
  ["www.googletagmanager.com/gtag/js?id=GTM-", "google-tag-manager"],
  ["www.googletagmanager.com/gtag/", "google-analytics"],
  ["www.googletagmanager.com/", "google-tag-manager"],
  ["www.google-analytics.com/analytics", "google-universal-analytics"],
  ["ssl.google-analytics.com/", "google-universal-analytics"],
  ["www.google-analytics.com/ga.js", "google-universal-analytics"],
  ["www.google-analytics.com/gtm/", "google-optimize"],
  ["stats.g.doubleclick.net/dc.js", "google-universal-analytics"],
  ["stats.g.doubleclick.net/", "google-analytics"],
  ["www.google.com/maps", "google-maps"],
  ["maps.google.", "google-maps"],
  ["www.google.com/recaptcha/", "google-recaptcha"],
  ["www.recaptcha.net/", "google-recaptcha"],
  ["www.gstatic.com/recaptcha/", "google-recaptcha"],
  ["www.google.com/ads/", "google-ads"],
  ["www.google.com/pagead/", "google-ads"],
  ["www.google.com/ccm/", "google-ads"],
  ["www.google.com/rmkt/", "google-ads"],
  ["ajax.googleapis.com/ajax/libs/webfont", "google-fonts"],
  ["fonts.googleapis.com/", "google-fonts"],
  ["fonts.gstatic.com/", "google-fonts"],
  ["maps.googleapis.com/", "google-maps"],
  ["maps.gstatic.com/", "google-maps"],
  ["static.doubleclick.net/instream/", "youtube"],
  ["www.youtube.com/", "youtube"],
  ["youtube.com/", "youtube"],
  ["m.youtube.com/", "youtube"],
  ["youtube-nocookie.com/", "youtube"],
  ["youtu.be/", "youtube"],
  ["img.youtube.com/", "youtube"],
  ["www.facebook.com/tr", "meta-pixel"],
  ["connect.facebook.net/signals/", "meta-pixel"],
  ["www.facebook.com/", "facebook"],
  ["bat.bing.com/", "microsoft-uet"],
  ["www.bing.com/p/insights", "microsoft-uet"],
  ["c.bing.com/", "microsoft-clarity"],
  ["px.ads.linkedin.com/", "linkedin-insight"],
  ["js.stripe.com/", "stripe"],
  ["cdn.cookielaw.org/", "onetrust"],
  ["cookie-cdn.cookiepro.com/", "onetrust"],
  ["cdn-ukwest.onetrust.com/", "onetrust"],
  ["optanon.blob.core.windows.net/", "onetrust"],
  ["cdn.jsdelivr.net/npm/@snowplow/", "snowplow"],
  ["cdn.matomo.cloud/", "matomo"],
  ["www.datadoghq-browser-agent.com/", "datadog-rum"],
  ["analytics.twitter.com/", "x-pixel"],
  ["edge.fullstory.com/", "fullstory"],
  ["api.dmcdn.net/", "dailymotion"],
];

/** Facebook's scripts lie in a folder that is named after the language. */
export const PIXEL_FILE: RegExp = /^connect\.facebook\.net\/[a-z]{2}_[A-Z]{2}\/fbevents/;
export const SDK_FILE: RegExp = /^connect\.facebook\.net\/[a-z]{2}_[A-Z]{2}\/(?:sdk|all)/;
/** A Matomo of the site's own: the file names are the vendor's. */
export const MATOMO_FILE: RegExp = /\/(?:matomo|piwik)\.(?:js|php)$/;
export const MATOMO_CONTAINER: RegExp = /\/js\/container_\w+\.js$/;

/** Of services that name the same host, the one that a bare request most likely belongs to. */
export const RATHER: readonly string[] = [
  "google-fonts",
  "hotjar",
  "google-analytics",
  "google-ads",
  "microsoft-clarity",
  "meta-pixel",
  "instagram",
  "youtube",
];

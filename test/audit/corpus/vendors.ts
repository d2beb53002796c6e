// Vendors' installation snippets as sites carry them, with the ids of no real account.

/** A snippet, the services that it belongs to, and how many elements of it ask or start something. */
export interface VendorSnippet {
  service: string;
  markup: string;
  /** For each element that a browser would act on: a part of what a finding shows. */
  asks: readonly string[];
}

export const VENDORS: Readonly<Record<string, VendorSnippet>> = {
  ga4: {
    service: "google-analytics",
    markup: `<!-- Google tag (gtag.js) -->
<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST123"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());

  gtag('config', 'G-TEST123');
</script>`,
    asks: ["https://www.googletagmanager.com/gtag/js", "Google Analytics snippet"],
  },
  gtm: {
    service: "google-tag-manager",
    markup: `<!-- Google Tag Manager -->
<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':
new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=
'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
})(window,document,'script','dataLayer','GTM-TEST12');</script>
<!-- End Google Tag Manager -->`,
    asks: ["Google Tag Manager snippet"],
  },
  gtmFrame: {
    service: "google-tag-manager",
    markup: `<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-TEST12"
height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>`,
    asks: ["https://www.googletagmanager.com/ns.html"],
  },
  hotjar: {
    service: "hotjar",
    markup: `<script>
    (function(h,o,t,j,a,r){
        h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};
        h._hjSettings={hjid:123456,hjsv:6};
        a=o.getElementsByTagName('head')[0];
        r=o.createElement('script');r.async=1;
        r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;
        a.appendChild(r);
    })(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');
</script>`,
    asks: ["Hotjar snippet"],
  },
  clarity: {
    service: "microsoft-clarity",
    markup: `<script type="text/javascript">
    (function(c,l,a,r,i,t,y){
        c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
        t=l.createElement(r);t.async=1;t.src="https://www.clarity.ms/tag/"+i;
        y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);
    })(window, document, "clarity", "script", "abcdef1234");
</script>`,
    asks: ["Microsoft Clarity snippet"],
  },
  meta: {
    service: "meta-pixel",
    markup: `<!-- Meta Pixel Code -->
<script>
!function(f,b,e,v,n,t,s)
{if(f.fbq)return;n=f.fbq=function(){n.callMethod?
n.callMethod.apply(n,arguments):n.queue.push(arguments)};
if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';
n.queue=[];t=b.createElement(e);t.async=!0;
t.src=v;s=b.getElementsByTagName(e)[0];
s.parentNode.insertBefore(t,s)}(window, document,'script',
'https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '1234567890');
fbq('track', 'PageView');
</script>`,
    asks: ["Meta Pixel snippet"],
  },
  metaPixel: {
    service: "meta-pixel",
    markup: `<img height="1" width="1" style="display:none" alt=""
src="https://www.facebook.com/tr?id=1234567890&amp;ev=PageView&amp;noscript=1">`,
    asks: ["https://www.facebook.com/tr"],
  },
  linkedin: {
    service: "linkedin-insight",
    markup: `<script type="text/javascript">
_linkedin_partner_id = "123456";
window._linkedin_data_partner_ids = window._linkedin_data_partner_ids || [];
window._linkedin_data_partner_ids.push(_linkedin_partner_id);
</script><script type="text/javascript">
(function(l) {
if (!l){window.lintrk = function(a,b){window.lintrk.q.push([a,b])};
window.lintrk.q=[]}
var s = document.getElementsByTagName("script")[0];
var b = document.createElement("script");
b.type = "text/javascript";b.async = true;
b.src = "https://snap.licdn.com/li.lms-analytics/insight.min.js";
s.parentNode.insertBefore(b, s);})(window.lintrk);
</script>`,
    asks: ["LinkedIn Insight Tag snippet", "LinkedIn Insight Tag snippet"],
  },
  tiktok: {
    service: "tiktok-pixel",
    markup: `<script>
!function (w, d, t) {
  w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];ttq.methods=["page","track"],ttq.setAndDefer=function(t,e){t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,0)))}};for(var i=0;i<ttq.methods.length;i++)ttq.setAndDefer(ttq,ttq.methods[i]);ttq.load=function(e,n){var r="https://analytics.tiktok.com/i18n/pixel/events.js";n=document.createElement("script");n.async=!0,n.src=r+"?sdkid="+e+"&lib="+t;e=document.getElementsByTagName("script")[0];e.parentNode.insertBefore(n,e)};
  ttq.load('CABCDEFGHIJ0123456789');
  ttq.page();
}(window, document, 'ttq');
</script>`,
    asks: ["TikTok Pixel snippet"],
  },
  uet: {
    service: "microsoft-uet",
    markup: `<script>(function(w,d,t,r,u){var f,n,i;w[u]=w[u]||[],f=function(){var o={ti:"12345678",enableAutoSpaTracking:true};o.q=w[u],w[u]=new UET(o),w[u].push("pageLoad")},n=d.createElement(t),n.src=r,n.async=1,n.onload=n.onreadystatechange=function(){var s=this.readyState;s&&s!=="loaded"&&s!=="complete"||(f(),n.onload=n.onreadystatechange=null)},i=d.getElementsByTagName(t)[0],i.parentNode.insertBefore(n,i)})(window,document,"script","//bat.bing.com/bat.js","uetq");</script>`,
    asks: ["Microsoft Advertising (Bing Ads) snippet"],
  },
  matomo: {
    service: "matomo",
    markup: `<script>
  var _paq = window._paq = window._paq || [];
  _paq.push(['trackPageView']);
  _paq.push(['enableLinkTracking']);
  (function() {
    var u="https://acme.matomo.cloud/";
    _paq.push(['setTrackerUrl', u+'matomo.php']);
    _paq.push(['setSiteId', '1']);
    var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0];
    g.async=true; g.src='https://cdn.matomo.cloud/acme.matomo.cloud/matomo.js'; s.parentNode.insertBefore(g,s);
  })();
</script>`,
    asks: ["Matomo snippet"],
  },
  plausible: {
    service: "plausible",
    markup: `<script defer data-domain="shop.test" src="https://plausible.io/js/script.js"></script>`,
    asks: ["https://plausible.io/js/script.js"],
  },
  hubspot: {
    service: "hubspot",
    markup: `<script type="text/javascript" id="hs-script-loader" async defer src="//js-eu1.hs-scripts.com/1234567.js"></script>`,
    asks: ["//js-eu1.hs-scripts.com/1234567.js"],
  },
  intercom: {
    service: "intercom",
    markup: `<script>
  window.intercomSettings = { api_base: "https://api-iam.eu.intercom.io", app_id: "abc12345" };
  (function(){var w=window;var ic=w.Intercom;if(typeof ic==="function"){ic('update',w.intercomSettings);}else{var d=document;var i=function(){i.c(arguments);};i.q=[];i.c=function(args){i.q.push(args);};w.Intercom=i;var l=function(){var s=d.createElement('script');s.type='text/javascript';s.async=true;s.src='https://widget.intercom.io/widget/abc12345';var x=d.getElementsByTagName('script')[0];x.parentNode.insertBefore(s,x);};l();}})();
</script>`,
    asks: ["Intercom"],
  },
  youtube: {
    service: "youtube",
    markup: `<iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/waterlijn?rel=0" title="Film" allowfullscreen></iframe>`,
    asks: ["https://www.youtube-nocookie.com/embed/waterlijn"],
  },
  vimeo: {
    service: "vimeo",
    markup: `<iframe src="https://player.vimeo.com/video/76979871?h=1" width="640" height="360"></iframe>
<script src="https://player.vimeo.com/api/player.js"></script>`,
    asks: ["https://player.vimeo.com/video/76979871", "https://player.vimeo.com/api/player.js"],
  },
  maps: {
    service: "google-maps",
    markup: `<iframe src="https://www.google.com/maps/embed?pb=!1m18" width="600" height="450" loading="lazy" referrerpolicy="no-referrer-when-downgrade"></iframe>`,
    asks: ["https://www.google.com/maps/embed"],
  },
  fonts: {
    service: "google-fonts",
    markup: `<link rel="preconnect" href="https://fonts.googleapis.com">
<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>
<link href="https://fonts.googleapis.com/css2?family=Inter:wght@400;700&amp;display=swap" rel="stylesheet">`,
    asks: [
      "https://fonts.googleapis.com",
      "https://fonts.gstatic.com",
      "https://fonts.googleapis.com/css2",
    ],
  },
  posthog: {
    service: "posthog",
    markup: `<script>
    !function(t,e){var o,n,p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){(p=t.createElement("script")).type="text/javascript",p.async=!0,p.src=s.api_host.replace(".i.posthog.com","-assets.i.posthog.com")+"/static/array.js",(r=t.getElementsByTagName("script")[0]).parentNode.insertBefore(p,r);e._i.push([i,s,a])},e.__SV=1)}(document,window.posthog||[]);
    posthog.init('phc_0123456789abcdefghij', { api_host: 'https://eu.i.posthog.com', person_profiles: 'identified_only' })
</script>`,
    asks: ["PostHog snippet"],
  },
  twitter: {
    service: "x-embed",
    markup: `<blockquote class="twitter-tweet"><a href="https://twitter.com/acme/status/1">Post</a></blockquote>
<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>`,
    asks: ["https://platform.twitter.com/widgets.js"],
  },
  recaptcha: {
    service: "google-recaptcha",
    markup: `<script src="https://www.google.com/recaptcha/api.js?render=6Ltest" async defer></script>`,
    asks: ["https://www.google.com/recaptcha/api.js"],
  },
};

/** The same markup, as the contract asks for it to wait. */
export function gated({ markup, service }: VendorSnippet): string {
  return markup
    .replace(
      /<script\b([^>]*)>/g,
      (_all, rest: string) =>
        `<script type="text/plain" data-consent="${service}"${rest
          .replace(/\s*type="[^"]*"/, "")
          .replace(/\ssrc=/, " data-src=")}>`,
    )
    .replace(
      /<(iframe|img|link)\b([^>]*)>/g,
      (_all, name: string, rest: string) =>
        `<${name} data-consent="${service}"${rest.replace(/(^|\s)(src|href)=/, "$1data-$2=")}>`,
    );
}

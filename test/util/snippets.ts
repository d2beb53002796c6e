// The vendors' own snippets, as sites carry them. `gate` adds what the contract asks for.

/** How a snippet's script tags begin: as the vendor gives them, or gated. */
const open = (ids: string, attributes = ""): string =>
  ids
    ? `<script type="text/plain" data-consent="${ids}"${attributes.replace(" src=", " data-src=")}>`
    : `<script${attributes}>`;

/** Google tag (gtag.js) of a Google Analytics 4 stream. */
export const googleSnippet = (ids = "", id = "G-TEST123"): string => `
  ${open(ids, ` async src="https://www.googletagmanager.com/gtag/js?id=${id}"`)}</script>
  ${open(ids)}
    window.dataLayer = window.dataLayer || [];
    function gtag(){dataLayer.push(arguments);}
    gtag('js', new Date());
    gtag('config', '${id}');
  </script>`;

/** Hotjar's tracking code. */
export const hotjarSnippet = (ids = "", id = 123456): string => `
  ${open(ids)}
    (function(h,o,t,j,a,r){
      h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};
      h._hjSettings={hjid:${id},hjsv:6};
      a=o.getElementsByTagName('head')[0];
      r=o.createElement('script');r.async=1;
      r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;
      a.appendChild(r);
    })(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');
  </script>`;

/** Microsoft's UET tag. */
export const uetSnippet = (ids = "", id = "1234567"): string => `
  ${open(ids)}
    (function(w,d,t,r,u){var f,n,i;w[u]=w[u]||[],f=function(){var o={ti:"${id}",enableAutoSpaTracking:true};
    o.q=w[u],w[u]=new UET(o),w[u].push("pageLoad")},n=d.createElement(t),n.src=r,n.async=1,
    n.onload=n.onreadystatechange=function(){var s=this.readyState;s&&s!=="loaded"&&s!=="complete"||
    (f(),n.onload=n.onreadystatechange=null)},i=d.getElementsByTagName(t)[0],i.parentNode.insertBefore(n,i)})
    (window,document,"script","//bat.bing.com/bat.js","uetq");
  </script>`;

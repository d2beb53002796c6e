// Stand-in for Hotjar: settings and queue as in its snippet, a second script, user and session cookies,
// keys in web storage, and a recording that goes on until the page is left (there is no stop call).
(() => {
  const site = window._hjSettings && window._hjSettings.hjid;
  if (!site || window.hjBootstrapCalled) return;
  window.hjBootstrapCalled = true;
  const load = document.createElement("script");
  load.src = "https://script.hotjar.com/modules.0f3c.js";
  load.async = true;
  if (document.currentScript) load.nonce = document.currentScript.nonce;
  document.head.appendChild(load);
})();

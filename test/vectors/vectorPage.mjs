// A page that uses every way out of a page that browsers have, each under a name of its own, towards one stand-in.

/** Channels that the markup opens while it is parsed. */
const MARKUP = {
  preconnect: (t) => `<link rel=preconnect href="${t}">`,
  preload: (_t, at) => `<link rel=preload as=script href="${at}">`,
  modulepreload: (_t, at) => `<link rel=modulepreload href="${at}">`,
  prefetch: (_t, at) => `<link rel=prefetch href="${at}">`,
  icon: (_t, at) => `<link rel=icon href="${at}">`,
  css: (_t, at) => `<link rel=stylesheet href="${at}">`,
  cssimport: (_t, at) => `<style>@import url("${at}");</style>`,
  cssbackground: (_t, at) => `<div style="background:url(${at});width:9px;height:9px"></div>`,
  font: (_t, at) =>
    `<style>@font-face{font-family:F;src:url("${at}")}i{font-family:F}</style><i>x</i>`,
  cursor: (_t, at) => `<div style="content:url(${at})"></div>`,
  script: (_t, at) => `<script async src="${at}"></script>`,
  module: (_t, at) => `<script type=module src="${at}"></script>`,
  img: (_t, at) => `<img src="${at}">`,
  srcset: (_t, at) => `<img srcset="${at} 1x">`,
  picture: (_t, at) => `<picture><source srcset="${at}"><img></picture>`,
  input: (_t, at) => `<input type=image src="${at}">`,
  svgimage: (_t, at) => `<svg width=9 height=9><image href="${at}" width=9 height=9 /></svg>`,
  poster: (_t, at) => `<video poster="${at}"></video>`,
  video: (_t, at) => `<video src="${at}" preload=auto></video>`,
  audio: (_t, at) => `<audio src="${at}" preload=auto></audio>`,
  iframe: (_t, at) => `<iframe src="${at}"></iframe>`,
  object: (_t, at) => `<object data="${at}"></object>`,
  embed: (_t, at) => `<embed src="${at}">`,
  srcdocimg: (_t, at) => `<iframe srcdoc="<img src='${at}'>"></iframe>`,
  srcdocfetch: (_t, at) =>
    `<iframe srcdoc="<script>fetch('${at}',{mode:'no-cors'}).catch(()=>0)</script>"></iframe>`,
  dataframe: (_t, at) => `<iframe src="data:text/html,<img src='${at}'>"></iframe>`,
  speculation: (_t, at) =>
    `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["${at}"],"eagerness":"immediate"}]}</script>`,
};

/** Channels that a script opens: bodies of functions of `at` (the channel's address) and `t` (the origin). */
const SCRIPTED = {
  fetch: "fetch(at,{mode:'no-cors'})",
  keepalive: "fetch(at,{keepalive:true,method:'POST',mode:'no-cors'})",
  beacon: "navigator.sendBeacon(at)",
  xhr: "const x=new XMLHttpRequest();x.open('GET',at);x.send()",
  eventsource: "new EventSource(at)",
  websocket: "new WebSocket(at.replace('http','ws'))",
  pixel: "new Image().src=at",
  newaudio: "const a=new Audio(at);a.preload='auto';a.load()",
  dynamicscript: "const s=document.createElement('script');s.src=at;document.body.append(s)",
  dynamicimport: "import(at)",
  dynamiccss:
    "const l=document.createElement('link');l.rel='stylesheet';l.href=at;document.head.append(l)",
  adoptedcss:
    "const s=new CSSStyleSheet();s.replaceSync('#adopted{background:url('+at+')}');document.adoptedStyleSheets.push(s);const d=document.createElement('div');d.id='adopted';d.style.cssText='width:9px;height:9px';document.body.append(d)",
  documentfont: "const f=new FontFace('G','url('+at+')');f.load().catch(()=>0)",
  ping: "const a=document.createElement('a');a.href='#x';a.ping=at;document.body.append(a);a.click()",
  form: "const i=document.createElement('iframe');i.name='form'+Math.random();const f=document.createElement('form');f.action=at;f.target=i.name;f.method='post';document.body.append(i,f);f.submit()",
  workerfetch: "new Worker('/worker.js?at='+encodeURIComponent(at))",
  workerimport: "new Worker('/importing.js?at='+encodeURIComponent(at))",
  workersocket: "new Worker('/socket.js?at='+encodeURIComponent(at))",
  moduleworker: "new Worker('/module.js?at='+encodeURIComponent(at),{type:'module'})",
  sharedworker: "new SharedWorker('/worker.js?at='+encodeURIComponent(at))",
  blobworker:
    "new Worker(URL.createObjectURL(new Blob(['fetch('+JSON.stringify(at)+',{mode:\"no-cors\"}).catch(()=>0)'])))",
  dataworker:
    "new Worker('data:text/javascript,'+encodeURIComponent('fetch('+JSON.stringify(at)+',{mode:\"no-cors\"}).catch(()=>0)'))",
  blankframe:
    "const i=document.createElement('iframe');document.body.append(i);i.contentWindow.fetch(at,{mode:'no-cors'}).catch(()=>0)",
  blobframe:
    "const i=document.createElement('iframe');i.src=URL.createObjectURL(new Blob(['<img src=\"'+at+'\">'],{type:'text/html'}));document.body.append(i)",
  worklet: "const c=new OfflineAudioContext(1,1,44100);c.audioWorklet.addModule(at).catch(()=>0)",
  fetchlater: "fetchLater(at,{activateAfter:0})",
  webtransport: "new WebTransport(at.replace('http:','https:')).ready.catch(()=>0)",
  payment:
    "new PaymentRequest([{supportedMethods:at}],{total:{label:'x',amount:{currency:'EUR',value:'1'}}}).canMakePayment().catch(()=>0)",
  webrtc:
    "const p=new RTCPeerConnection({iceServers:[{urls:t.replace('http://','stun:')}]});p.createDataChannel('x');p.createOffer().then((o)=>p.setLocalDescription(o))",
};

/** Names of all channels, in the page's order. */
export const CHANNELS = [...Object.keys(MARKUP), ...Object.keys(SCRIPTED)];

/** The page, firing every channel at each target; `head` comes first, `nonce` is that of its own script alone. */
export function vectorPage(targets, { head = "", nonce = "" } = {}) {
  const markup = targets.flatMap((t) =>
    Object.entries(MARKUP).map(([name, write]) => write(t, `${t}/v/${name}`)),
  );
  const scripted = targets.flatMap((t) =>
    Object.entries(SCRIPTED).map(
      ([name, body]) =>
        `try{((at,t)=>{const r=(()=>{${body}})();r&&r.catch&&r.catch(()=>0)})("${t}/v/${name}","${t}")}catch(e){}`,
    ),
  );
  return `<!doctype html><html><head><title>vectors</title>${head}</head><body>
${markup.join("\n")}
<script nonce="${nonce}">${scripted.join("\n")}
addEventListener("load",()=>{document.title="fired"});
</script></body></html>`;
}

/** Scripts of the page's own workers, by path. */
export const WORKERS = {
  "/worker.js": "fetch(new URL(location).searchParams.get('at'),{mode:'no-cors'}).catch(()=>0)",
  "/importing.js": "try{importScripts(new URL(location).searchParams.get('at'))}catch(e){}",
  "/socket.js":
    "try{new WebSocket(new URL(location).searchParams.get('at').replace('http','ws'))}catch(e){}",
  "/module.js": "import(new URL(location).searchParams.get('at')).catch(()=>0)",
};

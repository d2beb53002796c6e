// The least that could be written by hand for this one page: a cookie that says yes or no, a
// banner with two buttons, no languages, no record, no withdrawal. Nobody should ship it.

/** Releases marked scripts, now and as the page goes on being parsed. */
const release = `
function release(){for(const o of document.querySelectorAll('script[type="text/plain"]')){
const n=document.createElement("script");
if(o.dataset.src)n.src=o.dataset.src;else n.text=o.text;
o.replaceWith(n)}}`;

const choice = `const chosen=/(?:^|; )floor=(\\w)/.exec(document.cookie)?.[1];`;

const showBanner = `
function ask(){
const box=document.createElement("div");
box.id="floor";
box.style="position:fixed;bottom:1em;left:1em;padding:1em;background:#fff;border:1px solid;max-width:20em";
box.append("May we use cookies? ");
for(const [id,word] of [["n","Reject all"],["y","Accept all"]]){
const button=document.createElement("button");
button.id="floor-"+id;
button.textContent=word;
button.onclick=()=>{document.cookie="floor="+id+";path=/;max-age=15552000;samesite=lax";box.remove();if(id=="y")release()};
box.append(button)}
document.body.append(box)}`;

const small = (code) => code.replaceAll("\n", "");

/** All in one place: for the head of the page, or for a file that is fetched with \`defer\`. */
export const whole = small(
  `{${choice}${release}${showBanner}
const go=()=>chosen=="y"?release():chosen||ask();
document.readyState=="loading"?addEventListener("DOMContentLoaded",go):go()}`,
);

/** The returning visitor's part: releases at once what was parsed, and the rest when all is there. */
export const headPart = small(
  `{${choice}${release}
window.floor={chosen,release};
if(chosen=="y")addEventListener("DOMContentLoaded",release)}`,
);

/** The first visit's part. */
export const bannerPart = small(`{const{chosen,release}=floor;${showBanner}chosen||ask()}`);

export const ACCEPT = "#floor-y";
export const REJECT = "#floor-n";

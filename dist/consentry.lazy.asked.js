export{default,host}from"./consentry.banner.js";let o=()=>import("./consentry.decisions-proof.js");export{o as decide};

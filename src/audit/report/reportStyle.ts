/** The look of the HTML report. Readable on paper: no colour carries a meaning alone. */
export const REPORT_STYLE: string = `
:root{color-scheme:light dark;--line:#8886;--error:#b3261e;--warning:#8a5a00;--note:#445}
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;overflow-wrap:anywhere;margin:0 auto;padding:1rem}
h1{margin:0}.sum{font-size:1.2rem;font-weight:600}
article{border:1px solid var(--line);border-left-width:.4rem;border-radius:.3rem;padding:.5rem 1rem;margin:1rem 0;break-inside:avoid}
article.error{border-left-color:var(--error)}article.warning{border-left-color:var(--warning)}article.note{border-left-color:var(--note)}
h3{margin:.2rem 0}h3 span{text-transform:uppercase;font-size:.75rem;border:1px solid;border-radius:.2rem;padding:0 .3rem}
.where,.clause{color:#666;font-size:.9rem;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#8881;padding:.4rem;border-radius:.2rem}
table{border-collapse:collapse;width:100%;font-size:.85rem}td,th{border-top:1px solid var(--line);padding:.2rem .4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td.line{min-width:8rem}td.line i{display:block;width:.5rem;height:.7rem;background:var(--error)}
details{margin:.6rem 0}summary{cursor:pointer;overflow-wrap:anywhere}img{max-width:100%;border:1px solid var(--line)}
dt{font-weight:600;margin-top:.6rem}dt small{font-weight:400}
@media (prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffc46b;--note:#9ab}.where,.clause{color:#aaa}}
`.trim();

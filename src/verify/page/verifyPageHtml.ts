import { createHash } from "node:crypto";

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
form { display: grid; gap: 1rem }
label { display: grid; gap: .25rem }
textarea, input, button { font: inherit; padding: .4rem }
output { display: block; white-space: pre-wrap; overflow-wrap: anywhere; margin: 1rem 0 }
output[data-ok=true] { border-inline-start: .3rem solid #197a3e; padding-inline-start: .7rem }
output[data-ok=false] { border-inline-start: .3rem solid #b3261e; padding-inline-start: .7rem }
h2 { font-size: 1.1rem; margin-top: 2.5rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem }
dt { opacity: .8 } dd { margin: 0; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid; border-radius: .4rem; padding: .8rem }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .4rem } }
`;

const BODY = `
<h1>Check a consent log</h1>
<p>This page checks the export of a consent log, or the file that a visitor downloads, on your own
device. It sends nothing and fetches nothing: you may save it and switch the network off.</p>
<form>
<label>File to check <input type="file" name="file" required></label>
<label>Key of the log (name+id+key; more than one: a line each)
<textarea name="keys" rows="2" spellcheck="false"></textarea></label>
<label>Checkpoint kept from earlier (optional) <input type="file" name="checkpoint"></label>
<button>Check</button>
</form>
<progress max="1" value="0" hidden></progress>
<output aria-live="polite"></output>
<section aria-label="Records in this file"></section>
<p>Any later change of a log is detectable by anyone who holds an earlier checkpoint or receipt. Without
the log's key from an independent source, a file can only be shown to agree with itself.</p>
`;

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * The verifier as one file that works from a folder without a server. `script` is the bundled
 * `verifyPage.ts` as a classic script; the policy in the page allows it, its style, and nothing else.
 * Throws when the script could end its own element.
 */
export function verifyPageHtml(script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error("the script would end its own element");
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(STYLE)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Check a consent log</title>
<style>${STYLE}</style>
</head>
<body>${BODY}<script>${script}</script>
</body>
</html>
`;
}

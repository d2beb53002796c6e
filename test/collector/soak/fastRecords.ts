import { hash, randomBytes } from "node:crypto";

const PREFIX = Buffer.from("consentry/v1 record\n");
const NO_RECORD = Buffer.alloc(32);
const bits = () => randomBytes(16).toString("base64url");

/** A sealed record as a line of a request; made quickly, so that the generator is not what is measured. */
export interface Made {
  id: string;
  hash: string;
  text: string;
  line: string;
}

/** One record of a new visitor. */
export function makeRecord(site: string, now: number = Date.now()): Made {
  const id = bits();
  const at = new Date(now).toISOString();
  const text =
    `{"schema":"consentry/1","id":"${id}","subject":"${bits()}","sequence":0,"previous":null,` +
    `"event":"given","method":"accept-all","source":"banner","at":"${at}",` +
    `"expires":"${new Date(now + 180 * 86_400_000).toISOString()}","controller":"Acme BV",` +
    `"categories":{"necessary":true,"performance":true,"marketing":false},` +
    `"services":{"google-analytics":true,"hotjar":true,"meta-pixel":false},` +
    `"notice":"${"ab".repeat(32)}","language":"en","revision":1,"page":"${site}/checkout",` +
    `"signals":{"gpc":false},"library":{"version":"0.1.0","build":"sha256-${"x".repeat(43)}="},` +
    `"trusted":true,"salt":"${bits()}"}`;
  const digest = hash("sha256", Buffer.concat([PREFIX, NO_RECORD, Buffer.from(text)]), "hex");
  return { id, hash: digest, text, line: `{"text":${JSON.stringify(text)},"hash":"${digest}"}` };
}

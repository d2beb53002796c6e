import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyStamp } from "../../src/verify/stamp/verifyStamp.ts";
import { stamp, stampNewest, stampRequest } from "../../src/collector/publish/timestamp.ts";
import { bench } from "./util/collector.ts";
import { append, entryOf } from "./util/entries.ts";
import { sealed } from "./util/records.ts";
import { exported, verified } from "./util/verified.ts";

/** A time stamping authority out of OpenSSL: the second implementation that ours is held to. */
let home: string;
const openssl = (...args: string[]) =>
  execFileSync("openssl", args, { cwd: home, stdio: ["ignore", "pipe", "pipe"] }).toString();
const file = (name: string) => join(home, name);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "consentry-tsa-"));
  const usage = "extendedKeyUsage=critical,timeStamping\n";
  writeFileSync(file("tsa.ext"), usage);
  for (const ca of ["ca", "stranger"]) {
    openssl(
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      `${ca}.key`,
      "-out",
      `${ca}.pem`,
      "-days",
      "30",
      "-subj",
      `/CN=${ca}`,
    );
  }
  const issue = (name: string, ext: string, ...algorithm: string[]) => {
    openssl(
      "req",
      "-newkey",
      ...algorithm,
      "-nodes",
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.csr`,
      "-subj",
      `/CN=${name}`,
    );
    openssl(
      "x509",
      "-req",
      "-in",
      `${name}.csr`,
      "-CA",
      "ca.pem",
      "-CAkey",
      "ca.key",
      "-CAcreateserial",
      "-days",
      "9",
      "-extfile",
      ext,
      "-out",
      `${name}.pem`,
    );
    writeFileSync(
      file(`${name}.cnf`),
      `[tsa]\ndefault_tsa=t\n[t]\nserial=${file("serial")}\nsigner_cert=${file(`${name}.pem`)}\n` +
        `signer_key=${file(`${name}.key`)}\nsigner_digest=sha256\n` +
        "default_policy=1.2.3.4\ndigests=sha256,sha512\naccuracy=secs:1\ness_cert_id_alg=sha256\n",
    );
  };
  writeFileSync(file("serial"), "01");
  issue("rsa", "tsa.ext", "rsa:2048");
  issue("ec", "tsa.ext", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const root = (name: string) => [new X509Certificate(readFileSync(file(`${name}.pem`)))];
/** Answers a request as the authority does. */
const reply = (name: string, query: Uint8Array): Buffer => {
  writeFileSync(file("query.tsq"), query);
  openssl("ts", "-reply", "-config", `${name}.cnf`, "-queryfile", "query.tsq", "-out", "reply.tsr");
  return readFileSync(file("reply.tsr"));
};
const authority =
  (name: string, alter = (bytes: Buffer) => bytes): typeof fetch =>
  async (_, init) => {
    const query = new Uint8Array(await new Response(init?.body).arrayBuffer());
    return new Response(new Uint8Array(alter(reply(name, query))));
  };
const url = "https://tsa.example/";

describe("a time stamp", () => {
  it.each(["rsa", "ec"])(
    "asked for by us and granted by OpenSSL (%s) verifies here and there",
    async (name) => {
      const note = "shop.example/consent\n1\nroot\n";
      const response = await stamp(note, { url, fetch: authority(name) });
      const found = verifyStamp(response, Buffer.from(note), root("ca"));
      expect(found).toMatchObject({ ok: true, authority: `CN=${name}` });
      expect(Math.abs((found.ok ? found.time : 0) - Date.now())).toBeLessThan(60_000);
      writeFileSync(file("note"), note);
      writeFileSync(file("ours.tsr"), response);
      const said = openssl(
        "ts",
        "-verify",
        "-data",
        "note",
        "-in",
        "ours.tsr",
        "-CAfile",
        "ca.pem",
      );
      expect(said).toContain("Verification: OK");
    },
  );

  it("is asked for in a way that OpenSSL reads", () => {
    writeFileSync(file("ours.tsq"), stampRequest(Buffer.from("x")).bytes);
    const text = openssl("ts", "-query", "-in", "ours.tsq", "-text");
    expect(text).toContain("Hash Algorithm: sha256");
    expect(text).toContain("Certificate required: yes");
    expect(text).toMatch(/Nonce: 0x[4-7][0-9A-F]{15}/);
  });

  it("is refused over other data, under another root, under none, or cut", () => {
    const data = Buffer.from("data");
    const good = reply("rsa", stampRequest(data).bytes);
    expect(verifyStamp(good, Buffer.from("other"), root("ca"))).toMatchObject({
      reason: "The time stamp is of other data.",
    });
    expect(verifyStamp(good, data, root("stranger"))).toMatchObject({ ok: false });
    expect(verifyStamp(good, data, [])).toMatchObject({ ok: false });
    for (const length of [0, 1, 9, 100, good.length - 1]) {
      expect(verifyStamp(good.subarray(0, length), data, root("ca"))).toMatchObject({ ok: false });
    }
  });

  it("is refused with any one byte changed that is signed or hashed", () => {
    const data = Buffer.from("data");
    const good = reply("ec", stampRequest(data).bytes);
    const time = (bytes: Uint8Array) => {
      const found = verifyStamp(bytes, data, root("ca"));
      return found.ok ? found.time : null;
    };
    const expected = time(good);
    expect(expected).not.toBeNull();
    const accepted: number[] = [];
    for (let at = 0; at < good.length; at++) {
      const changed = Buffer.from(good);
      changed[at]! ^= 1;
      if (time(changed) != null) accepted.push(at);
      expect([null, expected]).toContain(time(changed));
    }
    // What is left is the frame: versions, the lists of algorithms, who is named beside the hash.
    expect(accepted.length).toBeLessThan(100);
  });

  it("is not kept when the authority refuses, answers another question, or answers no time stamp", async () => {
    const replayed = reply("rsa", stampRequest(Buffer.from("note")).bytes);
    for (const answer of [replayed, Buffer.from("<html>"), Buffer.of(0x30, 5, 0x30, 3, 2, 1, 2)]) {
      const fooled = stamp("note", {
        url,
        fetch: async () => new Response(new Uint8Array(answer)),
      });
      await expect(fooled).rejects.toThrow("no time stamp");
    }
  });

  it("goes with the export and is held to the log there", async () => {
    const desk = await bench();
    await append(desk.store, desk.log, [entryOf(sealed())]);
    const options = { url, fetch: authority("rsa") };
    expect(await stampNewest(desk.store, options)).toBe(1);
    expect(await stampNewest(desk.store, options)).toBeNull();
    await append(desk.store, desk.log, [entryOf(sealed())]);
    const lines = await exported(desk.store, desk.log);
    const report = await verified(lines, desk.log);
    expect(report).toMatchObject({ ok: true, stamps: [{ size: 1 }] });
    const { note, response } = report.stamps[0]!;
    expect(verifyStamp(response, Buffer.from(note), root("ca"))).toMatchObject({ ok: true });
    const other = lines.with(
      1,
      lines[1]!.replace(/"consistency":\[".{8}/, '"consistency":["AAAAAAAA'),
    );
    expect(other).not.toEqual(lines);
    expect(await verified(other, desk.log)).toMatchObject({ ok: false });
    await desk.remove();
  });
});

import type { Answer, Asked } from "../../pages/answer.ts";
import type { TestNetwork } from "../../pages/server.ts";
import { pixel } from "../../pages/vendors.ts";
import { archiveOn, type Archive } from "../archive.ts";
import { WalkJudge, type Note } from "./walkJudge.ts";
import { SERVICES, vendorCode, walkPage, type ServiceId } from "./walkPage.ts";

/** How a vendor behaves. */
export type Mood = "well" | "fails" | "hangs" | "resets" | "throws";
export const PAGES = ["/", "/a", "/b/c"] as const;

/** The internet of one round: its own site, vendors and collector. */
export interface WalkWorld {
  round: string;
  site: string;
  judge: WalkJudge;
  archive: Archive;
  moods: Record<ServiceId, Mood>;
  close(): void;
}

const HANGS = 2500; // milliseconds

export function walkWorld(network: TestNetwork, round: string): WalkWorld {
  const site = `https://w${round}.shop.test`;
  const judge = new WalkJudge();
  const moods: WalkWorld["moods"] = { stats: "well", pixel: "well", ads: "well", video: "well" };
  let views = 0;
  const html = (body: string): Answer => ({
    body,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
  for (const path of PAGES) network.route(site + path, () => html(walkPage(round, `v${++views}`)));
  network.route(`${site}/blank`, html("<title>Nothing of ours</title>"));
  const archive = archiveOn(network, `${site}/collector`);
  network.route(`${site}/note`, ({ body }: Asked) => {
    judge.notes.push(JSON.parse(body) as Note);
    return { status: 204 };
  });
  for (const id of SERVICES) {
    const answer = (well: Answer): Answer => {
      const mood = moods[id];
      if (mood == "fails") return { status: 500, body: "no" };
      if (mood == "resets") return { broken: true };
      if (mood == "hangs") return { ...well, delay: HANGS };
      return mood == "throws" && well != pixel
        ? { ...well, body: 'throw new Error("vendor")' }
        : well;
    };
    const script: Answer = {
      body: id == "stats" || id == "ads" ? vendorCode(id, round) : "",
      headers: { "content-type": "text/javascript" },
    };
    const host = `https://${id}-${round}.test`;
    network.route(`${host}/script`, () => answer(script));
    network.route(`${host}/iframe`, () => answer(html("<p>A frame</p>")));
    network.route(`${host}/img`, () => answer(pixel));
    network.route(`${host}/beat`, () => ({ status: 204 }));
  }
  const hosts = SERVICES.map((id) => `${id}-${round}.test`);
  const close = network.log.onAdd((entry) => {
    if (hosts.includes(entry.host)) judge.add(entry);
  });
  return { round, site, judge, archive, moods, close };
}

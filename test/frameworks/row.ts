import type { TestNetwork } from "../pages/server.ts";
import type { OpenPage } from "../util/visit.ts";
import type { App } from "./apps.ts";
import { openShop, type Shop } from "./openShop.ts";
import type { Served } from "./serveApp.ts";

/** What a row has to hand. */
export interface World {
  app: App;
  served: Served;
  network: TestNetwork;
  /** Opens the app in a fresh profile; mute, its scripts do not come. */
  visit(path?: string, isMute?: boolean): Promise<Shop>;
  /** The same with another server behind it. */
  of(served: Served): World;
}

/** One line of the table: what holds in every app. */
export interface Row {
  title: string;
  /** Whether `npm test` has it, for the apps that it has. */
  isShort?: boolean;
  /** Whether it shows the same in every engine: the first tries it. */
  isOnce?: boolean;
  /** What of an app it looks at: apps without one have no such row. */
  needs?:
    | "built"
    | "kept"
    | "plain"
    | "without"
    | "compares"
    | "spares"
    | "exported"
    | "starters"
    | "loader";
  /** Apps of which this holds have no such row. */
  unless?: "isWhole" | "reloads";
  run(world: World): Promise<void>;
}

export const worldOf = (app: App, served: Served, open: OpenPage, network: TestNetwork): World => ({
  app,
  served,
  network,
  visit: (path = "/", isMute = false) => openShop(app, served, open, network, { path, isMute }),
  of: (other) => worldOf(app, other, open, network),
});

/** Tries a row. */
export const expectRow = (row: Row, world: World): Promise<void> => row.run(world);

/** Factories of the catalogue's migrations by id: the files beside this folder, which a test compares. From them a map of options has its types. */
export interface MigrationFactories {
  cookiebot: typeof import("../cookiebot.ts").default;
  klaro: typeof import("../klaro.ts").default;
  onetrust: typeof import("../onetrust.ts").default;
  tarteaucitron: typeof import("../tarteaucitron.ts").default;
  usercentrics: typeof import("../usercentrics.ts").default;
  "vanilla-cookieconsent": typeof import("../vanilla-cookieconsent.ts").default;
}

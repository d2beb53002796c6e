/** What the monitor knows of one declared service, as `consentry policy --format monitor` writes it. */
export interface Watched {
  /** Id of the service. */
  id: string;
  /** Name that a person reads. */
  name: string;
  /** Its hosts, `*.` for any subdomain. */
  hosts: readonly string[];
  /** Names of what it stores, `*` for any run of characters. */
  keys: readonly string[];
}

/** One thing that left the page or was left on the device. */
export interface Sighting {
  /** `leak`: of a declared service that is not permitted; `stranger`: of nothing that is declared. */
  verdict: "leak" | "stranger";
  /** Id of the service, or empty. */
  service: string;
  /** `script`, `img`, `fetch`, `frame`, `cookie`, `storage` … as the browser calls it. */
  kind: string;
  /** Host that was asked, or the name of a cookie or key. */
  what: string;
  /** Address without its query, where there is one. */
  address: string;
  /** Where in the page's code it came from (`file:line`), where the browser says so. */
  from: string;
  /** Whether the browser stopped it. */
  stopped: boolean;
}

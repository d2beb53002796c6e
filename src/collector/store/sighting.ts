/**
 * A line of what the leak monitor saw on a site's pages: how often, that day. Names no visitor. How many there can be is
 * bounded: see `readSightings`.
 */
export interface SightingCount {
  /** `YYYY-MM-DD`, UTC, by the collector's clock. */
  readonly day: string;
  readonly site: string;
  /** The site's own name for what it had published, or empty. */
  readonly release: string;
  /** Id of the declared service that leaked; empty for what is declared nowhere. */
  readonly service: string;
  /** `script`, `img`, `frame`, `cookie` … as the browser calls it. */
  readonly kind: string;
  /** Host that was asked, or the name of a cookie or key. */
  readonly what: string;
  /** Path of the page. */
  readonly page: string;
  readonly n: number;
}

/** A tool that makes pages faster by holding scripts back until a visitor moves. */
export interface Delayer {
  name: string;
  /** Where its rewriting, or what it writes, can be read; looked up on 2026-11-30. */
  source: string;
  /** The type that it writes, which no browser runs. */
  type: string;
  /** The attribute in which it keeps the type of before; without one it makes what it delayed classic scripts. */
  keepsIn?: string;
}

/**
 * What each writes. All of them look for scripts that a browser runs, and leave `type="text/plain"` in quotes alone; WP Rocket
 * and Hummingbird take the first `…type="…"` of a tag for it, so also a `data-type` that stands before it. Hummingbird delays each
 * tag that has `data-type="module"` somewhere, and gives the first type back.
 */
export const DELAYERS: readonly Delayer[] = [
  {
    name: "WP Rocket",
    source: "github.com/wp-media/wp-rocket, inc/Engine/Optimization/DelayJS/HTML.php",
    type: "rocketlazyloadscript",
    keepsIn: "data-rocket-type",
  },
  {
    name: "LiteSpeed Cache",
    source: "github.com/litespeedtech/lscache_wp, src/optimize.cls.php and assets/js/js_delay.js",
    type: "litespeed/javascript",
  },
  {
    name: "Perfmatters",
    source: "perfmatters.io, the plugin's inc/classes/JS.php",
    type: "pmdelayedscript",
    keepsIn: "data-perfmatters-type",
  },
  {
    name: "Hummingbird",
    source: "the plugin's delay of scripts: wphb_replace_scripts, and its script of the page",
    type: "wphb-delay-type",
    keepsIn: "data-wphb-type",
  },
  {
    name: "WP Meteor",
    source: "wp-meteor.com, the plugin's Blocker/FirstInteraction/UltimateReorder.php",
    type: "javascript/blocked",
    keepsIn: "data-wpmeteor-type",
  },
  {
    name: "mod_pagespeed",
    source: "modpagespeed.com/doc/filter-js-defer",
    type: "text/psajs",
    keepsIn: "data-pagespeed-orig-type",
  },
  {
    name: "Phast",
    source: "github.com/kiboit/phast, its filter that defers scripts",
    type: "text/phast",
    keepsIn: "data-phast-original-type",
  },
  {
    name: "Rocket Loader",
    source:
      "developers.cloudflare.com/speed/optimization/content/rocket-loader; the type as pages have it",
    type: "5ea4254e9004c2f036fc9ad2-text/javascript",
  },
  {
    name: "NitroPack",
    source: "nitropack.io, inline scripts as pages have them",
    type: "nitropack/inlinescript",
  },
  {
    name: "Airlift",
    source: "the plugin's processDelayedInlineScript",
    type: "bv_inline_delayed_js",
  },
];

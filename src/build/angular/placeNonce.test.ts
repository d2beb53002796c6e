import { expect, it } from "vitest";
import { placeNonce } from "./placeNonce.ts";

it.each([
  ["an inline script", "<script>a</script>", '<script nonce="N">a</script>'],
  ["one with attributes", '<script id="a">b</script>', '<script nonce="N" id="a">b</script>'],
  ["a style", "<style ng-app-id='ng'>a{}</style>", `<style nonce="N" ng-app-id='ng'>a{}</style>`],
  [
    "the app",
    '<app-root class="a" ngcspnonce="" ngh="0">',
    '<app-root class="a" ngCspNonce="N" ngh="0">',
  ],
  ["the app without a value", "<app-root ngCspNonce>", '<app-root ngCspNonce="N">'],
])("gives a nonce to %s", (_what, html, wanted) => {
  expect(placeNonce(html, "N")).toBe(wanted);
});

it.each([
  ["a script with a file", '<script type="module" src="main.js"></script>'],
  ["what has a nonce", '<style nonce="M">a{}</style>'],
  ["other elements", "<scripted></scripted><p title='ngCspNonce'>ngcspnonce</p>"],
  [
    "a page that is rendered for a request",
    '<app-root ngcspnonce="M" ng-server-context="ssr"><script>theirs</script>',
  ],
  ["an app that has one", '<app-root ngCspNonce="M">'],
])("leaves %s", (_what, html) => {
  expect(placeNonce(html, "N")).toBe(html);
});

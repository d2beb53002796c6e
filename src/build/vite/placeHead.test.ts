import { describe, expect, it } from "vitest";
import { placeHead } from "./placeHead.ts";

describe("the place of the head's script", () => {
  it.each([
    ["behind the encoding", '<head><meta charset="utf-8">|<title>t</title><script src="a.js">'],
    [
      "behind an encoding said the long way",
      '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">|<script>',
    ],
    [
      "before every script",
      '<!doctype html><html><head lang="en">|<script>a</script><meta charset="utf-8">',
    ],
    ["at the start of the head", "<html><head>|<title>t</title>"],
    ["in no header", "<html lang='en'>|<body><header><script src=a>"],
    ["behind the doctype where there is no more", "<!doctype html>|<p>text"],
    ["at the start of what is no page", "|<p>text"],
    [
      "in no comment",
      '<!-- <head><meta charset="x"> --><head><!-- <script> --><meta charset="utf-8">|<script>',
    ],
    ["in no comment without an end", "<head>|<!-- <script>"],
  ])("is %s", (_what, marked) => {
    expect(placeHead(marked.replace("|", ""), "<script>ours</script>")).toBe(
      marked.replace("|", "\n    <script>ours</script>"),
    );
  });
});

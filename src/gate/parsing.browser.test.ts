// A page that the parser is still writing: a frame into which the test writes bit by bit.
import { afterEach, beforeEach, expect, it } from "vitest";
import { file, pause } from "../../test/util/gatePage.ts";
import { safeDocument } from "../lib/safeDocument.ts";
import { createGate } from "./createGate.ts";

const page = window as typeof window & { ran: string[] };
let frame: HTMLIFrameElement;
let end: AbortController;
const write = (text: string): void => frame.contentDocument!.write(text);
const begin = (text: string): void => {
  frame.contentDocument!.open();
  write(text);
};
const HELD = '<script type="text/plain" data-consent="stats"';

beforeEach(() => {
  page.ran = [];
  frame = document.createElement("iframe");
  document.body.append(frame);
});
afterEach(() => {
  end.abort();
  frame.remove();
});
/** Everything is permitted, as after a stored choice. */
function start(): void {
  const view = frame.contentWindow as typeof window;
  const gate = createGate({
    window: view,
    document: safeDocument(view.document),
    _permits: () => true,
    _nonce: "",
    _report: () => {},
    _ownNonce: "",
    _early: undefined,
    _onMark: () => {},
    _onRoot: () => {},
    _onEmbed: () => {},
    _onShut: () => {},
    _onHang: () => {},
    _onLate() {
      gate._queue._useLate({ _begin: () => () => {}, _hasCome: () => true });
      gate._queue._pump();
    },
    _onMarkup: () => {},
    _onInsert: () => {},
    _patience: 5000,
    _end: (end = new AbortController()),
  });
  gate._start();
}

it("an inline script that the parser is still filling runs when it is whole, once", async () => {
  begin(`<body><p>${HELD}>parent.ran.push("whole`);
  start();
  await pause();
  expect(page.ran).toEqual([]);
  write(`")</script>`);
  await pause();
  expect(page.ran).toEqual([]);
  write("</p><p>next</p>");
  await pause();
  expect(page.ran).toEqual(["whole"]);
  frame.contentDocument!.close();
  await pause();
  expect(page.ran).toEqual(["whole"]);
});

it("the last script of a page runs when the page is parsed", async () => {
  begin(`<body><p>${HELD}>parent.ran.push("last")</script>`);
  start();
  await pause();
  expect(page.ran).toEqual([]);
  frame.contentDocument!.close();
  await expect.poll(() => page.ran).toEqual(["last"]);
});

it("a whole inline script, and one with an address, run while the page is parsed", async () => {
  const url = file("file");
  begin(`<body>${HELD}>parent.ran.push("inline")</script><p>${HELD} data-src="${url}">`);
  start();
  await expect.poll(() => page.ran).toEqual(["inline", "file"]);
  expect(frame.contentDocument!.readyState).toBe("loading");
  frame.contentDocument!.close();
});

it("a deferred one waits until the page is parsed", async () => {
  const url = file("defer");
  begin(
    `<body>${HELD} defer data-src="${url}"></script>${HELD}>parent.ran.push("inline")</script><p>`,
  );
  start();
  await pause();
  expect(page.ran).toEqual(["inline"]);
  frame.contentDocument!.close();
  await expect.poll(() => page.ran).toEqual(["inline", "defer"]);
});

it("an open script of the page counts for data-after when the page is complete, not before", async () => {
  begin(`<body><i id="free"></i>${HELD} data-after="free">parent.ran.push("after")</script><p>`);
  start();
  await pause();
  expect(page.ran).toEqual([]);
  frame.contentDocument!.close();
  await expect.poll(() => page.ran).toEqual(["after"]);
});

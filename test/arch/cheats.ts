/** Ways to write into what another file made. `members.test.ts` sees each of them; nothing runs here. */
import type { Item } from "../../src/gate/item.ts";

type Own = { _shut: boolean };
declare const items: Map<string, Item>;
declare const find: () => Item;
declare const words: Record<string, string>;

export const CHEATS: readonly ((item: Item) => unknown)[] = [
  (item) => (item._shut = true),
  (item) => (item["_shut"] = true),
  (item) => ([item._shut] = [true]),
  (item) => ({ is: item._shut } = { is: true }),
  (item) => ([item._shut = false] = []),
  (item) => {
    for (item._shut of [true]);
  },
  (item) => {
    const alias = item;
    alias._shut = true;
  },
  (item) => {
    let alias: Pick<Item, "_shut"> = { _shut: false };
    alias = item;
    alias._shut = true;
  },
  (item) => {
    const alias = item ?? { _shut: false };
    alias._shut = true;
  },
  (item) => {
    const { inner } = { inner: item };
    inner._shut = true;
  },
  (item) => {
    const holder = { item };
    holder.item._shut = true;
  },
  (item) => ((item as Own)._shut = true),
  (item) => ((item as { _shut: boolean })._shut = true),
  () => (items.get("a")!._shut = true),
  () => (find()._shut = true),
  () => {
    for (const item of items.values()) item._shut = true;
  },
  (item) => Object.assign(item, { _shut: true }),
  (item) => Object.defineProperty(item, "_shut", { value: true }),
  (item) => Reflect.set(item, "_shut", true),
  (item) => Reflect.deleteProperty(item, "_fresh"),
  (item) => (words[`a${item._shut}`] = "b"),
  () => delete words["a"],
  () => void (words["a"] ??= "b"),
];

export const MENU: readonly {
  readonly title: Readonly<Record<string, string>>;
  readonly pages: readonly string[];
}[];

/** How a file is read. */
export interface Language {
  /** For a person: "PHP". */
  name: string;
  reads: "markup" | "jsx" | "style" | "script";
  /** `{…}` is an expression. */
  braces?: true;
  /** Scripts at the top are the component's own code. */
  component?: true;
  /** What stands between two lines of `---` is code. */
  frontmatter?: true;
}

const HTML: Language = { name: "HTML", reads: "markup" };
const named = (name: string): Language => ({ name, reads: "markup" });

const LANGUAGES: Readonly<Record<string, Language>> = {
  html: HTML,
  htm: HTML,
  xhtml: HTML,
  shtml: HTML,
  php: named("PHP"),
  phtml: named("PHP"),
  twig: named("Twig"),
  njk: named("Nunjucks"),
  jinja: named("Jinja"),
  jinja2: named("Jinja"),
  j2: named("Jinja"),
  liquid: named("Liquid"),
  hbs: named("Handlebars"),
  handlebars: named("Handlebars"),
  mustache: named("Mustache"),
  ejs: named("EJS"),
  erb: named("ERB"),
  eex: named("EEx"),
  heex: named("HEEx"),
  jsp: named("JSP"),
  aspx: named("ASP.NET"),
  cshtml: named("Razor"),
  tpl: named("template"),
  ftl: named("FreeMarker"),
  vue: { name: "Vue", reads: "markup", component: true },
  svelte: { name: "Svelte", reads: "markup", braces: true, component: true },
  astro: { name: "Astro", reads: "markup", braces: true, frontmatter: true },
  jsx: { name: "JSX", reads: "jsx" },
  tsx: { name: "TSX", reads: "jsx" },
  css: { name: "CSS", reads: "style" },
  js: { name: "JavaScript", reads: "script" },
  mjs: { name: "JavaScript", reads: "script" },
};

/** Languages that write pages and that this audit cannot read. */
const UNREADABLE: Readonly<Record<string, string>> = {
  pug: "Pug",
  jade: "Pug",
  haml: "Haml",
  slim: "Slim",
  mdx: "MDX",
  md: "Markdown",
  marko: "Marko",
  elm: "Elm",
  scss: "Sass",
  sass: "Sass",
  less: "Less",
  styl: "Stylus",
};

const ending = (file: string): string => /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "";

export function languageOf(file: string): Language | undefined {
  const name = ending(file);
  return Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
}

/** The name of a language that a page may be written in and that is not read, or undefined. */
export function unreadableLanguage(file: string): string | undefined {
  const name = ending(file);
  return Object.hasOwn(UNREADABLE, name) ? UNREADABLE[name] : undefined;
}

const COMMENTS =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[^]*?\*\/|(?<![:\w"'\\])\/\/[^\n]*/g;

/**
 * A script without its comments, on the same lines, and with `\/` (as JSON in scripts writes it) as `/`.
 * Strings stay whole, because addresses in them hold `//`.
 */
export function plainCode(code: string): string {
  const plain = /\/[*/]/.test(code)
    ? code.replace(
        COMMENTS,
        (all, string: string | undefined) => string ?? all.replace(/[^\n]/g, " "),
      )
    : code;
  return plain.includes("\\/") ? plain.replaceAll("\\/", "/") : plain;
}

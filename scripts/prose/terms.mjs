/**
 * Words that texts for people do not use, each with what to write instead: `[pattern, replacement]`. A pattern is
 * matched as a whole word, in any case; code is left out. docs/contributing/style.md says why.
 */
export const TERMS = [
  // Private words of this project's past.
  ["told", "reported"],
  ["doors?", "entry point"],
  ["faces?", "interface"],
  ["wardens?", "gate"],
  ["mend(s|ed|ing)?", "fix"],
  ["anew", "again"],
  ["shut", "blocked"],
  ["asks? afresh", "asks again"],
  // A habit of speech: name the actor instead.
  ["nobody", "no one"],
  ["whoever", "anyone who"],
  ["somebody", "someone"],
  ["heed(s|ed|ing)?", "respect"],
  // Long words that say less.
  ["utili[sz]e[sd]?", "use"],
  ["leverag(e|es|ing)", "use"],
  ["seamless(ly)?", "(nothing)"],
  ["simply", "(nothing)"],
  // One spelling: British.
  ["behavior(s?)", "behaviour$1"],
  ["color(s|ed)?", "colour$1"],
  ["favorite(s?)", "favourite$1"],
  ["center(s|ed)?", "centre$1"],
  ["organiz(e|es|ed|ation)", "organis$1"],
  ["recogniz(e|es|ed)", "recognis$1"],
];

function cookieTexts(text, name) {
  return text.split(/; */).filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}

export { cookieTexts };

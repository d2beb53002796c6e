function cookieValues(text, name) {
  return text.split(/; */).filter((pair) => pair.startsWith(`${name}=`)).map((pair) => {
    try {
      return decodeURIComponent(pair.slice(name.length + 1));
    } catch {
      return "";
    }
  });
}

export { cookieValues };

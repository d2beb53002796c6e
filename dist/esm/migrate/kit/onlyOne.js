const LONGEST = 1e5;
function onlyOne(texts) {
  const [text] = texts;
  return texts.length == 1 && text && text.length <= LONGEST ? text : null;
}

export { onlyOne };

function permits(state, ids) {
  const tokens = splitIds(ids);
  return !!tokens[0] && tokens.every((token) => permitsOne(state, token));
}
function splitIds(ids) {
  return ids.split(/\s/).filter(Boolean);
}
function permitsOne(state, token) {
  if (token[0] == "!") return state.refused.includes(token.slice(1));
  return (state.services[token] ?? state.categories[token]) === true;
}
function knows(state, token) {
  const id = token.replace(/^!/, "");
  return id in state.services || id in state.categories;
}

export { knows, permits, splitIds };

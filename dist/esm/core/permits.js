import { NECESSARY } from './config.js';

function permits(state, ids) {
  const tokens = splitIds(ids);
  return tokens.length > 0 && tokens.every((token) => permitsOne(state, token));
}
function splitIds(ids) {
  return ids.split(/\s+/).filter(Boolean);
}
function permitsOne(state, token) {
  if (token[0] == "!") {
    const id = token.slice(1);
    const answer = state.services[id] ?? state.categories[id];
    return answer === false && !state.pending.includes(id) && state.status == "decided";
  }
  return token == NECESSARY || (state.services[token] ?? state.categories[token]) === true;
}
function knows(state, token) {
  const id = token.replace(/^!/, "");
  return id in state.services || id in state.categories;
}

export { knows, permits, splitIds };

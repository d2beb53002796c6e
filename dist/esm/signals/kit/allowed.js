function allowed(permits, ids) {
  const decider = ids.split(" ").find((id) => permits(id) || permits(`!${id}`));
  return !!decider && permits(decider);
}

export { allowed };

function dict() {
  return /* @__PURE__ */ Object.create(null);
}

export { dict };

const plain = { createScriptURL: String, createScript: String };
function trustedPolicy(window) {
  const { trustedTypes } = window;
  try {
    return trustedTypes.createPolicy("consentry", plain);
  } catch {
    return plain;
  }
}

export { trustedPolicy };

const plain = {
  createScriptURL: (text) => text,
  createScript: (text) => text
};
function trustedPolicy(window) {
  const { trustedTypes } = window;
  try {
    return trustedTypes?.createPolicy("consentry", plain) ?? plain;
  } catch {
    return plain;
  }
}

export { trustedPolicy };

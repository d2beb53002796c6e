function readGpc(navigator) {
  return "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true;
}

export { readGpc as default, readGpc };

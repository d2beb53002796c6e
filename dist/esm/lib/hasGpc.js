function hasGpc(navigator) {
  return navigator.globalPrivacyControl === true;
}

export { hasGpc };

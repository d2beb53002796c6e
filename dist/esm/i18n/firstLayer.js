const firstLayer = {
  "banner.title": "Your privacy, your choice",
  "banner.text": "{controller} would like to use cookies and similar technologies for these purposes: {purposes}. You can refuse, choose, and change or withdraw your choice at any time.",
  "banner.services.one": "{count} service is involved.",
  "banner.services.other": "{count} services are involved.",
  "banner.withdraw": "You will find \u201C{settings}\u201D on every page.",
  "action.accept": "Accept all",
  "action.reject": "Reject all",
  "action.settings": "Choose",
  "settings.title": "Cookie settings",
  "settings.policy": "Privacy policy",
  "settings.gpc": "Your browser sends a Global Privacy Control signal. It is honoured.",
  "settings.saved": "Your choice is saved.",
  "settings.changed": "Your choice was changed in another tab.",
  "category.necessary": "Necessary",
  "category.functional": "Functional",
  "category.performance": "Performance",
  "category.marketing": "Marketing"
};

export { firstLayer as default };

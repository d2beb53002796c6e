import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';

function googleFonts(options) {
  return defineService(
    {
      id: "google-fonts",
      name: "Google Fonts",
      category: "functional",
      purpose: "fonts",
      ...google,
      hosts: ["fonts.googleapis.com", "fonts.gstatic.com"],
      storage: []
    },
    options
  );
}

export { googleFonts as default, googleFonts };

import { defineService } from './kit/defineService.js';
import { loadScript } from './kit/loadScript.js';

function lunio(options) {
  return defineService(
    {
      id: "lunio",
      name: "Lunio",
      category: "functional",
      purpose: "fraud",
      provider: { name: "PPC Protect Limited", country: "GB" },
      transfer: ["GB", "US"],
      privacyUrl: "https://www.lunio.ai/privacy-policy",
      hosts: ["*.lunio.ai", "*.ppcprotect.com"],
      storage: []
    },
    options,
    (read) => {
      const id = read("id", /^[\w-]{16,64}$/);
      return {
        load: id ? (context) => loadScript(context, `https://client.lunio.ai/${id}.js`) : void 0
      };
    }
  );
}

export { lunio as default, lunio };

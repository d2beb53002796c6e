import { findProblems } from '../core/findProblems.js';

function explainCatalogue(options, made, report) {
  const services = made.map(([, service]) => service);
  for (const { code, at } of findProblems({ ...Object(options), services })) {
    report(
      code,
      at.replace(/^services\[(\d+)\]/, (_all, index) => `services.${made[+index][0]}`)
    );
  }
}

export { explainCatalogue };

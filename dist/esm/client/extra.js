import { explain } from '../core/explain.js';
import { findProblems } from '../core/findProblems.js';
import { cleanUp } from './cleanUp.js';
import { explainCatalogue } from './explainCatalogue.js';

const extra = {
  cleanUp,
  explain,
  explainCatalogue,
  explainOptions(options, report) {
    for (const { code, at } of findProblems(options)) report(code, at);
  }
};

export { extra };

import { explain } from '../core/explain.js';
import { findProblems } from '../core/findProblems.js';
import { cleanUp } from './cleanUp.js';

const extra = { cleanUp, explain, findProblems };

export { extra };

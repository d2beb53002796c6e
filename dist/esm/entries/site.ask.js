import { createArrive } from '../client/createArrive.js';
import { createDecider } from '../client/createDecider.js';
import { createFace } from '../client/createFace.js';
import { extra } from '../client/extra.js';
import { createProofLog } from '../proof/createProofLog.js';
import { mountPage } from '../ui/mountPage.js';
import { mountUi } from '../ui/mountUi.js';

const ask = {
  more: createDecider,
  face: createFace,
  ui: mountUi,
  page: mountPage,
  proof: createProofLog,
  extra,
  // Migrations are handed in ready, like services.
  arrive: createArrive((id) => Promise.reject(new Error(id)))
};

export { ask };

import { createLateEvents } from '../gate/lateEvents.js';
import { fetchCatalogue } from './fetchCatalogue.js';

const late = { createLateEvents, fetchCatalogue };

export { late };

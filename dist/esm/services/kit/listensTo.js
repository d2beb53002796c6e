import { listOf } from '../../lib/listOf.js';
import { own } from '../../lib/own.js';

function listensTo(options, signal) {
  return !!listOf(own(options, "signals"), 40)?.includes(signal);
}

export { listensTo };

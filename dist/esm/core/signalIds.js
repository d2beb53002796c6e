import { own } from '../lib/own.js';

function signalIds(signals) {
  return signals.map((signal) => own(signal, "id") ?? signal).filter((id) => typeof id == "string");
}

export { signalIds };

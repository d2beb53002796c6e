import { consent } from "./lib/consent.js";

consent.start();

const NECESSARY = "necessary";

export { NECESSARY };

const PENDING = "consentry:pending";

export { PENDING };

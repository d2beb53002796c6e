const UNFINISHED = "consentry:clean-up";

export { UNFINISHED };

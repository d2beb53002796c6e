/**
 * A file of the package that this code belongs to. Found by the package's own name (Node.js,
 * "self-referencing"), so that it is right from the sources and from the built command line alike.
 */
export declare function packageFile(...path: string[]): string;

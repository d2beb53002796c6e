/**
 * Whether a request shows the owner's token: as `Bearer`, or as the password of `Basic`, which makes a
 * browser ask for it. Compared as hashes in constant time; without a token nobody is the owner.
 */
export declare function hasToken(authorization: string | undefined, token: string | undefined): boolean;

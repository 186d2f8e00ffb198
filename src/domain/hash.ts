/**
 * The fingerprint of a text: SHA-256 over its UTF-8 bytes, as 64 lower-case hexadecimal digits.
 * It comes in as an argument, so that the rules stay free of packages and run in the browser as well as on the server.
 */
export type Hash = (text: string) => string;

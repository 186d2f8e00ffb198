import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new key for a row: unguessable enough to be no hint, ordered by time so that indexes stay small. */
export const newId = (): string => v7();

/** SHA-256 in hexadecimal: of cookies before they are stored, of texts before they are voted on. */
export const sha256 = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('hex');

/** A secret of 128 bits for links, in 22 characters that survive typing into an address bar. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** Gives as many random bytes as asked: `crypto.getRandomValues` in a browser, `randomBytes` on the server. */
export type RandomBytes = (count: number) => Uint8Array;

/** A chance between 0 and 1, like `Math.random`. */
export type Random = () => number;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const idLength = 12;
const idForm = /^[A-Za-z0-9_-]{1,40}$/;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** A new id of twelve random letters. Two bytes make one letter, so that no letter is noticeably likelier. */
export function newElementId(randomBytes: RandomBytes): string {
	const bytes = randomBytes(idLength * 2);
	let id = '';
	for (let at = 0; at < bytes.length; at += 2) {
		id += letters[((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) % letters.length];
	}
	return id;
}

/** Whether a key found in a document can be an element's id. Everything else in its place is ignored. */
export function isElementId(value: unknown): value is string {
	return typeof value === 'string' && idForm.test(value) && !reserved.has(value);
}

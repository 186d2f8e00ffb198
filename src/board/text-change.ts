/** One change to a text: at a place some letters go and others come. */
export interface TextChange {
	at: number;
	remove: number;
	insert: string;
}

/** The smallest single change that makes one text the other. It never cuts a character of two halves (an emoji). */
export function changeBetween(from: string, to: string): TextChange {
	const shorter = Math.min(from.length, to.length);
	let start = 0;
	while (start < shorter && from[start] === to[start]) start++;
	if (isHighHalf(from, start - 1)) start--;
	let end = 0;
	while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
	if (isLowHalf(from, from.length - end)) end--;
	return { at: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) };
}

/**
 * The same wish, told to a text that somebody else has changed meanwhile: what they wrote stays, and what both
 * removed is removed once. The answer is in the order in which it can be done.
 */
export function changeAfter(wish: TextChange, other: TextChange): TextChange[] {
	const otherEnd = other.at + other.remove;
	const moved = (at: number) => {
		if (at <= other.at) return at;
		return at >= otherEnd ? at + other.insert.length - other.remove : other.at + other.insert.length;
	};
	const wishEnd = wish.at + wish.remove;
	const behind = Math.max(wish.at, otherEnd);
	const parts: TextChange[] = [];
	if (behind < wishEnd) {
		parts.push({ at: behind + other.insert.length - other.remove, remove: wishEnd - behind, insert: '' });
	}
	const front = Math.min(wishEnd, other.at);
	if (wish.at < front) parts.push({ at: wish.at, remove: front - wish.at, insert: '' });
	if (wish.insert) parts.push({ at: moved(wish.at), remove: 0, insert: wish.insert });
	return parts;
}

function isHighHalf(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xd800 && code <= 0xdbff;
}

function isLowHalf(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff;
}

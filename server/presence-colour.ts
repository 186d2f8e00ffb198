import { sha256 } from './ids.ts';

/** The colours of carets and pointers, as the interface names its edges. */
export const presenceColours = ['blue', 'turquoise', 'violet', 'orange', 'red', 'yellow'] as const;

/** A person's colour: the same in every document and on every day. */
export function colourOf(personId: string): (typeof presenceColours)[number] {
	const at = parseInt(sha256(personId).slice(0, 8), 16) % presenceColours.length;
	return presenceColours[at]!;
}

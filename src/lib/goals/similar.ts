/** From this likeness on two texts are worth a look side by side. */
const worthALook = 0.4;

/** How alike two texts are, from 0 to 1: the share of three-letter pieces they have in common (Dice). */
export function likeness(a: string, b: string): number {
	const [left, right] = [piecesOf(a), piecesOf(b)];
	if (left.size === 0 || right.size === 0) return 0;
	let common = 0;
	for (const piece of left) if (right.has(piece)) common += 1;
	return (2 * common) / (left.size + right.size);
}

/** Those of the texts that say nearly the same as the words, the most alike first. */
export function nearlyTheSame<T extends { text: string }>(words: string, others: readonly T[], limit = 3): T[] {
	return others
		.map((other) => ({ other, alike: likeness(words, other.text) }))
		.filter(({ alike }) => alike >= worthALook)
		.sort((a, b) => b.alike - a.alike)
		.slice(0, limit)
		.map(({ other }) => other);
}

function piecesOf(text: string): Set<string> {
	const words = text.toLocaleLowerCase('de').match(/[\p{L}\p{N}]+/gu) ?? [];
	const pieces = words.flatMap((word) => {
		const padded = ` ${word} `;
		return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
	});
	return new Set(pieces);
}

/** Room around the text of a card. */
const padding = 16;
const sizes = [23, 21, 19, 17, 16] as const;
/** An average letter is so wide, a line so high, as shares of the letter's size. */
const letter = 0.56;
const line = 1.3;

/** The largest readable size in which a text fits onto a card. What fits in none is scrolled in the smallest. */
export function letterSize(text: string, w: number, h: number): number {
	for (const size of sizes) {
		const perLine = Math.max(1, Math.floor((w - 2 * padding) / (size * letter)));
		const lines = text
			.split('\n')
			.reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / perLine)), 0);
		const longest = Math.max(0, ...text.split(/[\s-]+/).map((word) => word.length));
		if (lines * size * line <= h - 2 * padding && (longest <= perLine || size === sizes.at(-1))) return size;
	}
	return sizes.at(-1) ?? 16;
}

/** How a wall shows its cards: the more there are, the smaller, and beyond a point only the newest. */
export interface Wall {
	size: 'roomy' | 'middle' | 'dense' | 'crowded';
	shown: number;
	more: number;
}

const sizes = [
	{ size: 'roomy', upTo: 6 },
	{ size: 'middle', upTo: 12 },
	{ size: 'dense', upTo: 30 },
	{ size: 'crowded', upTo: 60 }
] as const;

/** The size at which this many cards can be read from the last row, or at least be seen to be many. */
export function wallFor(cards: number): Wall {
	const { size, upTo } = sizes.find(({ upTo }) => cards <= upTo) ?? sizes[3];
	return { size, shown: Math.min(cards, upTo), more: Math.max(0, cards - upTo) };
}

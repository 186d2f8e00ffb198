import type { ShownType } from '#board/board-element.ts';
import { paintCard } from './paint-card.ts';

/** The kinds that are painted where there are too many of them, and how. All others are mounted always. */
export const painters: Partial<Record<ShownType, typeof paintCard>> = {
	note: paintCard,
	unknown: paintCard
};

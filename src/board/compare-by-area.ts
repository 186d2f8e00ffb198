import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { compareBoards, type Difference } from './compare.ts';
import { definitionOf } from './elements.ts';
import { outlineOf, readingOrder } from './outline.ts';

/** What is different in one area, the area itself included; on the bare board; or of the arrows between things. */
export interface ChangedPart {
	of: 'area' | 'board' | 'arrows';
	/** The id of the area. */
	area: string | null;
	title: string;
	differences: readonly Difference[];
}

/** In what a board differs from what it was, area by area in the order of the list, each thing where it was, and what is new where it is. */
export function compareByArea(then: BoardSnapshot, now: BoardSnapshot): ChangedPart[] {
	const parts = new Map<string | null | 'arrows', Difference[]>();
	const order = [...readingOrder(outlineOf(then)), ...readingOrder(outlineOf(now))];
	for (const key of [...order, null, 'arrows' as const]) if (!parts.has(key)) parts.set(key, []);
	for (const difference of compareBoards(then, now)) {
		const element = seen(difference, then, now);
		parts.get(partOf(element))?.push(difference);
	}
	const rank = new Map(order.map((id, at) => [id, at]));
	return [...parts].flatMap(([key, differences]) => {
		if (differences.length === 0) return [];
		differences.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
		if (key === 'arrows') return { of: 'arrows', area: null, title: '', differences } as const;
		if (key === null) return { of: 'board', area: null, title: '', differences } as const;
		const title = (then.byId.get(key) ?? now.byId.get(key))?.text ?? '';
		return { of: 'area', area: key, title, differences } as const;
	});
}

/** The first so many of the differences, and how many are left out: in a page of thousands nobody finds anything. */
export function firstOf(parts: readonly ChangedPart[], most: number): { parts: ChangedPart[]; left: number } {
	let room = most;
	const shown = parts.flatMap((part) => {
		const differences = part.differences.slice(0, room);
		room -= differences.length;
		return differences.length > 0 ? { ...part, differences } : [];
	});
	const all = parts.reduce((sum, { differences }) => sum + differences.length, 0);
	return { parts: shown, left: all - (most - room) };
}

function seen({ id, then: was }: Difference, then: BoardSnapshot, now: BoardSnapshot): BoardElement {
	return (was ? then : now).byId.get(id)!;
}

function partOf({ id, type, parent }: BoardElement): string | null {
	const { joins, keepsContent } = definitionOf(type);
	return joins ? 'arrows' : keepsContent ? id : parent;
}

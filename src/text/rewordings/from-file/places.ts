import type { Leaf } from './leaves.ts';
import { matchParagraphs } from './match.ts';
import { saySame, withoutSign } from './spelling.ts';

/** What a file says that a paragraph of the text has been and is to be; `young` is null where it is to go. */
export interface Fate {
	old: string;
	young: string | null;
}

/** What a file means for a text, paragraph by paragraph. */
export interface Places {
	/** By the place of the paragraph in the row of those of the text. */
	fates: ReadonlyMap<number, Fate>;
	/** What is new, and behind which paragraph of the text it comes; behind -1 it is the first. */
	come: readonly { behind: number; leaf: Leaf }[];
	/** Paragraphs of the file that have no place in the text. */
	lost: readonly Leaf[];
}

/** How a row of paragraphs in a file lies on those of the text. */
interface Laid {
	fates: Map<number, Fate>;
	/** The paragraph of the text that one of the file is or was, by their places; `lost` where the text has none. */
	placeOf(at: number): number | 'new' | 'lost';
	/** Whether what stands above everything known is meant for the beginning of the text. */
	fromTop: boolean;
}

/** Paragraphs of a file with tracked changes: what they were says where they belong. */
export function placesOfTracked(here: readonly Leaf[], before: readonly Leaf[], after: readonly Leaf[]): Places {
	const [ours, old, young] = [here, before, after].map((leaves) => leaves.map(({ words }) => words));
	const found = matchParagraphs(ours!, old!, 'none');
	const grown = matchParagraphs(old!, young!, 'all');
	const youngOf = new Map(grown);
	const oldOf = new Map(grown.map(([one, other]) => [other, one]));
	const oursOf = new Map(found.map(([one, other]) => [other, one]));
	const known = new Set(found.map(([one]) => one));
	// Somebody may have brought in already what the file brings.
	const free = ours!.flatMap((words, at) => (known.has(at) ? [] : [{ words: withoutSign(words), at }]));
	return placesOf(after, {
		fates: new Map(
			found.map(([one, other]) => [one, { old: old![other]!, young: young![youngOf.get(other) ?? -1] ?? null }])
		),
		placeOf(at) {
			const before = oldOf.get(at);
			if (before !== undefined && oursOf.has(before)) return oursOf.get(before)!;
			const said = free.find(({ words }) => saySame(words, withoutSign(young![at]!)));
			return said ? said.at : before === undefined ? 'new' : 'lost';
		},
		fromTop: true
	});
}

/** Paragraphs of a file or passage without tracked changes: it is held against the text, from the first paragraph that both have to the last. */
export function placesOfCompared(here: readonly Leaf[], after: readonly Leaf[]): Places {
	const [ours, young] = [here, after].map((leaves) => leaves.map(({ words }) => words));
	const found = matchParagraphs(ours!, young!, 'inside');
	const [youngOf, oursOf] = [new Map(found), new Map(found.map(([one, other]) => [other, one]))];
	const fates = new Map<number, Fate>();
	for (let at = found[0]?.[0] ?? 0; at <= (found.at(-1)?.[0] ?? -1); at++)
		fates.set(at, { old: ours![at]!, young: young![youngOf.get(at) ?? -1] ?? null });
	return placesOf(after, { fates, placeOf: (at) => oursOf.get(at) ?? 'new', fromTop: false });
}

/** What is new belongs to the paragraph above it; where that has no place, neither has it. */
function placesOf(after: readonly Leaf[], { fates, placeOf, fromTop }: Laid): Places {
	const come: { behind: number; leaf: Leaf }[] = [];
	const lost: Leaf[] = [];
	let behind: number | null = null;
	let waiting: Leaf[] | null = fromTop ? [] : null;
	after.forEach((leaf, at) => {
		const place = placeOf(at);
		if (place === 'new' && behind !== null && !leaf.inTable) come.push({ behind, leaf });
		else if (place === 'new' && waiting && !leaf.inTable) waiting.push(leaf);
		else if (typeof place !== 'number') lost.push(leaf);
		if (place === 'new') return;
		const first = typeof place === 'number' ? place - 1 : null;
		for (const above of waiting ?? []) {
			if (first === null) lost.push(above);
			else come.push({ behind: first, leaf: above });
		}
		waiting = null;
		behind = typeof place === 'number' ? place : null;
	});
	return { fates, come, lost: [...lost, ...(waiting ?? [])] };
}

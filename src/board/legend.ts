import { ok, type Result } from '#domain/result.ts';
import type { BoardDocs } from './board-docs.ts';
import { cleanText } from './clean-text.ts';
import { colours, type Colour } from './colours.ts';
import { limits } from './limits.ts';
import { openBoardDoc, type Origin } from './shape.ts';

/** What the colours of one board mean. A colour without a meaning is only a colour. */
export type Legend = Partial<Readonly<Record<Colour, string>>>;

/** One key of the scaffold's meta for each colour: two facilitators who name different colours at once both keep their word. */
const keyOf = (colour: Colour): string => `legend.${colour}`;

/** The legend as it can be shown. Whatever else stands in its place is no meaning. */
export function readLegend(docs: BoardDocs): Legend {
	const { meta } = openBoardDoc(docs.scaffold);
	return legendOf((colour) => meta.get(keyOf(colour)));
}

/** The same of a legend that was kept elsewhere, whoever wrote it. */
export function legendFrom(told: unknown): Legend {
	const words = new Map(Object.entries(typeof told === 'object' && told !== null ? told : {}));
	return legendOf((colour) => words.get(colour));
}

/** Gives colours a meaning, or takes it from those without one. Only what differs is written. */
export function writeLegend(docs: BoardDocs, legend: Legend, origin: Origin): Result<void> {
	const { meta } = openBoardDoc(docs.scaffold);
	const before = readLegend(docs);
	docs.scaffold.transact(() => {
		for (const colour of colours) {
			const meaning = cleaned(legend[colour]);
			if (meaning === (before[colour] ?? '')) continue;
			if (meaning === '') meta.delete(keyOf(colour));
			else meta.set(keyOf(colour), meaning);
		}
	}, origin);
	return ok();
}

function legendOf(wordFor: (colour: Colour) => unknown): Legend {
	const named = colours.map((colour) => [colour, cleaned(wordFor(colour))] as const);
	return Object.fromEntries(named.filter(([, meaning]) => meaning !== ''));
}

function cleaned(value: unknown): string {
	if (typeof value !== 'string') return '';
	const line = cleanText(value.slice(0, limits.readText)).replace(/\s+/g, ' ').trim();
	return [...line].slice(0, limits.meaningText).join('').trim();
}

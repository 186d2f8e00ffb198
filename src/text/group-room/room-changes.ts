import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { accepted, blocksAt, standingOf, type Standing } from '../rewordings/apply.ts';
import { changesBetween } from '../rewordings/changes.ts';
import type { Rewording } from '../rewordings/rewording.ts';

type Blocks = readonly DocNode[];

/** What the room of a group knows about the live text that it is a copy of. */
export interface RoomMemory {
	/** The blocks of the live text as the room last took them over. */
	readonly base: Blocks;
	/** What was handed in from the room and not taken back. */
	readonly handedIn: readonly Rewording[];
	/** What the live text says by now; null where the section is gone, or must not be seen. */
	readonly original: Blocks | null;
}

/** What has changed in the live text since, and how it stands towards what the room says. */
export interface Moved {
	readonly change: Rewording;
	readonly standing: Standing['kind'];
}

/**
 * What the group would hand in now: everything in which its text differs from the live text as the room knows it, without what it has
 * handed in already and what can still be decided as it was, and without what the live text says by now, too. Suggestions that were accepted
 * meanwhile count as known.
 */
export function changesToHandIn(memory: RoomMemory, room: Doc): Rewording[] {
	const base = knownBase(memory);
	const before = new Set(memory.handedIn.flatMap((each) => keysIn(base, each)));
	const today = memory.original && textOf(memory.original);
	return changesBetween(base, room).filter(
		(change) => !before.has(keyOf(change)) && (today === null || standingOf(today, change).kind !== 'said')
	);
}

/** What has changed in the live text and the room does not say yet. */
export function changesOfOriginal(memory: RoomMemory, room: Doc): Moved[] {
	if (memory.original === null) return [];
	return changesBetween(knownBase(memory), textOf(memory.original))
		.map((change) => ({ change, standing: standingOf(room, change).kind }))
		.filter(({ standing }) => standing !== 'said');
}

/** A short sign for changes, by which somebody says which ones she has read. */
export function signOf(changes: readonly Rewording[]): string {
	let sign = 0x811c9dc5;
	for (const letter of changes.map(keyOf).join()) sign = Math.imul(sign ^ letter.codePointAt(0)!, 0x01000193);
	return `${changes.length}-${(sign >>> 0).toString(16)}`;
}

/** The live text as the room knows it, with those of its own suggestions that the live text says by now. */
function knownBase({ base, handedIn, original }: RoomMemory): Doc {
	const known = textOf(base);
	if (original === null) return known;
	const today = textOf(original);
	return handedIn.reduce((now, each) => {
		const standing = standingOf(today, each).kind === 'said' ? standingOf(now, each) : null;
		return standing?.kind === 'fits' ? accepted(now, standing) : now;
	}, known);
}

/** How a suggestion reads as a change of a text, if it is one. */
function keysIn(text: Doc, suggestion: Rewording): string[] {
	const standing = standingOf(text, suggestion);
	return standing.kind === 'fits' ? [keyOf({ before: blocksAt(text, standing.place), after: standing.after })] : [];
}

const textOf = (content: Blocks): Doc => ({ type: 'doc', content });
const keyOf = ({ before, after }: Rewording): string => canonicalJson({ before, after });

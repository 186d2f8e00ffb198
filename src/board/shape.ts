import * as Y from 'yjs';

/** The two documents of a board. Facilitators write the scaffold, participants write the cards when the step allows it. */
export const layers = ['scaffold', 'cards'] as const;
export type Layer = (typeof layers)[number];

/** The names of a document's roots. A document with any other root is not a board and is refused by the server. */
export const roots = { meta: 'meta', elements: 'el' } as const;

/** The version of the shape that this program writes into `meta.v` of a document that has none yet. */
export const boardVersion = 1;

/** The short names under which one element is kept; each key costs bytes for ever, so defaults are left out. */
export const keys = {
	type: 't',
	/** One array [x, y], relative to the parent area: two people who move at once never mix into a place nobody chose. */
	place: 'xy',
	/** One array [w, h] beside the place, so that moving and resizing at once both survive. */
	size: 'wh',
	/** The id of the area it lies in; the area may live in the other document. */
	parent: 'p',
	order: 'o',
	colour: 'c',
	/** The pseudonym of its author; names never enter a document, because a document is history for ever. */
	author: 'by',
	text: 'text',
	/** `{ by, at }` while it lies in the bin. Restoring removes the key, so what was typed meanwhile is kept. */
	deleted: 'del'
} as const;

/** One element as Yjs holds it. Whatever is in it may come from a hostile hand; `read-element.ts` makes sense of it. */
export type ElementMap = Y.Map<unknown>;

/** The two roots of one document. */
export interface BoardRoots {
	meta: Y.Map<unknown>;
	elements: Y.Map<unknown>;
}

/** Opens the roots of one document. It writes nothing, so a person who may only read can do it. */
export function openBoardDoc(doc: Y.Doc): BoardRoots {
	return { meta: doc.getMap(roots.meta), elements: doc.getMap(roots.elements) };
}

/** Who asks for a change: a person at this screen, another person, the server, or a repair of old data. */
export type Asker = 'user' | 'peer' | 'server' | 'repair';

/**
 * Travels with every transaction and tells undo, the sync client and tests who asked. Undo follows one origin object,
 * so every open board makes its own.
 */
export class Origin {
	constructor(readonly asker: Asker) {}
}

import type { Colour } from './colours.ts';
import type { AreaFields } from './elements/area.ts';
import type { CommentFields } from './elements/comment.ts';
import type { ConnectorFields } from './elements/connector.ts';
import type { ImageFields } from './elements/image.ts';
import type { InkFields } from './elements/ink.ts';
import type { LinkedFields } from './elements/linked.ts';
import type { NoteFields } from './elements/note.ts';
import type { ElementType } from './elements.ts';
import type { Layer } from './shape.ts';

/** What is shown for an element: its kind, or a neutral card where this program does not know the kind. */
export type ShownType = ElementType | 'unknown';

/** The fields that only some kinds have; an element carries those of its own kind. */
export type OwnFields = Partial<ConnectorFields> &
	AreaFields &
	NoteFields &
	LinkedFields &
	ImageFields &
	InkFields &
	CommentFields;

export const deletionReasons = ['hidden', 'merged'] as const;
export type DeletionReason = (typeof deletionReasons)[number];

/** Who put an element into the bin, and when (milliseconds since 1970). */
export interface Deletion {
	by: string;
	at: number;
	/** Why it is there, where nobody wanted to throw it away: the facilitator keeps it back, or its cards went into another cluster. */
	why?: DeletionReason;
}

/** One element as everybody reads it: checked, cleaned, with its place on the board. A new object means: it changed. */
export interface BoardElement extends OwnFields {
	id: string;
	type: ShownType;
	layer: Layer;
	/** The nearest living area around it, or null where it lies on the bare board. */
	parent: string | null;
	/** How many living areas lie around it. */
	depth: number;
	/** The left upper corner on the board, not in the area. */
	x: number;
	y: number;
	w: number;
	h: number;
	order: string;
	colour: Colour;
	text: string;
	/** The pseudonym of its author, null where nobody trustworthy is named. */
	by: string | null;
	deleted?: Deletion;
	/** A connector of which an end is missing or in the bin. It is not shown and comes back with its end. */
	loose?: true;
}

/** One board as the union of its two documents at one moment. */
export interface BoardSnapshot {
	/** What is to be shown, in the one order of all machines. */
	elements: readonly BoardElement[];
	/** What lies in the bin, the newest deletion first. */
	deletedElements: readonly BoardElement[];
	/** Connectors that wait for an end to come back. */
	looseConnectors: readonly BoardElement[];
	/** Every element, also from the bin and loose ones. */
	byId: ReadonlyMap<string, BoardElement>;
	/** What lies directly in an area (null: on the bare board), in order; connectors lie nowhere. */
	children: ReadonlyMap<string | null, readonly BoardElement[]>;
}

import type * as v from 'valibot';
import type { BoardElement, BoardSnapshot, OwnFields } from './board-element.ts';
import type { Colour } from './colours.ts';
import type { ElementDescription } from './description.ts';
import type { Layer } from './shape.ts';

/** The fields of an element as they lie in a document, under their short names and not yet checked. */
export type StoredFields = Record<string, unknown>;

/** What an element usually becomes when a workshop promotes it into the goal system. */
export type PromotionTarget = 'field' | 'measure';

/** Everything the board knows about one kind of element. If code elsewhere needs to ask for a kind, a field is missing here. */
export interface ElementDefinition<T extends string> {
	type: T;
	/** The document in which a new one is laid unless somebody says otherwise. */
	layer: Layer;
	defaultSize: readonly [number, number];
	defaultColour: Colour;
	/** The fields that only this kind has. The schema must bear anything and fall back instead of failing. */
	fields: v.GenericSchema<unknown, OwnFields>;
	/** Those of them that are facts about one element; a copy does not say them. */
	factsOfThisOne: readonly (keyof OwnFields)[];
	/** Those of them in which it shows something beside its text; whoever blackens it takes that away, too. */
	shownIn?: readonly (keyof OwnFields)[];
	/** Those of them that the server tells of something it keeps itself; they do not come back with an earlier state. */
	toldByServer?: readonly (keyof OwnFields)[];
	/** Steps from version 1 upwards, done on reading; steps that were shipped are never edited. */
	migrations: readonly ((stored: StoredFields) => StoredFields)[];
	/** What to say about it, as data: screen readers, the list, search and exports put it into words. */
	describe(element: BoardElement, board: BoardSnapshot): ElementDescription;
	promotesTo: PromotionTarget | null;
	/** Whether it is an idea of somebody: phones show it, and it is put in order, voted on and carried on as one. */
	holdsIdea: boolean;
	/** As what it can be shown instead, with the same text. */
	turnsInto: 'note' | 'card' | null;
	hasText: boolean;
	/** Whether its text is quoted from elsewhere: nobody writes in it here. */
	isQuoted: boolean;
	textLimit: number;
	/** Whether people may put other elements into it. */
	canContain: boolean;
	/** Whether what lies in it, put there by whatever program, has its place relative to it. */
	keepsContent: boolean;
	/** Whether it joins two others and takes its place from them. */
	joins: boolean;
	/** Whether its sides keep their proportion when it gets other edges. */
	keepsShape?: true;
	/** Whether its colour is nowhere to be seen. */
	colourless?: true;
	/** Whether there is only this one of it, so that no copy is made. */
	unique?: true;
	/** Whether it only adorns the board: it is reached like everything else, but counts as no entry. */
	decoration?: true;
}

/** Declares one kind of element; `elements.ts` lists the kinds. */
export function defineElement<const T extends string>(definition: ElementDefinition<T>): ElementDefinition<T> {
	return definition;
}

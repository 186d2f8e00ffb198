import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { areaTitle } from '../description.ts';
import { limits } from '../limits.ts';

/** What only a card says of itself. */
export interface NoteFields {
	/** It came after the reveal (nachgereicht). */
	late?: true;
}

const fields = v.pipe(
	v.unknown(),
	v.transform((stored): NoteFields => ((stored as { late?: unknown }).late === true ? { late: true } : {}))
);

/** A sticky note: one idea of one person, in a few words. */
export const note = defineElement({
	type: 'note',
	layer: 'cards',
	defaultSize: [200, 200],
	defaultColour: 'yellow',
	fields,
	factsOfThisOne: ['late'],
	migrations: [],
	describe: (element, board) => ({ key: 'note', text: element.text, area: areaTitle(element, board) }),
	promotesTo: 'measure',
	hasText: true,
	textLimit: limits.noteText,
	canContain: false,
	keepsContent: false,
	joins: false
});

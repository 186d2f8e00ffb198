import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';
import { optionalFields } from '../optional-fields.ts';

/** What only a card says of itself. */
export interface NoteFields {
	/** It came after the reveal (nachgereicht). */
	late?: true;
}

/** A sticky note: one idea of one person, in a few words. */
export const note = defineElement({
	type: 'note',
	layer: 'cards',
	defaultSize: [200, 200],
	defaultColour: 'yellow',
	fields: optionalFields({ late: v.literal(true) }),
	factsOfThisOne: ['late'],
	migrations: [],
	describe: (element, board) => ({ key: 'note', text: element.text, ...whereIn(element, board) }),
	promotesTo: 'measure',
	holdsIdea: true,
	turnsInto: 'card',
	hasText: true,
	isQuoted: false,
	textLimit: limits.noteText,
	canContain: false,
	keepsContent: false,
	joins: false
});

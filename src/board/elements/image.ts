import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';
import { optionalFields } from '../optional-fields.ts';

/** What only an image says of itself. */
export interface ImageFields {
	/** The fingerprint of its bytes, which the server keeps for the board; left out where a document names none. */
	picture?: string;
}

/** Whether something can name a picture. */
export function isPicture(value: unknown): value is string {
	return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** A picture; its text says what can be seen on it, for search, lists and everybody who does not see it. */
export const image = defineElement({
	type: 'image',
	layer: 'cards',
	defaultSize: [320, 240],
	defaultColour: 'blue',
	fields: optionalFields({ picture: v.custom<string>(isPicture) }),
	factsOfThisOne: [],
	shownIn: ['picture'],
	migrations: [],
	describe: (element, board) => ({ key: 'image', text: element.text, ...whereIn(element, board) }),
	promotesTo: null,
	holdsIdea: false,
	turnsInto: null,
	hasText: true,
	isQuoted: false,
	textLimit: limits.titleText,
	canContain: false,
	keepsContent: false,
	joins: false,
	keepsShape: true,
	colourless: true
});

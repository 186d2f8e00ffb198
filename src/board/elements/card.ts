import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';
import { optionalFields } from '../optional-fields.ts';

/** A card with a title and some sentences: the first line of its text is the title. */
export const card = defineElement({
	type: 'card',
	layer: 'cards',
	defaultSize: [320, 200],
	defaultColour: 'blue',
	fields: optionalFields({ late: v.literal(true) }),
	factsOfThisOne: ['late'],
	migrations: [],
	describe: (element, board) => ({ key: 'card', text: element.text, ...whereIn(element, board) }),
	promotesTo: 'measure',
	holdsIdea: true,
	turnsInto: 'note',
	hasText: true,
	isQuoted: false,
	textLimit: limits.noteText,
	canContain: false,
	keepsContent: false,
	joins: false
});

/** Title and body of a text whose first line is its title. */
export function titleAndBody(text: string): [title: string, body: string] {
	const [title = '', ...body] = text.trim().split('\n');
	return [title.trim(), body.join('\n').trim()];
}

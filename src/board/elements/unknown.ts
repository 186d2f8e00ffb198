import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';

/**
 * The neutral card shown for a kind that this program does not know. A newer program may use it as a container:
 * what lies in it keeps its place, but nothing new is put into it here.
 */
export const unknownElement = defineElement({
	type: 'unknown',
	layer: 'cards',
	defaultSize: [200, 200],
	defaultColour: 'yellow',
	fields: v.object({}),
	factsOfThisOne: [],
	migrations: [],
	describe: (element, board) => ({ key: 'unknown', text: element.text, ...whereIn(element, board) }),
	promotesTo: null,
	holdsIdea: false,
	turnsInto: null,
	hasText: false,
	isQuoted: false,
	textLimit: limits.noteText,
	canContain: false,
	keepsContent: true,
	joins: false
});

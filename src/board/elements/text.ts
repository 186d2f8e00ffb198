import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';

/** Words that lie on the board itself: a headline, the question of an area, a hint of the facilitator. */
export const text = defineElement({
	type: 'text',
	layer: 'scaffold',
	defaultSize: [400, 64],
	defaultColour: 'blue',
	fields: v.object({}),
	factsOfThisOne: [],
	migrations: [],
	describe: (element, board) => ({ key: 'text', text: element.text, ...whereIn(element, board) }),
	promotesTo: null,
	holdsIdea: false,
	turnsInto: null,
	hasText: true,
	isQuoted: false,
	textLimit: limits.noteText,
	canContain: false,
	keepsContent: false,
	joins: false
});

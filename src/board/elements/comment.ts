import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { isElementId } from '../ids.ts';
import { limits } from '../limits.ts';
import { optionalFields } from '../optional-fields.ts';

/** What only the pin of a thread of comments says of itself. What was said, and by whom, stands in no document. */
export interface CommentFields {
	/** The element it is about; left out for a place of the board. */
	on?: string;
	/** How many answers stand, as the server has counted them. */
	answers?: number;
	settled?: true;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The pin of a thread of comments, which the server lays and nobody copies. */
export const comment = defineElement({
	type: 'comment',
	layer: 'cards',
	defaultSize: [64, 48],
	defaultColour: 'yellow',
	fields: optionalFields({ on: v.custom<string>(isElementId), answers: count, settled: v.literal(true) }),
	factsOfThisOne: [],
	toldByServer: ['answers', 'settled'],
	migrations: [],
	describe: (element, board) => ({
		key: 'comment',
		answers: element.answers ?? 0,
		settled: element.settled === true,
		on: (element.on !== undefined && board.byId.get(element.on)?.text) || null,
		...whereIn(element, board)
	}),
	promotesTo: null,
	holdsIdea: false,
	turnsInto: null,
	hasText: false,
	isQuoted: false,
	textLimit: limits.titleText,
	canContain: false,
	keepsContent: false,
	joins: false,
	colourless: true,
	decoration: true,
	unique: true
});

import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';
import { optionalFields } from '../optional-fields.ts';

/** How broad a pen writes, in points of the board. */
export const penWidths = [3, 6, 12] as const;
export type PenWidth = (typeof penWidths)[number];
export const defaultPen: PenWidth = 6;

/** What only a drawing says of itself. */
export interface InkFields {
	/** Its points, packed; left out where a document holds none that can be read. */
	ink?: string;
	/** How broad it is. */
	pen?: PenWidth;
}

/** Whether something can be the points of a stroke. */
export function isInk(value: unknown): value is string {
	return typeof value === 'string' && value.length <= limits.inkLetters && /^[A-Za-z0-9+/]+=*$/.test(value);
}

/** One stroke of a pen. It says nothing by itself; who likes gives it a name. */
export const ink = defineElement({
	type: 'ink',
	layer: 'cards',
	defaultSize: [200, 120],
	defaultColour: 'blue',
	fields: optionalFields({ ink: v.custom<string>(isInk), pen: v.picklist(penWidths) }),
	factsOfThisOne: [],
	shownIn: ['ink'],
	migrations: [],
	describe: (element, board) => ({ key: 'ink', text: element.text, ...whereIn(element, board) }),
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
	decoration: true
});

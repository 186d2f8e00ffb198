import * as v from 'valibot';
import { cleanText } from '../clean-text.ts';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';
import { optionalFields } from '../optional-fields.ts';

/** How an area is laid out; without one of these its content lies freely. */
export const areaLayouts = ['rows', 'columns', 'matrix'] as const;
export type AreaLayout = (typeof areaLayouts)[number];

/** What an axis of a matrix is about, and what little and much of it are called: "Wirkung", "wenig", "viel". */
export type AxisWords = readonly [title: string, low: string, high: string];
/** From left to right, and from below to above. */
export type Axes = readonly [across: AxisWords, up: AxisWords];

/** What only an area says of itself. */
export interface AreaFields {
	/** Whether it is a cluster, where its document alone would not tell: a cluster that was locked, a working area that was freed. */
	cluster?: boolean;
	layout?: AreaLayout;
	/** One value for all six words: they are written in one dialog, and a mixture of two people's axes would say what neither meant. */
	axes?: Axes;
}

const axisWord = v.fallback(v.pipe(v.string(), v.transform(toAxisWord)), '');
const axis = v.fallback(v.tuple([axisWord, axisWord, axisWord]), ['', '', '']);

/** A word of an axis as it may be shown: one short line. */
export function toAxisWord(text: string): string {
	const line = cleanText(text).replace(/\s+/g, ' ').trim();
	return [...line].slice(0, limits.axisWord).join('').trim();
}

/** A titled region whose content moves with it: a working area of the scaffold, or a cluster that people made of notes. */
export const area = defineElement({
	type: 'area',
	layer: 'scaffold',
	defaultSize: [880, 640],
	defaultColour: 'blue',
	fields: optionalFields({ cluster: v.boolean(), layout: v.picklist(areaLayouts), axes: v.tuple([axis, axis]) }),
	factsOfThisOne: [],
	migrations: [],
	describe: (element, board) => ({
		key: 'area',
		title: element.text,
		...whereIn(element, board),
		...(element.layout === 'matrix' && element.axes && { axes: element.axes }),
		count: board.children.get(element.id)?.length ?? 0
	}),
	promotesTo: 'field',
	holdsIdea: false,
	turnsInto: null,
	hasText: true,
	isQuoted: false,
	textLimit: limits.titleText,
	canContain: true,
	keepsContent: true,
	joins: false
});

import * as Y from 'yjs';
import { ok, type Result } from '#domain/result.ts';
import { BoardDocs } from '../board-docs.ts';
import type { Colour } from '../colours.ts';
import type { AreaFields, AreaLayout } from '../elements/area.ts';
import { newElementId, type Random, type RandomBytes } from '../ids.ts';
import { addElements, type NewElement } from '../operations/add-elements.ts';
import type { Box } from '../operations/resize-element.ts';
import { planOfBoard, type ScaffoldPlan } from '../scaffold-plan.ts';
import { Origin } from '../shape.ts';

/** A text in the languages in which boards can be laid out. */
export interface TemplateText {
	de: string;
	en: string;
}

/** The title of an axis, and what little and much of it are called. */
export type TemplateAxis = readonly [title: TemplateText, low: TemplateText, high: TemplateText];

/** One working area of a template. */
export interface TemplateArea {
	/** The name by which an agenda step refers to the area. */
	key: string;
	title: TemplateText;
	question: TemplateText;
	colour?: Colour;
	layout?: AreaLayout;
	/** What the axes of a matrix are about: from left to right, and from below to above. */
	axes?: readonly [TemplateAxis, TemplateAxis];
	/** Impulskarten: cards that lie there from the start, out of reach of participants. */
	cards?: readonly TemplateText[];
}

/** A board that is ready to be worked on: a headline and areas in the order of the work, side by side or in rows. */
export interface BoardTemplate {
	key: string;
	title: TemplateText;
	/** How many areas lie side by side; all of them without it. With it they are as high as a row needs. */
	columns?: number;
	areas: readonly TemplateArea[];
}

/** Who lays out a template, in which language, and with what chance. */
export interface TemplateUse {
	language: keyof TemplateText;
	by: string;
	randomBytes: RandomBytes;
	random: Random;
}

const column = { width: 704, height: 1_400, gap: 64 };
/** A matrix is so wide that four cards lie side by side in each of its quarters. */
const matrixWidth = 1_920;
/** In rows an area is lower; one that has a row for itself is as wide as three, and lower still. */
const row = { height: 760, wide: 3 * column.width + 2 * column.gap, flat: 420 };
const headline = { height: 96, gap: 64 };
const question = { margin: 24, top: 72, height: 72 };
const card = { top: 160, height: 112, gap: 8 };

/** Lays out a template in the scaffold. The answer says which area got which id, so that agenda steps can point to them. */
export function applyTemplate(
	docs: BoardDocs,
	template: BoardTemplate,
	use: TemplateUse,
	origin: Origin
): Result<ReadonlyMap<string, string>> {
	const places = template.areas.map((_, index) => placeOf(index, template));
	const width = Math.max(...places.map(({ x, w }) => x + w));
	const laid: NewElement[] = [
		{
			id: newElementId(use.randomBytes),
			type: 'text',
			by: use.by,
			text: template.title[use.language],
			x: 0,
			y: 0,
			w: width,
			h: headline.height
		}
	];
	const areas = new Map<string, string>();
	for (const [index, area] of template.areas.entries()) {
		const id = newElementId(use.randomBytes);
		areas.set(area.key, id);
		laid.push(...areaWithQuestion(area, id, places[index]!, use));
	}
	const added = addElements(docs, laid, origin, use.random);
	return added.ok ? ok(areas) : added;
}

/** A template as a plan, to be laid beside what lies on a board already. */
export function planOfTemplate(template: BoardTemplate, use: Omit<TemplateUse, 'by'>): ScaffoldPlan {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	applyTemplate(docs, template, { ...use, by: '' }, new Origin('server'));
	return planOfBoard(docs, () => false);
}

/** Where the area of this place in the order lies, and how large it is. */
function placeOf(index: number, { columns, areas }: BoardTemplate): Box {
	const top = headline.height + headline.gap;
	if (columns === undefined) {
		const left = areas.slice(0, index).reduce((sum, area) => sum + widthOf(area) + column.gap, 0);
		return { x: left, y: top, w: widthOf(areas[index]), h: column.height };
	}
	const [w, h] = columns === 1 ? [row.wide, row.flat] : [column.width, row.height];
	const [across, down] = [index % columns, Math.floor(index / columns)];
	return { x: across * (w + column.gap), y: top + down * (h + column.gap), w, h };
}

const widthOf = (area?: TemplateArea) => (area?.layout === 'matrix' ? matrixWidth : column.width);

function ownOf({ layout, axes }: TemplateArea, { language }: TemplateUse): AreaFields {
	const inWords = (axis: TemplateAxis) => axis.map((word) => word[language]) as [string, string, string];
	return { ...(layout && { layout }), ...(axes && { axes: [inWords(axes[0]), inWords(axes[1])] }) };
}

function areaWithQuestion(area: TemplateArea, id: string, { x, y, w, h }: Box, use: TemplateUse): NewElement[] {
	return [
		{
			id,
			type: 'area',
			by: use.by,
			text: area.title[use.language],
			colour: area.colour,
			own: ownOf(area, use),
			...{ x, y, w, h }
		},
		{
			id: newElementId(use.randomBytes),
			type: 'text',
			by: use.by,
			text: area.question[use.language],
			parent: id,
			x: x + question.margin,
			y: y + question.top,
			w: w - 2 * question.margin,
			h: question.height
		},
		...(area.cards ?? []).map((text, at): NewElement => ({
			id: newElementId(use.randomBytes),
			type: 'note',
			layer: 'scaffold',
			by: use.by,
			text: text[use.language],
			colour: area.colour,
			parent: id,
			x: x + question.margin,
			y: y + card.top + at * (card.height + card.gap),
			w: w - 2 * question.margin,
			h: card.height
		}))
	];
}

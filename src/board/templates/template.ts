import { ok, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { Colour } from '../colours.ts';
import { newElementId, type Random, type RandomBytes } from '../ids.ts';
import { addElements, type NewElement } from '../operations/add-elements.ts';
import type { Origin } from '../shape.ts';

/** A text in the languages in which boards can be laid out. */
export interface TemplateText {
	de: string;
	en: string;
}

/** One working area of a template. */
export interface TemplateArea {
	/** The name by which an agenda step refers to the area. */
	key: string;
	title: TemplateText;
	question: TemplateText;
	colour?: Colour;
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
	const columns = template.columns ?? template.areas.length;
	const width = columns === 1 ? row.wide : columns * (column.width + column.gap) - column.gap;
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
		laid.push(...areaWithQuestion(area, id, placeOf(index, template), use));
	}
	const added = addElements(docs, laid, origin, use.random);
	return added.ok ? ok(areas) : added;
}

interface Place {
	x: number;
	y: number;
	w: number;
	h: number;
}

/** Where the area of this place in the order lies, and how large it is. */
function placeOf(index: number, { columns }: BoardTemplate): Place {
	const top = headline.height + headline.gap;
	const w = columns === 1 ? row.wide : column.width;
	const h = columns === undefined ? column.height : columns === 1 ? row.flat : row.height;
	const [across, down] = columns === undefined ? [index, 0] : [index % columns, Math.floor(index / columns)];
	return { x: across * (w + column.gap), y: top + down * (h + column.gap), w, h };
}

function areaWithQuestion(area: TemplateArea, id: string, { x, y, w, h }: Place, use: TemplateUse): NewElement[] {
	return [
		{
			id,
			type: 'area',
			by: use.by,
			text: area.title[use.language],
			colour: area.colour,
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

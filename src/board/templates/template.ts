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

/** A board that is ready to be worked on: a headline and areas side by side, in the order of the work. */
export interface BoardTemplate {
	key: string;
	title: TemplateText;
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
	const width = template.areas.length * (column.width + column.gap) - column.gap;
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
		laid.push(...areaWithQuestion(area, id, index, use));
	}
	const added = addElements(docs, laid, origin, use.random);
	return added.ok ? ok(areas) : added;
}

function areaWithQuestion(area: TemplateArea, id: string, index: number, use: TemplateUse): NewElement[] {
	const x = index * (column.width + column.gap);
	const y = headline.height + headline.gap;
	return [
		{
			id,
			type: 'area',
			by: use.by,
			text: area.title[use.language],
			colour: area.colour,
			x,
			y,
			w: column.width,
			h: column.height
		},
		{
			id: newElementId(use.randomBytes),
			type: 'text',
			by: use.by,
			text: area.question[use.language],
			parent: id,
			x: x + question.margin,
			y: y + question.top,
			w: column.width - 2 * question.margin,
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
			w: column.width - 2 * question.margin,
			h: card.height
		}))
	];
}

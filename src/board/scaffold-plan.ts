import type { Result } from '#domain/result.ts';
import type { BoardDocs } from './board-docs.ts';
import type { BoardElement, BoardSnapshot, OwnFields } from './board-element.ts';
import { cleanText } from './clean-text.ts';
import { movedTo } from './clip.ts';
import { isCluster } from './cluster.ts';
import type { Colour } from './colours.ts';
import { elements, type ElementType } from './elements.ts';
import { readLegend, writeLegend, type Legend } from './legend.ts';
import { layOut, type LayingOut } from './operations/lay-out.ts';
import { outerFirst } from './outer-first.ts';
import { copiedFieldsOf } from './own-fields.ts';
import type { Origin } from './shape.ts';
import { readBoard } from './snapshot.ts';

/** One thing of a scaffold without author and history, as it is kept to be laid out again. Its id only joins it to others of the plan. */
export interface PlannedElement {
	id: string;
	type: ElementType;
	/** The planned area it lies in. */
	parent: string | null;
	x: number;
	y: number;
	w: number;
	h: number;
	colour: Colour;
	text: string;
	own?: OwnFields;
}

/** A prepared board as it is kept: its things, and what the colours mean on it. */
export interface ScaffoldPlan {
	scaffold: readonly PlannedElement[];
	legend: Legend;
}

/** What the areas of a plan are called, in their order. */
export function areasOfPlan({ scaffold }: ScaffoldPlan): string[] {
	return scaffold.filter(({ type, text }) => elements[type].canContain && text.trim() !== '').map(({ text }) => text);
}

/** Who lays out a plan, and with what chance. */
export interface PlanUse extends Pick<LayingOut<PlannedElement>, 'by' | 'randomBytes' | 'random'> {
	/** The left upper corner of it all; left out, everything lies where it lay. */
	at?: { x: number; y: number };
}

/** What of a board is kept to be laid out again; `left` as in `planOfScaffold`. */
export function planOfBoard(docs: BoardDocs, left: (element: BoardElement) => boolean): ScaffoldPlan {
	return { scaffold: planOfScaffold(readBoard(docs), left), legend: readLegend(docs) };
}

/**
 * The scaffold of a board as it is shown now, areas before what lies in them. `left` says what does not belong to it; the bin,
 * the cards and clusters never do, nor does a connector that loses an end.
 */
export function planOfScaffold(board: BoardSnapshot, left: (element: BoardElement) => boolean): PlannedElement[] {
	const kept = board.elements.filter(
		(element): boolean => element.layer === 'scaffold' && !isCluster(element) && !left(element)
	);
	const ids = new Set(kept.map(({ id }) => id));
	const stands = (id: string | null | undefined) => id != null && ids.has(id);
	return outerFirst(kept).flatMap((element) => {
		const { id, type, parent, x, y, w, h, colour, text, from, to } = element;
		if (type === 'unknown' || elements[type].unique || (elements[type].joins && !(stands(from) && stands(to))))
			return [];
		const fitting = cleanText(text.slice(0, elements[type].textLimit));
		const own = copiedFieldsOf(type, element);
		return { id, type, parent: stands(parent) ? parent : null, x, y, w, h, colour, text: fitting, own };
	});
}

/**
 * Lays a plan out in the scaffold of a board under new ids. The answer says which thing of the plan got which. What its colours mean
 * comes along only where they mean nothing yet and no card could be read in another sense than it was written in.
 */
export function layOutPlan(
	docs: BoardDocs,
	{ scaffold, legend }: ScaffoldPlan,
	{ at, ...use }: PlanUse,
	origin: Origin
): Result<ReadonlyMap<string, string>> {
	const nothingSaid = Object.keys(readLegend(docs)).length === 0 && docs.elementsOf('cards').size === 0;
	const plan = at ? movedTo(scaffold, at) : scaffold;
	const laid = layOut(docs, plan, { ...use, layerOf: () => 'scaffold', within: () => null }, origin);
	if (laid.ok && nothingSaid) writeLegend(docs, legend, origin);
	return laid;
}

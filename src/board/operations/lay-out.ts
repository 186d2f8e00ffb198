import { ok, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { elements } from '../elements.ts';
import { newElementId, type Random, type RandomBytes } from '../ids.ts';
import type { PlannedElement } from '../scaffold-plan.ts';
import type { Layer, Origin } from '../shape.ts';
import { addElements, type NewElement } from './add-elements.ts';

/** Who lays things out, with what chance, and where each of them goes. */
export interface LayingOut<T extends PlannedElement> {
	/** The pseudonym under which they are laid, whoever made them first. */
	by: string;
	randomBytes: RandomBytes;
	random: Random;
	layerOf(planned: T): Layer;
	/** The area of the board for what lies in none of the plan. */
	within(planned: T): string | null;
}

/** Lays things out under new ids, areas before what lies in them, as they are joined in the plan. Answers who got which id. */
export function layOut<T extends PlannedElement>(
	docs: BoardDocs,
	plan: readonly T[],
	{ by, randomBytes, random, layerOf, within }: LayingOut<T>,
	origin: Origin
): Result<ReadonlyMap<string, string>> {
	const ids = new Map(plan.map(({ id }) => [id, newElementId(randomBytes)]));
	const fresh = (id: string | null | undefined) => ids.get(id ?? '') ?? null;
	const laid = plan.map((planned): NewElement => {
		const { id, type, x, y, w, h, colour, text, own } = planned;
		const joined = elements[type].joins ? { ...own, from: fresh(own?.from), to: fresh(own?.to) } : own;
		const parent = fresh(planned.parent) ?? within(planned);
		return { id: ids.get(id)!, type, x, y, w, h, colour, text, by, parent, layer: layerOf(planned), own: joined };
	});
	const added = addElements(docs, laid, origin, random);
	return added.ok ? ok(ids) : added;
}

import { definitionOf } from './elements.ts';
import { limits } from './limits.ts';
import type { ReadElement } from './read-element.ts';

/** Where an element stands on the board. */
export interface Standing {
	/** The nearest living area around it, not deeper than areas may nest. */
	parent: string | null;
	depth: number;
	x: number;
	y: number;
	/** The area from which its own place counts: also one in the bin, but never one that would close a circle. */
	within: string | null;
}

/**
 * Finds the place of every element on the board. A missing area counts as the bare board; an area in the bin still
 * gives its content their place; in a circle of areas the link of the largest id is ignored. Nothing is repaired in
 * the documents: every machine reads the same and comes to the same answer.
 */
export function findPlaces(read: ReadonlyMap<string, ReadElement>): Map<string, Standing> {
	const links = new Map<string, string | null>();
	for (const [id, { link }] of read) links.set(id, linkThatHolds(link, read));
	cutCircles(links);
	const places = new Map<string, Standing>();
	for (const start of read.keys()) {
		const path: string[] = [];
		for (let id: string | null = start; id !== null && !places.has(id); id = links.get(id) ?? null) path.push(id);
		for (const id of path.reverse()) places.set(id, standing(id, links.get(id) ?? null, read, places));
	}
	return places;
}

/** The area that an element names, if it is one: only there can anything lie. */
export function linkThatHolds(link: string | null, read: ReadonlyMap<string, ReadElement>): string | null {
	const parent = link === null ? undefined : read.get(link);
	return parent && definitionOf(parent.says.type).keepsContent ? link : null;
}

function cutCircles(links: Map<string, string | null>): void {
	const known = new Set<string>();
	for (const start of links.keys()) {
		const path = new Set<string>();
		let id: string | null = start;
		while (id !== null && !known.has(id) && !path.has(id)) {
			path.add(id);
			id = links.get(id) ?? null;
		}
		if (id !== null && path.has(id)) {
			const steps = [...path];
			const circle = steps.slice(steps.indexOf(id));
			links.set(
				circle.reduce((largest, each) => (each > largest ? each : largest)),
				null
			);
		}
		for (const each of path) known.add(each);
	}
}

/** The place of one element, once that of the area around it is known. */
export function standing(
	id: string,
	link: string | null,
	read: ReadonlyMap<string, ReadElement>,
	places: ReadonlyMap<string, Standing>
): Standing {
	const { x, y } = read.get(id)?.says ?? { x: 0, y: 0 };
	const around = link === null ? undefined : places.get(link);
	if (link === null || !around) return { parent: null, depth: 0, x, y, within: null };
	const place = { x: around.x + x, y: around.y + y, within: link };
	const hidden = read.get(link)?.says.deleted !== undefined || around.depth >= limits.depth;
	return hidden
		? { parent: around.parent, depth: around.depth, ...place }
		: { parent: link, depth: around.depth + 1, ...place };
}

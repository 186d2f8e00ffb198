import * as v from 'valibot';
import * as Y from 'yjs';
import type { FoundElement } from './board-docs.ts';
import { deletionReasons, type BoardElement, type Deletion } from './board-element.ts';
import { cleanText } from './clean-text.ts';
import { colours } from './colours.ts';
import type { StoredFields } from './define-element.ts';
import { definitionOf, shownType } from './elements.ts';
import { isElementId } from './ids.ts';
import { limits } from './limits.ts';
import { orderFrom } from './order.ts';
import { keys } from './shape.ts';

/** What an element says about itself, checked and cleaned; its place and that of connectors still has to be found. */
export type OwnWord = Omit<BoardElement, 'parent' | 'depth' | 'loose'>;

/** One element as its own document tells it: its place is relative to the area that it links to. */
export interface ReadElement {
	link: string | null;
	says: OwnWord;
}

const coordinate = v.pipe(v.number(), v.finite(), v.transform(toCoordinate));
const side = v.pipe(v.number(), v.finite(), v.transform(toSide));
const place = v.strictTuple([coordinate, coordinate]);
const size = v.strictTuple([side, side]);
const colour = v.picklist(colours);
const pseudonym = v.pipe(v.string(), v.maxLength(100), v.transform(cleanText), v.minLength(1));
const deletion = v.pipe(
	v.object({ by: pseudonym, at: v.pipe(v.number(), v.finite(), v.minValue(0)), why: v.optional(v.unknown()) }),
	v.transform(({ by, at, why }): Deletion => {
		const reason = deletionReasons.find((each) => each === why);
		return reason ? { by, at, why: reason } : { by, at };
	})
);

/** A coordinate within the board; far or negative-zero values come to rest. */
export function toCoordinate(value: number): number {
	return Math.min(Math.max(value, -limits.coordinate), limits.coordinate) + 0;
}

/** A side length that can be seen and grasped. */
export function toSide(value: number): number {
	return Math.min(Math.max(value, limits.smallestSide), limits.largestSide);
}

/** Reads one element, whatever is in it: wrong values give way to defaults, an unknown kind becomes a neutral card. */
export function readElement({ id, layer, map }: FoundElement, version: number): ReadElement {
	const type = shownType(map.get(keys.type));
	const definition = definitionOf(type);
	const stored = definition.migrations.slice(version - 1).reduce((fields, step) => step(fields), storedFields(map));
	const [x, y] = definition.joins ? [0, 0] : check(place, stored[keys.place], [0, 0]);
	const [w, h] = definition.joins ? [0, 0] : check(size, stored[keys.size], definition.defaultSize);
	const link = stored[keys.parent];
	const deleted = check<Deletion | null>(deletion, stored[keys.deleted], null);
	const says: OwnWord = {
		id,
		type,
		layer,
		x,
		y,
		w,
		h,
		order: orderFrom(stored[keys.order]),
		colour: check(colour, stored[keys.colour], definition.defaultColour),
		text: readText(map),
		by: check<string | null>(pseudonym, stored[keys.author], null)
	};
	if (deleted) says.deleted = deleted;
	return {
		link: !definition.joins && isElementId(link) ? link : null,
		says: Object.assign(says, v.parse(definition.fields, stored))
	};
}

/** The place of an element within its area, as its document tells it. */
export function readPlace(map: Y.Map<unknown>): readonly [number, number] {
	return check(place, map.get(keys.place), [0, 0]);
}

/** The text of an element as it may be shown. */
function readText(map: Y.Map<unknown>): string {
	const text = textOf(map);
	return text ? cleanText(text.toString()) : '';
}

/** The shared text of an element, where there is one of the right kind. */
export function textOf(map: Y.Map<unknown>): Y.Text | undefined {
	const text = map.get(keys.text);
	return text instanceof Y.Text && !(text instanceof Y.XmlText) ? text : undefined;
}

function storedFields(map: Y.Map<unknown>): StoredFields {
	const stored: StoredFields = {};
	map.forEach((value, name) => {
		if (name !== '__proto__') stored[name] = value;
	});
	return stored;
}

function check<T>(schema: v.GenericSchema<unknown, NoInfer<T>>, value: unknown, otherwise: T): T {
	if (value === undefined) return otherwise;
	const result = v.safeParse(schema, value);
	return result.success ? result.output : otherwise;
}

import * as v from 'valibot';
import type { ShownType } from './board-element.ts';
import { cleanText } from './clean-text.ts';
import type { Clip, ClippedElement } from './clip.ts';
import { colours } from './colours.ts';
import { definitionOf, elements, shownType, type ElementType } from './elements.ts';
import { isElementId } from './ids.ts';
import { outerFirst } from './outer-first.ts';
import { copiedFieldsOf } from './own-fields.ts';
import { toCoordinate, toSide } from './read-element.ts';
import { layers } from './shape.ts';

/*
 * A clip as it travels through the clipboard: hidden in a piece of HTML, which every browser lets through from one page to another.
 * What comes back may be anybody's, so that it is read as a stranger's document is: checked, cleaned, and never trusted.
 */

const mark = 'data-wirkraum';
const marked = new RegExp(`${mark}="([^"]*)"`);
/** Letters of a clip that are still looked at: some ten thousand cards. */
const mostLetters = 10_000_000;

const isCopied = (type: ShownType) => type !== 'unknown' && !definitionOf(type).unique;
const id = v.custom<string>(isElementId);
const link = v.fallback(v.nullable(id), null);
const coordinate = v.pipe(v.number(), v.finite(), v.transform(toCoordinate));
const side = v.pipe(v.number(), v.finite());
const clipped = v.object({
	id,
	type: v.custom<ElementType>((type) => isCopied(shownType(type))),
	layer: v.picklist(layers),
	parent: link,
	x: coordinate,
	y: coordinate,
	w: side,
	h: side,
	colour: v.optional(v.picklist(colours)),
	text: v.fallback(v.string(), ''),
	own: v.optional(v.unknown())
});

/** A clip and its words as HTML that a word processor shows as plain lines. */
export function clipToHtml(clip: Clip, lines: readonly string[]): string {
	const hidden = encodeURIComponent(JSON.stringify(clip));
	return `<div ${mark}="${hidden}">${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`;
}

/** The clip in a piece of HTML, or null where there is none that this program can read. */
export function clipFromHtml(html: string): Clip | null {
	const hidden = html.length <= mostLetters ? marked.exec(html)?.[1] : undefined;
	if (hidden === undefined) return null;
	try {
		const told: unknown = JSON.parse(decodeURIComponent(hidden));
		return Array.isArray(told) ? soundClip(told) : null;
	} catch {
		return null;
	}
}

/** What of things that were kept or carried can be laid on a board: each id once, areas before their content, arrows with both their ends. */
export function soundClip(told: readonly unknown[]): Clip {
	const byId = new Map<string, ClippedElement>();
	for (const each of told) {
		const read = v.safeParse(clipped, each);
		if (read.success && !byId.has(read.output.id)) byId.set(read.output.id, soundElement(read.output));
	}
	const earlier = new Set<string>();
	return outerFirst([...byId.values()]).flatMap((each) => {
		const { joins } = elements[each.type];
		const ends = [each.own?.from, each.own?.to].map((end) => byId.get(end ?? '')?.type);
		if (joins && (each.own?.from === each.own?.to || ends.some((end) => !end || elements[end].joins))) return [];
		const around = byId.get(each.parent ?? '');
		const inside = !joins && around && earlier.has(around.id) && elements[around.type].canContain;
		earlier.add(each.id);
		return { ...each, parent: inside ? around.id : null };
	});
}

function soundElement({ colour, text, w, h, own, ...said }: v.InferOutput<typeof clipped>): ClippedElement {
	const { defaultColour, textLimit, joins } = elements[said.type];
	return {
		...said,
		w: joins ? 0 : toSide(w),
		h: joins ? 0 : toSide(h),
		colour: colour ?? defaultColour,
		text: cleanText(text.slice(0, textLimit)),
		own: copiedFieldsOf(said.type, own)
	};
}

function escaped(line: string): string {
	return line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

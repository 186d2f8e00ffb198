import { ok, refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { movedTo, type Clip, type ClippedElement } from '../clip.ts';
import { elements } from '../elements.ts';
import { limits } from '../limits.ts';
import type { Origin } from '../shape.ts';
import { layOut, type LayingOut } from './lay-out.ts';

/** Who pastes, and where. */
export interface Pasting extends Pick<LayingOut<ClippedElement>, 'by' | 'randomBytes' | 'random'> {
	/** The left upper corner of it all on the board. */
	at: { x: number; y: number };
	/** The area of the board for what lies in no area of the clip; its place is that on the board already. */
	within(element: ClippedElement): string | null;
	/** Whether the scaffold may be written: otherwise what was locked comes as cards. */
	mayScaffold: boolean;
}

/** Lays a clip on the board, all of it or nothing. The answer names the new outermost things, in their order. */
export function pasteClip(docs: BoardDocs, clip: Clip, pasting: Pasting, origin: Origin): Result<string[]> {
	if (clip.length > limits.pasted) {
		return refuse({ code: 'board.too-much-pasted', count: clip.length, limit: limits.pasted });
	}
	const { at, mayScaffold, ...use } = pasting;
	const laid = movedTo(mayScaffold ? clip : clip.map(unlocked), at);
	const ids = layOut(docs, laid, { ...use, layerOf: ({ layer }) => layer }, origin);
	if (!ids.ok) return ids;
	return ok(laid.filter(isOutermost).map(({ id }) => ids.value.get(id)!));
}

/** What was locked as a card of all. An area among the cards is a cluster, and needs not say so. */
function unlocked(element: ClippedElement): ClippedElement {
	if (element.layer === 'cards') return element;
	const { cluster: _, ...own } = element.own ?? {};
	return { ...element, layer: 'cards', own };
}

const isOutermost = ({ parent, type }: ClippedElement) => parent === null && !elements[type].joins;

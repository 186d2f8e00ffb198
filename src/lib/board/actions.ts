import type { OwnFields } from '#board/board-element.ts';
import type { Colour } from '#board/colours.ts';
import type { ConnectorKind } from '#board/elements/connector.ts';
import { elements, type ElementType } from '#board/elements.ts';
import { freePlaces } from '#board/free-places.ts';
import { clipOf, type Clip } from '#board/clip.ts';
import { newElementId } from '#board/ids.ts';
import { addElement, type NewElement } from '#board/operations/add-elements.ts';
import { changeLayer } from '#board/operations/change-layer.ts';
import { changeOwnFields } from '#board/operations/change-own-fields.ts';
import { connect } from '#board/operations/connect.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { editText, type TextEdit } from '#board/operations/edit-text.ts';
import { layOutPlan, type ScaffoldPlan } from '#board/scaffold-plan.ts';
import { pasteClip } from '#board/operations/paste-clip.ts';
import { putIntoArea } from '#board/operations/put-into-area.ts';
import { recolourElements } from '#board/operations/recolour-elements.ts';
import { restoreElements } from '#board/operations/restore-elements.ts';
import { turnInto } from '#board/operations/turn-into.ts';
import { type Layer } from '#board/shape.ts';
import { ok, type Result } from '#domain/result.ts';
import { besideAll, groupPlan, withContent } from './arrange.ts';
import type { Point } from './camera.ts';
import { duplicatePlace, pastePlace, type PastePlace } from './paste-place.ts';
import type { SpatialIndex } from '#board/spatial.ts';
import { Placing } from './placing.ts';

/** Where a new thing shall lie: around a place on the board, in an area, or wherever there is room. */
export interface Where {
	at?: Point;
	area?: string | null;
}

/** What a new thing has beside what goes without saying. */
export interface Additions extends Pick<NewElement, 'own' | 'text' | 'colour'> {
	size?: readonly [number, number];
}

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/**
 * What a person can do with a board, each as one step that she can take back. The same for both views; whether she may do it
 * is asked before (`Desk`) and enforced by the server for each of the two documents.
 */
export class BoardActions extends Placing {
	/** Lays a new thing on the board and answers its id. */
	add(type: ElementType, { at, area = null }: Where, more: Additions = {}): Result<string> {
		return this.step((board) => {
			const id = newElementId(randomBytes);
			const [w, h] = more.size ?? elements[type].defaultSize;
			const place = at ? { x: at.x - w / 2, y: at.y - h / 2 } : freePlaces(board, area, 1, { w, h })[0];
			const added = addElement(
				this.docs,
				{ id, type, by: this.by, parent: area, w, h, text: more.text, colour: more.colour, own: more.own, ...place },
				this.origin,
				Math.random
			);
			return added.ok ? ok(id) : added;
		});
	}

	/** Makes a group of several things and answers its id. */
	group(ids: readonly string[]): Result<string> {
		return this.step((board) => {
			const id = newElementId(randomBytes);
			const plan = groupPlan(board, ids);
			if (!plan) return { ok: false, problem: { code: 'board.element-missing' } };
			const frame = {
				id,
				type: 'area' as const,
				by: this.by,
				layer: 'cards' as const,
				parent: plan.parent,
				...plan.box
			};
			const added = addElement(this.docs, frame, this.origin, Math.random);
			if (!added.ok) return added;
			const put = putIntoArea(this.docs, ids, id, this.origin, plan.places);
			return put.ok ? ok(id) : put;
		});
	}

	/** Joins two things and answers the id of the connector. */
	connect(from: string, to: string, kind: ConnectorKind = 'affects'): Result<string> {
		return this.step(() => {
			const id = newElementId(randomBytes);
			const joined = connect(this.docs, { id, from, to, kind, by: this.by }, this.origin, Math.random);
			return joined.ok ? ok(id) : joined;
		});
	}

	/** Lays a clip on the board and answers the ids of its outermost things. */
	paste(clip: Clip, where: Where, index: SpatialIndex, mayScaffold: boolean): Result<string[]> {
		return this.step((board) => this.#paste(clip, pastePlace(board, index, clip, where), mayScaffold));
	}

	/** Lays a prepared board beside what is on this one. The answer says which thing of the plan got which id. */
	layPlan(plan: ScaffoldPlan): Result<ReadonlyMap<string, string>> {
		return this.step((board) => {
			const use = { by: this.by, randomBytes, random: Math.random, at: besideAll(board, plan.scaffold) };
			return layOutPlan(this.docs, plan, use, this.origin);
		});
	}

	/** Lays the same things beside themselves once more. */
	duplicate(ids: readonly string[], mayScaffold: boolean): Result<string[]> {
		return this.step((board) => {
			const clip = clipOf(board, withContent(board, ids));
			return this.#paste(clip, duplicatePlace(board, clip), mayScaffold);
		});
	}

	recolour = (ids: readonly string[], colour: Colour) =>
		this.step(() => recolourElements(this.docs, ids, colour, this.origin));

	remove = (ids: readonly string[]) =>
		this.step(() => deleteElements(this.docs, ids, { by: this.by, at: this.now() }, this.origin));

	restore = (ids: readonly string[]) => this.step(() => restoreElements(this.docs, ids, this.origin));

	/** Writes what was typed, as part of the step that was begun. */
	write = (id: string, edit: TextEdit) => editText(this.docs, id, edit, this.origin);

	/** Lets a thing say something else of itself. */
	saySelf = (id: string, own: OwnFields) => this.step(() => changeOwnFields(this.docs, id, own, this.origin));

	turnInto = (ids: readonly string[], type: ElementType) =>
		this.step(() => turnInto(this.docs, ids, type, this.origin));

	changeLayer = (ids: readonly string[], layer: Layer) =>
		this.step(() => changeLayer(this.docs, ids, layer, this.origin));

	#paste(clip: Clip, place: PastePlace, mayScaffold: boolean): Result<string[]> {
		const pasting = { ...place, mayScaffold, by: this.by, randomBytes, random: Math.random };
		return pasteClip(this.docs, clip, pasting, this.origin);
	}
}

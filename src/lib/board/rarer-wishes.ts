import type { BoardElement } from '#board/board-element.ts';
import { definitionOf } from '#board/elements.ts';
import * as m from '#paraglide/messages.js';
import type { Point } from './camera.ts';
import type { Desk } from './desk.svelte.ts';
import { scaledBox } from './resized-box.ts';

/*
 * What is wished for more rarely than what `wishes.ts` holds, so that no board waits for it.
 */

/** Takes the pen, or puts it down again. Where somebody draws, nothing is chosen. */
export function takePen(desk: Desk): void {
	if (!desk.rights.mayCards) return desk.announcer.say(m.board_said_not_allowed());
	desk.mode = desk.mode === 'draw' ? 'choose' : 'draw';
	desk.connectFrom = null;
	desk.selection.clear();
}

/** Comments on a thing, else at a place. What was said is read by everybody. */
export function comment(desk: Desk, id: string | null, at?: Point): void {
	const about = desk.board.element(id);
	const placed = about && !definitionOf(about.type).joins ? about.id : null;
	if (!desk.mayComment && !(placed && desk.pinOn(placed))) return desk.announcer.say(m.board_said_not_allowed());
	desk.showComments(placed, at && { x: Math.round(at.x), y: Math.round(at.y) });
}

/** Makes a thing larger or smaller in its proportion, as drawing its corner does. */
export function scale(desk: Desk, element: BoardElement, factor: number): void {
	if (desk.tell(desk.actions.resize(element.id, scaledBox(element, factor))) === null) return;
	desk.announcer.say(factor > 1 ? m.board_said_larger() : m.board_said_smaller());
}

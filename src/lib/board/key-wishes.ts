import { neighbourOf, type Direction } from '#board/neighbours.ts';
import { definitionOf, isConnectable } from '#board/elements.ts';
import * as m from '#paraglide/messages.js';
import type { Where } from './actions.ts';
import { areaAt } from './arrange.ts';
import type { Point } from './camera.ts';
import type { Canvas } from './canvas.svelte.ts';
import { pasteByButton } from './clipboard-menu.ts';
import type { Desk } from './desk.svelte.ts';
import { grantAtDesk } from './desk-wishes.ts';
import { focusOn, nextAfter } from './focus.ts';
import type { KeyWish } from './keys.ts';
import { keepPreferences } from './preferences.ts';
import { addArea, addNote, remove } from './wishes.ts';

/** How far one press of an arrow key moves a card, and with Shift. */
const step = { small: 20, big: 200 };
const ways: Record<Direction, Point> = {
	left: { x: -1, y: 0 },
	right: { x: 1, y: 0 },
	up: { x: 0, y: -1 },
	down: { x: 0, y: 1 }
};

/** Does on the canvas what is asked for. `toList` shows the other view. */
export function grant(wish: KeyWish, canvas: Canvas, toList: () => void): void {
	const { desk } = canvas;
	const { selection } = desk;
	const ids = [...selection.ids];
	switch (wish.does) {
		case 'go':
			return go(canvas, wish.direction, wish.adding);
		case 'first':
			return arrive(canvas, desk.order[0]);
		case 'last':
			return arrive(canvas, desk.order.at(-1));
		case 'choose-also':
			return chooseAlso(canvas);
		case 'move':
			return nudge(canvas, wish.direction, wish.big);
		case 'new-note':
			return noteHere(canvas);
		case 'new-picture':
			return void desk.need().then((atNeed) => atNeed?.choosePicture(desk, placeHere(canvas)));
		case 'comment':
			return void desk.need().then((atNeed) => atNeed?.comment(desk, selection.only, canvas.middle));
		case 'draw':
			return void desk.need().then((atNeed) => atNeed?.takePen(desk));
		case 'new-area':
			return addArea(desk, { at: canvas.middle });
		case 'paste':
			return void pasteByButton(desk, pasteHere(canvas));
		case 'leave':
			return leave(canvas);
		case 'connect':
			if (ids.length === 0) desk.announcer.say(m.board_said_choose_first());
			else if (desk.rights.mayCards) askForPartner(desk, ids[0]!);
			return;
		case 'delete': {
			const next = nextAfter(desk, selection.ids);
			return remove(desk, ids) ? arrive(canvas, next ?? undefined) : undefined;
		}
		case 'list':
			return toList();
		case 'zoom-in':
			return canvas.zoomBy(1);
		case 'zoom-out':
			return canvas.zoomBy(-1);
		case 'fit':
			return canvas.fit();
		case 'call':
			return desk.follow.callEverybody();
		case 'slides':
			return desk.slides.start();
		case 'minimap':
			desk.minimapOn = !desk.minimapOn;
			return keepPreferences(desk);
		default:
			grantAtDesk(wish, desk, ids);
			// Its place among the elements of the page has changed, and with it browsers take the focus away.
			if (wish.does === 'stack' && selection.active !== null) focusOn(selection.active);
	}
}

/** A new card in the area of the chosen one, else in the middle of what is seen. */
export function noteHere(canvas: Canvas): void {
	const { desk } = canvas;
	if (!desk.rights.mayCards) return desk.announcer.say(m.board_said_not_allowed());
	addNote(desk, placeHere(canvas));
}

/** Where what is pasted goes: under the pointer, and without one where a new card would. */
export function pasteHere(canvas: Canvas): Where {
	return canvas.pointer ? { at: canvas.pointer } : placeHere(canvas);
}

/** Where a new thing goes that nobody points to. */
export function placeHere({ desk, middle }: Canvas): Where {
	const active = desk.board.element(desk.selection.only);
	const within = active && (definitionOf(active.type).canContain ? active.id : active.parent);
	if (within) return { area: within };
	const area = areaAt(desk.board.index, middle, new Set());
	return area ? { area: area.id } : { at: middle };
}

function go(canvas: Canvas, direction: Direction, adding: boolean): void {
	const { desk } = canvas;
	const { tabStop } = desk;
	const to = tabStop === null ? undefined : neighbourOf(desk.snapshot, tabStop, direction)?.id;
	const before = [...desk.selection.ids].filter((id) => id !== to);
	arrive(canvas, to);
	if (!adding || to === undefined) return;
	desk.selection.chooseAll([...before, to]);
	tellChosen(desk);
}

/** Takes what the keyboard is at into what is chosen, or out of it again. */
function chooseAlso({ desk }: Canvas): void {
	if (desk.tabStop === null) return;
	desk.selection.toggle(desk.tabStop);
	tellChosen(desk);
}

function tellChosen({ announcer, selection }: Desk): void {
	announcer.say(m.board_selected({ count: selection.ids.size }));
}

function arrive(canvas: Canvas, id: string | undefined): void {
	if (id === undefined) return;
	// Who goes by keys works there, wherever the mouse lies.
	canvas.pointer = null;
	canvas.desk.selection.choose(id);
	canvas.reveal(id);
	focusOn(id);
}

function askForPartner(desk: Desk, id: string): void {
	const from = desk.board.element(id);
	if (from && isConnectable(from)) desk.dialog = { is: 'connect', ids: [id] };
	else desk.announcer.say(m.problem_board_end_not_connectable());
}

function nudge(canvas: Canvas, direction: Direction, big: boolean): void {
	const { desk } = canvas;
	const ids = desk.changeable(desk.selection.ids);
	if (ids.length === 0) return;
	const { x, y } = ways[direction];
	const length = big ? step.big : step.small;
	desk.tell(desk.actions.nudge(ids, { x: x * length, y: y * length }));
	if (desk.selection.active) canvas.reveal(desk.selection.active);
	desk.announcer.say(m.board_said_place());
}

function leave(canvas: Canvas): void {
	const { desk } = canvas;
	if (desk.mode !== 'choose') {
		desk.mode = 'choose';
		desk.connectFrom = null;
	} else desk.selection.clear();
}

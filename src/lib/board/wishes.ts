import type { BoardElement } from '#board/board-element.ts';
import type { Colour } from '#board/colours.ts';
import type { AreaFields, Axes } from '#board/elements/area.ts';
import type { ConnectorKind } from '#board/elements/connector.ts';
import { elements, type ElementType } from '#board/elements.ts';
import type { Stacking } from '#board/operations/stack-elements.ts';
import { saidBy, type Quarter } from '#board/matrix.ts';
import type { Layer } from '#board/shape.ts';
import type { LinkedView } from '#protocol/linked-views.ts';
import * as m from '#paraglide/messages.js';
import type { Additions, Where } from './actions.ts';
import { leastFor, type Alignment } from './align.ts';
import { below, beside } from './arrange.ts';
import type { Desk } from './desk.svelte.ts';
import { quarterWords } from './matrix-words.ts';
import { colourWord, kindWord, nameOf, shortText } from './words.ts';

/*
 * What people wish for by a key, a button or a menu, in either view: the step itself, and a word about it.
 */

/** A new note, named at once. */
export function addNote(desk: Desk, where: Where): void {
	addNamed(desk, 'note', where, m.board_said_added());
}

/** A new text card, written at once. */
export function addCard(desk: Desk, where: Where): void {
	addNamed(desk, 'card', where, m.kinds_said_card());
}

/** Something of the house, in the words that it has today. */
export function addLinked(desk: Desk, { kind, ref, words }: LinkedView, where: Where): void {
	const text = words.slice(0, elements[kind].textLimit);
	const id = desk.tell(desk.actions.add(kind, where, { text, own: { ref } }));
	const made = desk.board.element(id);
	if (!made) return;
	desk.goTo(made.id);
	desk.announcer.say(m.kinds_said_linked({ name: nameOf(made, desk.snapshot) }));
}

/** A new area in the scaffold, named at once. */
export function addArea(desk: Desk, where: Where): void {
	addNamed(desk, 'area', where, m.board_said_area());
}

const matrixSize = [1_560, 1_216] as const;
const laneSize = [2_240, 420] as const;

/** A matrix about effect and effort, unless its axes are named otherwise. */
export function addMatrix(desk: Desk): void {
	const [low, high] = [m.kinds_matrix_low(), m.kinds_matrix_high()];
	const axes: Axes = [
		[m.kinds_matrix_across(), low, high],
		[m.kinds_matrix_up(), low, high]
	];
	addNamed(desk, 'area', beside(desk.snapshot, matrixSize), m.kinds_said_matrix(), {
		size: matrixSize,
		own: { layout: 'matrix', axes }
	});
}

/** A wide area in which cards lie side by side. */
export function addLane(desk: Desk): void {
	addNamed(desk, 'area', below(desk.snapshot, laneSize), m.kinds_said_lane(), {
		size: laneSize,
		own: { layout: 'rows' }
	});
}

function addNamed(desk: Desk, type: ElementType, where: Where, word: string, more?: Additions): void {
	const id = desk.tell(desk.actions.add(type, where, more));
	if (id === null) return;
	desk.announcer.say(word);
	desk.edit(id);
}

/** So many things go into the bin without a question. */
const mostUnasked = 5;

/** Into the bin, with a way back. Where it is many things, she is asked first. Answers whether they went at once. */
export function remove(desk: Desk, ids: Iterable<string>): boolean {
	const gone = desk.changeable(ids);
	if (gone.length > mostUnasked) {
		desk.dialog = { is: 'remove', ids: gone };
		return false;
	}
	removeNow(desk, gone);
	return true;
}

/** The same without a question. */
export function removeNow(desk: Desk, gone: readonly string[]): void {
	if (gone.length === 0 || desk.tell(desk.actions.remove(gone)) === null) return;
	desk.announcer.say(m.board_said_deleted({ count: gone.length }), {
		label: m.board_tool_undo(),
		accept: () => restore(desk, gone)
	});
}

export function restore(desk: Desk, ids: readonly string[]): void {
	if (desk.tell(desk.actions.restore(ids)) === null) return;
	desk.announcer.say(m.board_said_restored());
}

export function putInto(desk: Desk, ids: Iterable<string>, area: string | null): void {
	const moved = desk.changeable(ids);
	if (moved.length === 0 || desk.tell(desk.actions.putInto(moved, area)) === null) return;
	const around = desk.board.element(area);
	desk.announcer.say(around ? m.board_said_moved({ area: shortText(around) }) : m.board_said_moved_nowhere());
}

export function putIntoQuarter(desk: Desk, ids: Iterable<string>, area: string, quarter: Quarter): void {
	const moved = desk.changeable(ids);
	const matrix = desk.board.element(area);
	if (!matrix || moved.length === 0 || desk.tell(desk.actions.putIntoQuarter(moved, matrix, quarter)) === null) return;
	const says = quarterWords({ at: quarter, says: saidBy(matrix, quarter) });
	desk.announcer.say(m.kinds_said_quarter({ area: shortText(matrix), quarter: says }));
}

/** Lays the content of a lane in line; what this person may not change stays. */
export function tidy(desk: Desk, lane: BoardElement): void {
	if (desk.tell(desk.actions.tidy(lane, (element) => desk.may(element))) !== null)
		desk.announcer.say(m.kinds_said_tidy());
}

export function changeLayout(desk: Desk, id: string, layout: Pick<AreaFields, 'layout' | 'axes'>): void {
	if (desk.tell(desk.actions.saySelf(id, layout)) !== null) desk.announcer.say(m.kinds_said_layout());
}

/** Shows things as another kind with the same text. */
export function turnInto(desk: Desk, ids: Iterable<string>, type: ElementType): void {
	const turned = desk.changeable(ids);
	if (turned.length === 0 || desk.tell(desk.actions.turnInto(turned, type)) === null) return;
	desk.announcer.say(m.kinds_said_turned({ kind: kindWord[type]() }));
}

export function recolour(desk: Desk, ids: Iterable<string>, colour: Colour): void {
	const coloured = desk.changeable(ids);
	if (coloured.length === 0 || desk.tell(desk.actions.recolour(coloured, colour)) === null) return;
	desk.announcer.say(m.board_said_coloured({ colour: colourWord[colour]() }));
}

/** A group around several things, named at once. */
export function group(desk: Desk, ids: Iterable<string>): void {
	const grouped = desk.changeable(ids);
	if (grouped.length === 0) return;
	if (grouped.length < 2) return desk.announcer.say(m.board_said_choose_more());
	const id = desk.tell(desk.actions.group(grouped));
	if (id === null) return;
	desk.mode = 'choose';
	desk.announcer.say(m.board_said_grouped());
	desk.edit(id);
}

/** Brings things into line, or gives them equal gaps. */
export function align(desk: Desk, ids: Iterable<string>, how: Alignment): void {
	const own = desk.changeable(ids);
	if (own.length === 0) return;
	if (own.length < leastFor(how)) return desk.announcer.say(m.board_said_choose_more());
	if (desk.tell(desk.actions.align(own, how)) !== null) desk.announcer.say(m.board_said_arranged());
}

const stacked: Record<Stacking, () => string> = {
	front: m.canvas_said_front,
	forward: m.canvas_said_forward,
	backward: m.canvas_said_backward,
	back: m.canvas_said_back
};

/** Lays things above or below those beside them. */
export function stack(desk: Desk, ids: Iterable<string>, way: Stacking): void {
	const own = desk.changeable(ids);
	const moved = own.length > 0 ? desk.tell(desk.actions.stack(own, way)) : null;
	if (moved !== null) desk.announcer.say(moved > 0 ? stacked[way]() : m.canvas_said_stacked());
}

export function connect(desk: Desk, from: string, to: string, kind?: ConnectorKind): void {
	const id = desk.tell(desk.actions.connect(from, to, kind));
	const made = desk.board.element(id);
	if (made) desk.announcer.say(m.board_said_connected({ sentence: nameOf(made, desk.snapshot) }));
}

/** Locking moves a thing into the document of the facilitators, freeing back to that of all. */
export function changeLayer(desk: Desk, ids: readonly string[], layer: Layer): void {
	if (desk.tell(desk.actions.changeLayer(ids, layer)) === null) return;
	desk.announcer.say(layer === 'scaffold' ? m.board_said_locked() : m.board_said_freed());
}

export function takeBack(desk: Desk, way: 'undo' | 'redo'): void {
	const answer = desk.actions[way]();
	desk.board.settle();
	const done = way === 'undo' ? m.board_said_undone() : m.board_said_redone();
	const words = { done, overtaken: m.board_said_overtaken(), nothing: m.board_said_nothing() };
	desk.announcer.say(words[answer]);
}

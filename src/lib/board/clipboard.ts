import { cellsOf, clipOfCells, inColumns, type Rows } from '#board/cells.ts';
import { clipFromHtml, clipToHtml } from '#board/clip-format.ts';
import { clipOf, linesOf, placedOf, type Clip } from '#board/clip.ts';
import { elements } from '#board/elements.ts';
import * as m from '#paraglide/messages.js';
import type { Where } from './actions.ts';
import { withContent } from './arrange.ts';
import type { Desk } from './desk.svelte.ts';
import { focusOn, nextAfter } from './focus.ts';
import { columnsFor } from './paste-place.ts';
import { tableIn } from './table-in.ts';
import { restore } from './wishes.ts';

/** What goes through the clipboard: words for every program, and HTML in which our things are hidden. */
export interface Carried {
	plain: string;
	html: string;
	/** Files of other programs. */
	pictures?: readonly Blob[];
}

/** What of a board goes into the clipboard; null where it is nothing, and she is told. */
export function copied(desk: Desk, ids: Iterable<string>): Carried | null {
	const all = withContent(desk.snapshot, ids);
	const clip = clipOf(desk.snapshot, all);
	if (clip.length === 0) {
		desk.announcer.say(m.board_said_choose_first());
		return null;
	}
	desk.announcer.say(m.board_said_copied({ count: placedOf(clip).length }));
	const lines = linesOf(desk.snapshot, all);
	return { plain: lines.join('\n'), html: clipToHtml(clip, lines) };
}

/** The same of what she may change, which goes into the bin, with a way back. What lies in an area goes with it. */
export function cut(desk: Desk, ids: Iterable<string>): Carried | null {
	const all = desk.changeable(withContent(desk.snapshot, ids));
	const next = nextAfter(desk, new Set(all));
	const carried = all.length > 0 ? copied(desk, all) : null;
	if (!carried || desk.tell(desk.actions.remove(all)) === null) return null;
	desk.announcer.say(m.board_said_cut({ count: all.length }), {
		label: m.board_tool_undo(),
		accept: () => restore(desk, all)
	});
	if (next) focusOn(next);
	return carried;
}

/** Lays on the board what the clipboard holds: things of a board, the cells of a table, or a card for each line. */
export function paste(desk: Desk, carried: Carried, where: Where): void {
	if (!desk.rights.mayCards) return desk.announcer.say(m.board_said_not_allowed());
	const own = clipFromHtml(carried.html);
	// Spreadsheets and word processors give a picture of their words, too.
	const { pictures = [] } = carried;
	if (!own && carried.plain.trim() === '' && pictures.length > 0)
		return void desk.need().then((atNeed) => atNeed?.placePictures(desk, pictures, where));
	const clip = own ?? clipOfRows(desk, carried, where);
	if (clip.length === 0) return desk.announcer.say(m.board_said_nothing_to_paste());
	if (!clip.some(({ own }) => own?.picture)) return lay(desk, clip, where);
	const brought = desk.need().then((atNeed) => atNeed?.bringPictures(desk, clip));
	void brought.then(() => lay(desk, clip, where));
}

function lay(desk: Desk, clip: Clip, where: Where): void {
	const ids = desk.tell(desk.actions.paste(clip, where, desk.board.index, desk.rights.mayScaffold));
	if (ids === null) return;
	const placed = placedOf(clip);
	const words = placed.every(({ type }) => type === 'note') ? m.board_said_pasted : m.board_said_pasted_things;
	choose(desk, ids, words({ count: placed.length }));
}

export function duplicate(desk: Desk, ids: readonly string[]): void {
	if (!desk.rights.mayCards) return desk.announcer.say(m.board_said_not_allowed());
	if (placedOf(clipOf(desk.snapshot, new Set(ids))).length === 0) {
		return desk.announcer.say(m.board_said_choose_first());
	}
	const made = desk.tell(desk.actions.duplicate(ids, desk.rights.mayScaffold));
	if (made !== null) choose(desk, made, m.board_said_duplicated({ count: made.length }));
}

function clipOfRows(desk: Desk, { plain, html }: Carried, where: Where): Clip {
	const cells = cellsOf(plain);
	const rows: Rows = plain.includes('\t') ? cells : (tableIn(html) ?? linesFor(desk, cells, where));
	return clipOfCells(rows);
}

function linesFor(desk: Desk, cells: Rows, where: Where): Rows {
	const lines = cells.flat().filter((line) => line.trim() !== '');
	return inColumns(lines, columnsFor(desk.snapshot, where, lines.length, elements.note.defaultSize[0]));
}

function choose(desk: Desk, ids: readonly string[], word: string): void {
	desk.selection.chooseAll(ids);
	desk.announcer.say(word);
	const last = ids.at(-1);
	if (last) focusOn(last);
}

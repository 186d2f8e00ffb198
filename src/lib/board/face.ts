import type { BoardElement } from '#board/board-element.ts';
import { definitionOf } from '#board/elements.ts';
import * as m from '#paraglide/messages.js';
import type { Desk } from './desk.svelte.ts';
import { markWords } from './board-votes.svelte.ts';
import { linkWords } from './linked-things.svelte.ts';
import { nameOf } from './words.ts';

/** Whether it is worth a word that participants cannot change a thing: on a card it is, on a working area it goes without saying. */
export function isLocked({ layer, type }: BoardElement): boolean {
	return layer === 'scaffold' && definitionOf(type).layer === 'cards';
}

/**
 * The attributes by which an element on the canvas is found, named and reached by keyboard and assistive technology. Tab comes
 * to one placed thing, arrow keys to the others; what has no place is reached by Tab.
 */
export function faceOf(element: BoardElement, desk: Desk, byTab = false) {
	const names = [nameOf(element, desk.snapshot, desk.legend.meanings)];
	const link = desk.linked.of(element);
	const editor = desk.presence.editorOf(element.id);
	if (element.late) names.push(m.board_late());
	if (isLocked(element)) names.push(m.board_locked());
	const mark = desk.votes.of(element);
	if (link) names.push(...linkWords(link));
	if (mark) names.push(...markWords(mark));
	if (editor) names.push(m.board_edited_by({ name: editor.name || m.board_person_nameless() }));
	return {
		role: 'group',
		tabindex: byTab || desk.tabStop === element.id ? 0 : -1,
		'data-element': element.id,
		'data-chosen': desk.selection.has(element.id) || undefined,
		'aria-label': names.join(', ')
	};
}

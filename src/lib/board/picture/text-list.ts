import type { BoardSnapshot } from '#board/board-element.ts';
import { outlineOf, type OutlineItem } from '#board/outline.ts';
import * as m from '#paraglide/messages.js';
import { describe, titleOr } from '../words.ts';

/** The board as lines of text in reading order: areas with what lies in them, then the sentences of its arrows. */
export function boardLines(board: BoardSnapshot): string[] {
	const { areas, unsorted, connectors } = outlineOf(board);
	return [
		...areas.flatMap((item) => linesOf(item, 0)),
		...(unsorted.length > 0 ? [m.board_list_unsorted(), ...unsorted.flatMap((item) => linesOf(item, 1))] : []),
		...connectors.map(({ description }) => describe(description))
	];
}

function linesOf({ element, description, children }: OutlineItem, depth: number): string[] {
	const own = description.key === 'area' ? titleOr(element.text) : element.text.trim().replace(/\s*\n\s*/g, ' ');
	const line = `${'  '.repeat(depth)}${description.key === 'area' ? '' : '- '}${own || m.board_empty_text()}`;
	return [line, ...children.flatMap((child) => linesOf(child, depth + 1))];
}

import type { BoardSnapshot } from '#board/board-element.ts';
import { colours } from '#board/colours.ts';
import type { Legend } from '#board/legend.ts';
import { outlineOf, type OutlineItem } from '#board/outline.ts';
import * as m from '#paraglide/messages.js';
import { quarterWords } from '../matrix-words.ts';
import { colourName, describe, emptyWord, isBare, kindWord, meaningOf, titleOr } from '../words.ts';

/** The board as lines of text in reading order: what its colours mean, areas with what lies in them, then the sentences of its arrows. */
export function boardLines(board: BoardSnapshot, legend: Legend = {}): string[] {
	const { areas, unsorted, connectors } = outlineOf(board);
	return [
		...colours.filter((colour) => legend[colour]).map((colour) => colourName(colour, legend)),
		...areas.flatMap((item) => linesOf(item, legend, 0)),
		...(unsorted.length > 0 ? [m.board_list_unsorted(), ...unsorted.flatMap((item) => linesOf(item, legend, 1))] : []),
		...connectors.map(({ description }) => describe(description))
	];
}

function linesOf({ element, description, children }: OutlineItem, legend: Legend, depth: number): string[] {
	if (description.key === 'comment') return [`${'  '.repeat(depth)}- ${describe(description)}`];
	const own = description.key === 'area' ? titleOr(element.text) : element.text.trim().replace(/\s*\n\s*/g, ' ');
	const place = description.key !== 'connector' && description.quarter && quarterWords(description.quarter);
	const said = [meaningOf(element, legend), place].filter(Boolean).map((word) => ` (${word})`);
	const bullet = description.key === 'area' ? '' : '- ';
	const kind = isBare(element.type) ? '' : `${kindWord[element.type]()}: `;
	const line = `${'  '.repeat(depth)}${bullet}${kind}${own || emptyWord(element.type)}${said.join('')}`;
	return [line, ...children.flatMap((child) => linesOf(child, legend, depth + 1))];
}

import type { BoardSnapshot } from '#board/board-element.ts';
import { colours } from '#board/colours.ts';
import type { Legend } from '#board/legend.ts';
import { definitionOf } from '#board/elements.ts';
import { outlineOf, type OutlineItem } from '#board/outline.ts';
import * as m from '#paraglide/messages.js';
import { axesWords, quarterWords } from '../matrix-words.ts';
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
	const axes = description.key === 'area' && description.axes && axesWords(description.axes);
	const late = element.late && m.board_late();
	const said = [meaningOf(element, legend), late, place, axes].filter(Boolean).map((word) => ` (${word})`);
	const bullet = description.key === 'area' ? '' : '- ';
	const known = isBare(element.type) && !definitionOf(element.type).isQuoted;
	const kind = known ? '' : `${kindWord[element.type]()}: `;
	const line = `${'  '.repeat(depth)}${bullet}${kind}${own || emptyWord(element.type)}${said.join('')}`;
	return [line, ...children.flatMap((child) => linesOf(child, legend, depth + 1))];
}

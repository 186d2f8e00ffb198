import { describe, expect, test } from 'vitest';
import { definitionOf } from '#board/elements.ts';
import { outlineOf, type OutlineItem } from '#board/outline.ts';
import { readBoard } from '#board/snapshot.ts';
import { table } from '../../../tests/support/board-tables.ts';
import { everyKind, heardOfKind, laySample } from '../../../tests/support/kind-samples.ts';
import { boardSvg } from './picture/board-svg.ts';
import { elementPictures } from './picture/element-pictures.ts';
import { boardLines } from './picture/text-list.ts';
import { viewOf } from './views.ts';
import { describe as inWords, fieldWord, kindWord, nameOf } from './words.ts';

describe.each(everyKind)('whoever meets the kind %s', (type) => {
	const anna = table(1);
	laySample(anna, type);
	const board = readBoard(anna.docs);
	const thing = board.byId.get('thing')!;
	const { hasText, joins } = definitionOf(type);
	/** What has no words of its own is known by those it is about. */
	const words = hasText ? 'Mobilität' : 'zu: Bus';

	test('hears what it is called and what it says', () => {
		const said = inWords(definitionOf(type).describe(thing, board));
		expect(nameOf(thing, board)).toContain(words);
		expect(said).toContain(words);
		if (!joins) expect(said).toContain(kindWord[type]());
		expect(fieldWord[type]()).not.toBe('');
	});

	test('sees it on the canvas, in the picture and in the list, once each', () => {
		expect(viewOf(type)).toBeTypeOf('function');
		expect(elementPictures[type](thing, board, new Map())).toContain(hasText ? words : '3');
		expect(boardSvg(board, 'Board')).toContain(words);
		const lines = boardLines(board).filter((line) => line.includes(words));
		expect(lines).toHaveLength(1);
		for (const word of heardOfKind[type]) expect(lines[0]).toContain(word);
		const { areas, unsorted, connectors } = outlineOf(board);
		const listed = (items: readonly OutlineItem[]): string[] =>
			items.flatMap(({ element, children }) => [element.id, ...listed(children)]);
		expect(listed([...areas, ...unsorted, ...connectors]).filter((id) => id === 'thing')).toHaveLength(1);
	});
});

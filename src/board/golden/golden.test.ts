import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '../board-docs.ts';
import { outlineOf, readingOrder } from '../outline.ts';
import { readBoard } from '../snapshot.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function docFrom(base64: string): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Buffer.from(base64, 'base64'));
	return doc;
}

describe.each(files)('a board as it was written by %s', (file) => {
	const golden = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
	const board = readBoard(new BoardDocs(docFrom(golden.scaffold), docFrom(golden.cards)));
	const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

	test('reads as it read then', () => {
		expect(Object.fromEntries(board.byId)).toEqual(golden.byId);
		for (const list of ['elements', 'deletedElements', 'looseConnectors'] as const) {
			expect(ids(board[list])).toEqual(golden[list]);
		}
	});

	test('holds every kind, the bin, a loose connector and an unknown kind, so that it is worth reading', () => {
		const kinds = new Set([...board.byId.values()].map(({ type }) => type));
		expect(kinds).toEqual(new Set(['text', 'area', 'note', 'connector', 'unknown']));
		expect(board.deletedElements.length * board.looseConnectors.length).toBeGreaterThan(0);
		expect(readingOrder(outlineOf(board))).toContain('impulse');
	});
});

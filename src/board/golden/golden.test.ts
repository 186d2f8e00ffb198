import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '../board-docs.ts';
import type { ShownType } from '../board-element.ts';
import { readLegend } from '../legend.ts';
import { outlineOf, readingOrder } from '../outline.ts';
import { readBoard } from '../snapshot.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const lists = ['elements', 'deletedElements', 'looseConnectors'] as const;

/** What each file was made to hold. A file without a line here is not worth reading. */
const kinds: Record<string, readonly ShownType[]> = {
	'version-1.json': ['text', 'area', 'note', 'connector', 'unknown'],
	'version-1-kinds.json': [
		'text',
		'area',
		'note',
		'card',
		'goal',
		'strategy-card',
		'image',
		'ink',
		'connector',
		'comment',
		'unknown'
	]
};

interface Golden {
	scaffold: string;
	cards: string;
	legend?: Record<string, string>;
	elements: string[];
	deletedElements: string[];
	looseConnectors: string[];
	byId: Record<string, { parent: string | null }>;
}

function docFrom(base64: string): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Buffer.from(base64, 'base64'));
	return doc;
}

describe.each(files)('a board as it was written by %s', (file) => {
	const golden = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden;
	const docs = new BoardDocs(docFrom(golden.scaffold), docFrom(golden.cards));
	const board = readBoard(docs);
	const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

	test('has lost nothing and gained nothing', () => {
		expect([...board.byId.keys()].sort()).toEqual(Object.keys(golden.byId).sort());
	});

	test.each(Object.entries(golden.byId))(
		'shows “%s” at its place, in its words and with all that its kind says',
		(id, then) => {
			expect(board.byId.get(id)).toEqual(then);
		}
	);

	test('shows everything in the order of then, and has the same in its bin and out of sight', () => {
		for (const list of lists) expect(ids(board[list]), list).toEqual(golden[list]);
	});

	test('has in each area what lay in it, in the same order', () => {
		const shown = golden.elements.filter((id) => board.byId.get(id)?.type !== 'connector');
		for (const [area, content] of board.children) {
			expect(ids(content), `in ${area}`).toEqual(shown.filter((id) => golden.byId[id]!.parent === area));
		}
		expect([...board.children.values()].flat()).toHaveLength(shown.length);
		expect(readingOrder(outlineOf(board)).sort()).toEqual(shown.sort());
	});

	test('means by its colours what they meant', () => {
		expect(readLegend(docs)).toEqual(golden.legend ?? {});
	});

	test('reads the same whichever document arrives first, and piece by piece', () => {
		const slow = new BoardDocs(new Y.Doc(), new Y.Doc());
		for (const layer of ['cards', 'scaffold'] as const) {
			Y.applyUpdate(slow.docOf(layer), Buffer.from(golden[layer], 'base64'));
			readBoard(slow);
		}
		expect(Object.fromEntries(readBoard(slow).byId)).toEqual(golden.byId);
	});

	test('holds the kinds of its day, the bin, a loose connector and an unknown kind, so that it is worth reading', () => {
		const held = new Set([...board.byId.values()].map(({ type }) => type));
		expect(held).toEqual(new Set(kinds[file]));
		expect(board.deletedElements.length * board.looseConnectors.length).toBeGreaterThan(0);
	});
});

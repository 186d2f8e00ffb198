import { expect, test } from 'vitest';
import type { BoardSnapshot } from './board-element.ts';
import { findElements } from './find.ts';

const elements = {
	area: { text: 'Mobilität', parent: null },
	street: { text: 'Straße beleuchten', parent: 'area' },
	cafe: { text: 'Café am Bahnhof', parent: null },
	bike: { text: 'Radwege', parent: 'area' }
};
const board = { byId: new Map(Object.entries(elements)) } as unknown as BoardSnapshot;
const find = (words: string) => findElements(board, Object.keys(elements), words);

test.each([
	['strasse', ['street']],
	['CAFE', ['cafe']],
	['bahnhof café', ['cafe']],
	['mobilitat', ['area']],
	['radwege mobilität', ['bike']],
	['rad weg', ['bike']],
	['schule', []],
	['   ', []]
])('%j finds %j', (words, found) => {
	expect(find(words)).toEqual(found);
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isKnown } from './known-work.ts';

test('work is known to a document that holds its additions and its deletions', () => {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	doc.getText('body').insert(0, 'eins');
	doc.getText('body').delete(0, 1);
	const other = new Y.Doc();
	expect(updates.map((update) => isKnown(update, other))).toEqual([false, false]);
	Y.applyUpdate(other, updates[0]!);
	expect(updates.map((update) => isKnown(update, other))).toEqual([true, false]);
	Y.applyUpdate(other, updates[1]!);
	expect(updates.map((update) => isKnown(update, other))).toEqual([true, true]);
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isTidying } from './tidying.ts';

test('taking away a format that two people gave at once is tidying, and what people do is not', () => {
	const [anna, bert, reader] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
	const send = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'from the server');
	anna.getText('body').insert(0, 'eins zwei');
	for (const doc of [bert, reader]) {
		doc.getText('body');
		send(anna, doc);
	}
	const seen: boolean[] = [];
	reader.on('update', (update: Uint8Array, origin: unknown) => void seen.push(isTidying(update, origin)));
	for (const doc of [anna, bert]) doc.getText('body').format(0, 4, { bold: true });
	for (const doc of [anna, bert]) send(doc, reader);
	expect(seen).toEqual([false, false, true]);

	reader.transact(() => reader.getText('body').delete(0, 1), 'by hand');
	reader.getText('body').insert(0, 'a');
	expect(seen.slice(3)).toEqual([false, false]);
});

import { expect, test } from 'vitest';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { syncHouse } from '../../tests/support/sync-house.ts';
import { createCards, createText, later, now, until } from '../../tests/support/sync.ts';
import type { DocumentLog } from './document-log.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { overlap } from './overlap.ts';

const house = syncHouse();
const { start, join, comes, textInLog } = house;

/** A log whose next commits can be held back or made to fail. */
function troubledLog(): { documents: DocumentLog; trouble: { append: null | (() => Promise<void>) } } {
	const documents = createDocumentLog(house.database, now);
	const trouble: { append: null | (() => Promise<void>) } = { append: null };
	const append: DocumentLog['append'] = async (entries) => {
		await trouble.append?.();
		return documents.append(entries);
	};
	return { documents: { ...documents, append }, trouble };
}

const quick: Partial<Limits> = { retryFirst: 5, retryAtMost: 20, presenceEvery: 5 };

test('two people write at once and see the same', async () => {
	const instance = await start();
	const name = await createText(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	for (let index = 0; index < 40; index++) {
		anna.doc.getText('body').insert(0, `a${index} `);
		bert.doc.getText('body').insert(bert.doc.getText('body').length, `b${index} `);
		if (index % 10 === 0) await later(2);
	}
	await until(() => anna.text === bert.text && anna.text.length > 280 && anna.isSaved && bert.isSaved);
	expect(await textInLog(name)).toBe(anna.text);
	const cora = await join(instance, name, 'cora');
	expect(cora.text).toBe(anna.text);
});

test('nobody sees what is not on disk, and "saved" is not said before', async () => {
	const { documents, trouble } = troubledLog();
	const instance = await start({ documents });
	const name = await createText(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	await until(() => anna.isSaved);
	let release = () => {};
	trouble.append = () => new Promise((resolve) => (release = resolve));
	anna.doc.getText('body').insert(0, 'Radweg');
	await later(100);
	expect([bert.text, anna.isSaved, await textInLog(name)]).toEqual(['', false, '']);
	const seenInLog = new Promise<string>((resolve) => bert.doc.once('update', () => resolve(textInLog(name))));
	trouble.append = null;
	release();
	expect(await seenInLog).toBe('Radweg');
	await until(() => anna.isSaved && bert.text === 'Radweg');
});

test('a database that fails for a while loses nothing, and writers are held back meanwhile', async () => {
	const { documents, trouble } = troubledLog();
	const instance = await start({ documents, limits: { ...quick, pauseWritersAfter: 60 } });
	const name = await createText(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	trouble.append = () => Promise.reject(new Error('the disk is full'));
	for (let index = 0; index < 30; index++) {
		anna.doc.getText('body').insert(0, 'x');
		await later(5);
	}
	expect([bert.text, anna.isSaved]).toEqual(['', false]);
	trouble.append = null;
	await until(() => anna.isSaved && bert.text === 'x'.repeat(30));
	expect(await textInLog(name)).toBe('x'.repeat(30));
	expect(anna.closes).toEqual([]);
});

test('when the database stays away, writers are asked to come back, and what they wrote is kept', async () => {
	const { documents, trouble } = troubledLog();
	const instance = await start({ documents, limits: { ...quick, pauseWritersAfter: 30, closeWritersAfter: 80 } });
	const name = await createText(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	trouble.append = () => Promise.reject(new Error('connection refused'));
	anna.doc.getText('body').insert(0, 'bleibt');
	await until(() => anna.closes.includes(1013));
	expect([anna.isSaved, bert.closes]).toEqual([false, []]);
	trouble.append = null;
	await until(() => anna.isSaved && bert.text === 'bleibt');
	expect(await textInLog(name)).toBe('bleibt');
});

test('somebody who comes back is not told "saved" for what another connection still waits to save', async () => {
	const { documents, trouble } = troubledLog();
	const instance = await start({ documents });
	const name = await createText(house.database);
	const anna = await join(instance, name, 'anna');
	let release = () => {};
	trouble.append = () => new Promise((resolve) => (release = resolve));
	anna.doc.getText('body').insert(0, 'halb');
	await later(30);
	anna.leave();
	const again = await join(instance, name, 'anna', anna.doc);
	await later(60);
	expect(again.isSaved).toBe(false);
	release();
	trouble.append = null;
	await until(() => again.isSaved);
	expect(await textInLog(name)).toBe('halb');
});

test('somebody who comes back by another process while the first still saves is asked again, and nothing is told twice', async () => {
	const slow = troubledLog();
	const first = await start({ documents: slow.documents });
	const second = await start({ people: first.people });
	const name = await createText(house.database);
	const [anna, bert] = [await join(first, name, 'anna'), await join(first, name, 'bert')];
	anna.doc.getText('body').insert(0, 'Rad');
	await until(() => anna.isSaved && bert.text === 'Rad');
	let release = () => {};
	slow.trouble.append = () => new Promise((resolve) => (release = resolve));
	anna.doc.getText('body').insert(3, 'weg');
	bert.doc.getText('body').insert(0, '!');
	await later(50);
	anna.leave();
	anna.doc.getText('body').insert(6, 'e');
	const again = await join(second, name, 'anna', anna.doc);
	await until(() => again.isSaved);
	expect(bert.isSaved).toBe(false);
	slow.trouble.append = null;
	release();
	await until(() => bert.isSaved && bert.text === '!Radwege');
	expect(await textInLog(name)).toBe('!Radwege');
	expect(bert.closes).toEqual([]);
	const rows = await createDocumentLog(house.database, now).after(name, 0);
	for (const [index, row] of rows.entries()) expect(overlap(rows.slice(0, index), [row])).toBe(false);
});

test('who takes back a word of which the server has lost sight for a moment is not sent away', async () => {
	const { documents } = troubledLog();
	let answers: 'come' | 'get lost' = 'come';
	const append: DocumentLog['append'] = async (entries) => {
		const outcomes = await documents.append(entries);
		if (answers === 'come') return outcomes;
		answers = 'come';
		throw new Error('the answer got lost');
	};
	const instance = await start({ documents: { ...documents, append }, limits: { ...quick, commitEvery: 300 } });
	const name = await createText(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	anna.doc.getText('body').insert(0, 'eins');
	await until(() => anna.isSaved && bert.text === 'eins');
	await later(350);
	// Bert's word is written and not answered, so the second try is stale, and with it what waits behind it.
	answers = 'get lost';
	bert.doc.getText('body').insert(4, ' zwei');
	await later(2);
	anna.doc.getText('body').insert(0, 'drei ');
	await later(100);
	anna.doc.getText('body').delete(0, 5);
	await until(() => anna.isSaved && bert.isSaved && anna.text === 'eins zwei' && bert.text === 'eins zwei');
	expect(anna.closes).toEqual([]);
});

test('work done offline arrives on return, and a restarted server shows the same', async () => {
	const first = await start();
	const name = await createCards(house.database);
	const anna = await join(first, name, 'anna');
	anna.doc.getMap('el').set('a', new Y.Map([['t', 'note']]));
	await until(() => anna.isSaved);
	await first.close();
	house.instances.splice(0);
	anna.doc.getMap('el').set('b', new Y.Map([['t', 'note']]));
	anna.doc.getMap('el').delete('a');
	anna.leave();

	const second = await start({ people: first.people });
	const again = await join(second, name, 'anna', anna.doc);
	await until(() => again.isSaved);
	const bert = await join(second, name, 'bert');
	expect(bert.doc.getMap('el').toJSON()).toEqual({ b: { t: 'note' } });
});

test('a long session is folded into a snapshot while people go on', async () => {
	const instance = await start({ limits: { rowsBeforeSnapshot: 20, snapshotEvery: 0 } });
	const name = await createText(house.database);
	const anna = await join(instance, name, 'anna');
	for (let index = 0; index < 90; index++) {
		anna.doc.getText('body').insert(0, 'w');
		await until(() => anna.isSaved);
	}
	const stored = await createDocumentLog(house.database, now).load(name);
	expect(stored!.snapshot.uptoSeq).toBeGreaterThan(20);
	expect((await join(instance, name, 'bert')).text).toBe('w'.repeat(90));
	const behind = new Y.Doc();
	expect((await join(instance, name, 'cora', behind)).text).toBe('w'.repeat(90));
});

test('a change of the program appears at once and in order, and nothing of one that was rolled back', async () => {
	const instance = await start();
	const name = await createText(house.database);
	const anna = await join(instance, name, 'anna');
	anna.doc.getText('body').insert(0, 'Ziel');
	await until(() => anna.isSaved);
	const append = (text: string) => (doc: Y.Doc) => doc.getText('body').insert(doc.getText('body').length, text);

	const failed = house.database.transaction(async (tx) => {
		await instance.sync.changeDocument(tx, name, append(' (verworfen)'));
		throw new Error('the rule says no');
	});
	await expect(failed).rejects.toThrow('the rule says no');
	const changed = await house.database.transaction((tx) => instance.sync.changeDocument(tx, name, append(' ✓')));
	if (!changed.ok || !changed.value.committed) throw new Error('nothing was changed');

	// Somebody writes before the command has told the room: the room must not show the later row first.
	anna.doc.getText('body').insert(0, 'Das ');
	await until(() => anna.isSaved && anna.text === 'Das Ziel ✓');
	instance.sync.ingestCommitted(changed.value.committed);
	const next = await house.database.transaction((tx) => instance.sync.changeDocument(tx, name, append(' fertig')));
	if (next.ok && next.value.committed) instance.sync.ingestCommitted(next.value.committed);
	await until(() => anna.text === 'Das Ziel ✓ fertig');
	expect(await textInLog(name)).toBe(anna.text);
	expect((await createDocumentLog(house.database, now).after(name, 0)).map((row) => row.seq)).toEqual([1, 2, 3, 4]);
});

test('people see each other with the names the server knows', async () => {
	const instance = await start({ limits: quick });
	const name = await createText(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	anna.provider.awareness.setLocalState({ cursor: { x: 1, y: 2 }, user: { name: 'Bürgermeister' }, role: 'admin' });
	const seen = () => bert.provider.awareness.getStates().get(anna.doc.clientID);
	await until(() => seen()?.cursor !== undefined);
	expect(seen()).toEqual({
		cursor: { x: 1, y: 2 },
		user: { id: 'p-anna', name: 'anna', colour: 'blue', role: 'participant' }
	});
	const cora = await join(instance, name, 'cora');
	await until(() => cora.provider.awareness.getStates().has(anna.doc.clientID));
	anna.leave();
	await until(() => seen() === undefined && !cora.provider.awareness.getStates().has(anna.doc.clientID));
	expect(anna.closes).toEqual([]);
});

test('a room hears from the server often enough that nobody takes it for dead', async () => {
	const instance = await start({ limits: { heartbeatEvery: 40 } });
	const anna = await join(instance, await createText(house.database), 'anna');
	const heard = anna.provider.wsLastMessageReceived;
	await until(() => anna.provider.wsLastMessageReceived > heard + 60, 1000);
	expect(anna.provider.wsconnected).toBe(true);
});

test('a room leaves memory after the last person and opens again with everything', async () => {
	const instance = await start({ limits: { unloadAfter: 20 } });
	const name = await createText(house.database);
	const anna = await join(instance, name, 'anna');
	anna.doc.getText('body').insert(0, 'da');
	await until(() => anna.isSaved);
	anna.leave();
	await later(80);
	expect((await join(instance, name, 'bert')).text).toBe('da');
});

test('a document that does not exist stays so', async () => {
	const instance = await start();
	const name: DocumentName = `text:${uuid()}`;
	const anna = comes(instance, name, 'anna');
	await until(() => anna.closes.length > 0);
	anna.doc.getText('body').insert(0, 'x');
	await later(50);
	expect(anna.closes).toEqual([4404]);
	expect(await createDocumentLog(house.database, now).find(name)).toBeNull();
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { updateMessage } from '#protocol/messages.ts';
import { syncHouse } from '../../tests/support/sync-house.ts';
import { createCards, createText, dial, now, until } from '../../tests/support/sync.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { restDocuments, wakeDocuments } from './rest.ts';

const house = syncHouse();
const { start, join, textInLog } = house;

test('who loses the right is out within a second, and the others stay', async () => {
	const instance = await start();
	const name = await createText(house.database);
	const [anna, bert, cora] = [
		await join(instance, name, 'anna'),
		await join(instance, name, 'bert'),
		await join(instance, name, 'cora')
	];
	instance.people.bert!.right = 'none';
	instance.people.cora!.signedIn = false;
	const before = performance.now();
	await instance.sync.recheck({ documentPrefix: name });
	await until(() => bert.closes.length > 0 && cora.closes.length > 0);
	expect(performance.now() - before).toBeLessThan(1000);
	expect([bert.closes, cora.closes, anna.closes]).toEqual([[4403], [4401], []]);
	anna.doc.getText('body').insert(0, 'weiter');
	await until(() => anna.isSaved);
	expect(bert.text).toBe('');
});

test('a step that makes participants readers brings them back as readers, who see but cannot write', async () => {
	const instance = await start();
	const name = await createText(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	instance.people.bert!.right = 'read';
	await instance.sync.recheck({ personId: instance.people.bert!.id });
	await until(() => bert.closes.includes(4503) && bert.provider.synced);
	anna.doc.getText('body').insert(0, 'nur lesen');
	await until(() => bert.text === 'nur lesen');
	bert.doc.getText('body').insert(0, 'doch ');
	await until(() => bert.closes.includes(4403));
	expect([anna.text, await textInLog(name)]).toEqual(['nur lesen', 'nur lesen']);
});

test('a reader who comes back to values that two people set at once stays welcome', async () => {
	const instance = await start();
	const name = await createCards(house.database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	anna.doc.getMap('meta').set('title', 'Annas Titel');
	bert.doc.getMap('meta').set('title', 'Berts Titel');
	await until(() => anna.isSaved && bert.isSaved);
	const rita = await join(instance, name, 'rita');
	rita.leave();
	const again = await join(instance, name, 'rita', rita.doc);
	anna.doc.getMap('meta').set('seen', true);
	await until(() => again.doc.getMap('meta').get('seen') === true);
	expect(again.closes).toEqual([]);
});

test('a reader whose browser tidies up after two who set the same words in bold may stay, and writes nothing', async () => {
	const instance = await start();
	const name = await createText(house.database);
	const anna = await join(instance, name, 'anna');
	anna.doc.getText('body').insert(0, 'Radweg');
	const bert = new Y.Doc();
	Y.applyUpdate(bert, Y.encodeStateAsUpdate(anna.doc));
	const before = Y.encodeStateVector(bert);
	for (const doc of [anna.doc, bert]) doc.getText('body').format(0, 6, { bold: true });
	await until(() => anna.isSaved);
	anna.leave();

	const rita = await join(instance, name, 'rita');
	expect(rita.text).toBe('Radweg');
	let tidied = 0;
	rita.doc.on('update', (_update, origin) => (tidied += origin === rita.provider ? 0 : 1));
	const { socket } = await dial(instance, `/sync/${name}`, { cookie: 'wr_session=bert' });
	socket.send(updateMessage(Y.encodeStateAsUpdate(bert, before)));
	await until(() => tidied > 0);
	const again = await join(instance, name, 'anna');
	again.doc.getMap('meta').set('seen', true);
	await until(() => rita.doc.getMap('meta').get('seen') === true);
	expect(rita.closes).toEqual([]);
	expect(rita.doc.getText('body').toDelta()).toEqual([{ insert: 'Radweg', attributes: { bold: true } }]);
});

test('a document that is frozen while people write sends them back as readers and keeps what was saved', async () => {
	const instance = await start();
	const name = await createText(house.database);
	const anna = await join(instance, name, 'anna');
	anna.doc.getText('body').insert(0, 'fertig');
	await until(() => anna.isSaved);
	await createDocumentLog(house.database, now).freeze(name);
	anna.doc.getText('body').insert(0, 'zu spät ');
	await until(() => anna.closes.includes(4503) && anna.closes.includes(4403));
	expect((await join(instance, name, 'rita')).text).toBe('fertig');
});

test('a document that rests while people write sends them back as readers, and can be written again when it goes on', async () => {
	const instance = await start();
	const name = await createText(house.database);
	const anna = await join(instance, name, 'anna');
	anna.doc.getText('body').insert(0, 'vor der Wahl');
	await until(() => anna.isSaved);
	await house.database.transaction((tx) => restDocuments(tx, [name]));
	anna.doc.getText('body').insert(0, 'zu spät ');
	await until(() => anna.closes.includes(4503) && anna.closes.includes(4403));
	const rita = await join(instance, name, 'rita');
	expect([rita.text, await textInLog(name)]).toEqual(['vor der Wahl', 'vor der Wahl']);

	await house.database.transaction((tx) => wakeDocuments(tx, [name]));
	const bert = await join(instance, name, 'bert');
	bert.doc.getText('body').insert(0, 'auch nach ');
	await until(() => bert.isSaved);
	expect(await textInLog(name)).toBe('auch nach vor der Wahl');
});

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { connectDocument, type DocumentConnection } from '#lib/sync/connect-document.ts';
import { offlineAfter } from '#lib/sync/save-state.svelte.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import { openDatabase, type OpenDatabase } from '#server/db/client.ts';
import { migrate } from '#server/db/migrate.ts';
import { readDocument } from '#server/sync/server-changes.ts';
import { findPostgres, startPostgres, type Cluster } from '../support/postgres.js';
import { Proxy } from '../support/proxy.ts';
import { createText, later, startInstance, until, type TestInstance } from '../support/sync.ts';

/** Short enough for a test; the ordinary ones are half a minute. */
const silentAtMost = 1_000;
const limits = { pauseWritersAfter: 500, closeWritersAfter: 1_500, retryAtMost: 100 };

let cluster: Cluster;
let proxy: Proxy;
let open: OpenDatabase;
let instance: TestInstance;
let name: DocumentName;
let people: DocumentConnection[];

beforeEach(async () => {
	if (inject('databases').engine !== 'postgres') throw new Error('This test needs PostgreSQL.');
	cluster = await startPostgres(findPostgres()!);
	proxy = await Proxy.before(cluster.url);
	const opened = await openDatabase({ databaseUrl: proxy.url, dataDir: '', silentAtMost });
	if (!opened.ok) throw new Error(opened.problem.code);
	open = opened.value;
	await migrate(open);
	instance = await startInstance(open.db, { limits });
	name = await createText(open.db);
	people = [join('anna'), join('bert')];
	await until(() => people.every(({ save }) => save.status.kind === 'saved'));
});

afterEach(async () => {
	for (const person of people) person.close();
	await instance.close();
	await open.close();
	await proxy.close();
	await cluster.stop();
});

function join(person: string): DocumentConnection {
	class Socket extends NodeSocket {
		constructor(url: string) {
			super(url, { headers: { cookie: `wr_session=${person}` } });
		}
	}
	return connectDocument(name, {
		server: `${instance.url}/sync`,
		Socket: Socket as unknown as typeof WebSocket
	});
}

const write = ({ doc }: DocumentConnection, words: string) => doc.getText('body').insert(0, words);
const says = ({ doc }: DocumentConnection) => doc.getText('body').toString();

/** Both write before, while the fault lasts and after it; nothing is called saved meanwhile, and in the end all is in the log. */
async function expectNothingLost(fault: () => unknown, mend: () => unknown): Promise<void> {
	const [anna, bert] = people as [DocumentConnection, DocumentConnection];
	write(anna, 'vorher ');
	await until(() => !anna.save.unsaved && says(bert) === 'vorher ');
	await fault();
	write(anna, 'währenddessen ');
	write(bert, 'zugleich ');
	await later(limits.closeWritersAfter + offlineAfter + 500);
	expect(people.map(({ save }) => [save.unsaved, save.status.kind])).toEqual([
		[true, 'offline'],
		[true, 'offline']
	]);
	expect([says(anna), says(bert)]).toEqual(['währenddessen vorher ', 'zugleich vorher ']);
	await mend();
	write(anna, 'danach ');
	await until(() => people.every(({ save }) => save.status.kind === 'saved'), 25_000);
	await until(() => says(anna) === says(bert));
	const stored = new Y.Doc();
	Y.applyUpdate(stored, await readDocument(open.db, name));
	expect(stored.getText('body').toString()).toBe(says(anna));
	for (const words of ['vorher', 'währenddessen', 'zugleich', 'danach']) expect(says(anna)).toContain(words);
}

test('a database that is gone for a while and comes back', { timeout: 60_000 }, () =>
	expectNothingLost(
		() => proxy.cut(),
		() => proxy.recover()
	)
);

test('a database that accepts connections and never answers', { timeout: 60_000 }, () =>
	expectNothingLost(
		() => proxy.hang(),
		() => proxy.recover()
	)
);

test('a database that is killed and started again on its data', { timeout: 60_000 }, () =>
	expectNothingLost(
		() => cluster.kill9(),
		() => cluster.start()
	)
);

test('a disk that takes no more', { timeout: 60_000 }, async () => {
	const [anna, bert] = people as [DocumentConnection, DocumentConnection];
	await cluster.kill9();
	await cluster.start({ largestFile: 20_000_000 });
	await until(() => people.every(({ save }) => save.status.kind === 'saved'), 20_000);
	const pictures = () => bert.doc.getMap('meta').size;
	for (let count = 0; pictures() === count; count++) {
		anna.doc.getMap('meta').set(`p${count}`, new Y.Text(randomBytes(70_000).toString('base64')));
		await until(() => pictures() > count, 3_000).catch(() => undefined);
	}
	write(bert, 'trotzdem');
	await later(1_000);
	expect(people.map(({ save }) => save.unsaved)).toEqual([true, true]);
	expect(says(anna)).toBe('');
	await cluster.kill9();
	await cluster.start();
	await until(() => people.every(({ save }) => !save.unsaved && save.status.kind === 'saved'), 25_000);
	await until(() => says(anna) === 'trotzdem' && pictures() === anna.doc.getMap('meta').size);
	expect(pictures()).toBeGreaterThan(50);
});

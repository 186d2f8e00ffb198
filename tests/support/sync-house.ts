import { afterAll, afterEach, beforeAll } from 'vitest';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import { now, openDocumentDatabase, Participant, startInstance, type TestInstance } from './sync.ts';

/** A database with servers on it, for the tests of one file; after each of them its servers and people are gone. */
export function syncHouse() {
	const instances: TestInstance[] = [];
	const participants: Participant[] = [];
	const opened: { database: Database; close: () => Promise<void> } = { database: null!, close: null! };

	beforeAll(async () => void Object.assign(opened, await openDocumentDatabase()));
	afterEach(async () => {
		for (const participant of participants.splice(0)) participant.leave();
		for (const instance of instances.splice(0)) await instance.close();
	});
	afterAll(() => opened.close());

	function comes(instance: TestInstance, name: string, cookie: string, doc?: Y.Doc): Participant {
		const participant = new Participant(instance, name, cookie, doc);
		participants.push(participant);
		return participant;
	}

	return {
		/** The servers that are still to be stopped. */
		instances,
		get database() {
			return opened.database;
		},
		async start(options: Parameters<typeof startInstance>[1] = {}): Promise<TestInstance> {
			const instance = await startInstance(opened.database, options);
			instances.push(instance);
			return instance;
		},
		/** Somebody who tries to come into a document. */
		comes,
		/** Somebody who is in it and has all of it. */
		join: (...who: Parameters<typeof comes>) => comes(...who).synced(),
		/** What a text says that is on disk. */
		async textInLog(name: DocumentName): Promise<string> {
			const doc = new Y.Doc();
			const stored = await createDocumentLog(opened.database, now).load(name);
			for (const bytes of [stored!.snapshot.bytes, ...stored!.tail.map((row) => row.bytes)]) Y.applyUpdate(doc, bytes);
			return doc.getText('body').toString();
		}
	};
}

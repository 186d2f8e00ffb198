import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import { Replica } from '../support/replica.ts';
import type { SyncChild } from '../support/sync-child.ts';
import { until } from '../support/sync.ts';

const writers = 4;

/** Some who write into one document without a pause, and one who looks on. */
export class Crowd {
	readonly replicas: Replica[];
	#writing = false;

	private constructor(
		readonly server: SyncChild,
		readonly name: DocumentName
	) {
		const people = ['observer', ...Array.from({ length: writers }, (_, index) => `writer${index}`)];
		this.replicas = people.map((person) => this.#open(person));
	}

	static async gather(server: SyncChild): Promise<Crowd> {
		const name: DocumentName = `text:${uuid()}`;
		await server.ask({ create: name });
		const crowd = new Crowd(server, name);
		await until(() => crowd.replicas.every(({ synced }) => synced), 20_000);
		return crowd;
	}

	get shown(): number {
		return this.replicas.reduce((sum, { shown }) => sum + shown, 0);
	}

	get saved(): number {
		return this.replicas.reduce((sum, { confirmed }) => sum + confirmed, 0);
	}

	/** Everybody writes until told to stop, whether there is a server or not. */
	write(): void {
		this.#writing = true;
		const [, ...authors] = this.replicas;
		for (const { doc } of authors) {
			const go = (count: number) => {
				if (!this.#writing) return;
				doc.getText('body').insert(count % (doc.getText('body').length + 1), String(count % 10));
				if (count % 7 === 0) doc.getText('body').delete(0, 1);
				setTimeout(go, 1, count + 1);
			};
			go(0);
		}
	}

	rest(): void {
		this.#writing = false;
	}

	/** What is owed but not in the document, as it is now. */
	missingFrom(document: Y.Doc): number {
		const there = Y.snapshot(document);
		return this.replicas.flatMap(({ owed }) => owed).filter((update) => !Y.snapshotContainsUpdate(there, update))
			.length;
	}

	/** Somebody who knows nothing opens the document; with the others away it is what lies on the disk. */
	async newcomer(): Promise<Replica> {
		const newcomer = this.#open('newcomer');
		await until(() => newcomer.synced, 20_000);
		return newcomer;
	}

	leave(): void {
		this.rest();
		for (const replica of this.replicas) replica.end();
	}

	#open(person: string): Replica {
		return new Replica(this.name, person, Math.floor(Math.random() * 2 ** 32), () => this.server.url);
	}
}

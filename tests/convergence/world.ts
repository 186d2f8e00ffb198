import { v4 as uuid } from 'uuid';
import type { Random } from '#board/ids.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import type { DocumentLog } from '#server/sync/document-log.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import { MemoryBus } from '#server/sync/memory-fan-out.ts';
import { seededRandom } from '../support/board-tables.ts';
import { openAccess, openTenant } from '../support/open-access.ts';
import { now, until } from '../support/sync.ts';
import { Machine } from './machine.ts';
import { Station } from './station.ts';

/** Where runs take place. */
export interface Ground {
	readonly database: Database;
}

/** One run's world: two stations over one database, the documents of a board or a text, and the machines around them. */
export class World {
	readonly random: Random;
	readonly log: DocumentLog;
	readonly stations: [Station, Station];
	readonly machines: Machine[] = [];
	/** Machines that were switched off; what they had been shown is owed all the same. */
	readonly gone: Machine[] = [];
	readonly documents: readonly DocumentName[];
	operations = 0;
	/** While the people of one station work, those of the other only look on. */
	busy: Station | null = null;
	#named = 0;

	constructor(
		readonly ground: Ground,
		readonly seed: number
	) {
		this.random = seededRandom(seed);
		this.log = createDocumentLog(ground.database, now);
		const surroundings = {
			database: ground.database,
			access: openAccess,
			bus: new MemoryBus(),
			random: seededRandom(seed + 1)
		};
		this.stations = [new Station(surroundings), new Station(surroundings)];
		const id = uuid();
		this.documents = this.any(5) < 3 ? [`board:${id}:scaffold`, `board:${id}:cards`] : [`text:${id}`];
	}

	get isBoard(): boolean {
		return this.documents.length === 2;
	}

	async open(): Promise<this> {
		for (const name of this.documents) await this.log.create(name, openTenant);
		for (const station of this.stations) (await station.open()).start();
		const people = 3 + this.any(6);
		for (let person = 0; person < people; person++) this.comes(`person${person}`);
		if (this.any(3) === 0) this.comes('reader');
		return this;
	}

	/** A whole number from 0 on, below the given one. */
	any(below: number): number {
		return Math.floor(this.random() * below);
	}

	one<T>(things: readonly T[]): T {
		return things[this.any(things.length)]!;
	}

	newId(): string {
		return `e${this.#named++}`;
	}

	/** Somebody opens the documents at one of the stations. */
	comes(person: string): Machine {
		const machine = new Machine(this.documents, person, this.one(this.stations), seededRandom(this.any(2 ** 31)));
		this.machines.push(machine);
		return machine;
	}

	/** Waits until nobody waits for the documents any more. */
	everybodyIsThere(): Promise<void> {
		return until(() => this.machines.every(({ settled }) => settled), 20_000);
	}

	async close(): Promise<void> {
		for (const machine of this.machines) machine.end();
		await Promise.all(this.stations.map((station) => station.close()));
	}
}

import type { Limits } from '#protocol/limits.ts';
import type { SyncLog } from './access.ts';
import { readRoomMessage, writeRoomMessage, type RoomMessage } from './bus-messages.ts';
import type { DocumentLog, LogRow } from './document-log.ts';
import type { Neighbours } from './neighbours.ts';
import type { NeighbourWord } from './presence.ts';
import type { Room, RoomSpread } from './room.ts';

/** What the exchange about rooms needs from its surroundings. */
export interface RoomNeighboursServices {
	readonly neighbours: Neighbours;
	readonly documents: Pick<DocumentLog, 'heads'>;
	readonly limits: Limits;
	readonly log: SyncLog;
	/** Looks again whether everybody in a document may stay. */
	recheck(document: string): void;
}

/**
 * What processes tell each other about the documents they have open: committed rows, and who is there. Rows that got lost are found
 * by comparing with the log, people who got lost say something again by themselves.
 */
export class RoomNeighbours implements RoomSpread {
	readonly #rooms = new Map<Room, () => void>();
	readonly #comparing: NodeJS.Timeout;
	#lookSoon: NodeJS.Immediate | null = null;
	#looking = false;

	constructor(private readonly services: RoomNeighboursServices) {
		const { neighbours, limits } = services;
		neighbours.attend({
			tellAgain: () => this.#tellPeople(),
			gone: (process) => this.#forget({ process })
		});
		this.#comparing = setInterval(() => {
			void this.#look();
			this.#forget({ silentSince: performance.now() - limits.neighbourPresenceFor });
		}, limits.headsEvery);
	}

	opened(room: Room): void {
		const unsubscribe = this.services.neighbours.bus.subscribe(topicOf(room.name), {
			hear: this.services.neighbours.guarded((...said) => this.#hear(room, ...said)),
			listening: () => {
				this.#say(room.name, { kind: 'people', words: room.presence.ownWords(), ask: true });
				this.#lookSoon ??= setImmediate(() => {
					this.#lookSoon = null;
					void this.#look();
				});
			}
		});
		this.#rooms.set(room, unsubscribe);
	}

	closed(room: Room): void {
		this.#rooms.get(room)?.();
		this.#rooms.delete(room);
	}

	spread(room: Room, words: readonly NeighbourWord[]): void {
		this.#say(room.name, { kind: 'people', words, ask: false });
	}

	/** Rows are committed: whoever has the document open elsewhere can show them without reading, unless they are large. */
	committed(document: string, rows: readonly LogRow[]): void {
		const last = rows.at(-1);
		if (!last) return;
		const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
		const small = size <= this.services.limits.busRowBytes;
		this.#say(document, small ? { kind: 'rows', rows } : { kind: 'head', seq: last.seq });
	}

	/** A document was found frozen or gone. */
	ended(document: string): void {
		this.#say(document, { kind: 'state' });
	}

	close(): void {
		clearInterval(this.#comparing);
		if (this.#lookSoon) clearImmediate(this.#lookSoon);
		for (const unsubscribe of this.#rooms.values()) unsubscribe();
		this.#rooms.clear();
	}

	#say(document: string, message: RoomMessage): void {
		this.services.neighbours.bus.publish(topicOf(document), writeRoomMessage(message));
	}

	#hear(room: Room, bytes: Uint8Array, process: string): void {
		this.services.neighbours.heard(process);
		const message = readRoomMessage(bytes);
		switch (message?.kind) {
			case 'rows':
				return room.arrived(message.rows);
			case 'head':
				return void room.reached(message.seq);
			case 'state':
				return this.services.recheck(room.name);
			case 'people':
				if (room.presence.hearNeighbour(process, message.words, performance.now())) room.presenceChanged();
				if (message.ask) this.#tellPeopleIn(room);
		}
	}

	#tellPeople(): void {
		for (const room of this.#rooms.keys()) this.#tellPeopleIn(room);
	}

	#tellPeopleIn(room: Room): void {
		const words = room.presence.ownWords();
		if (words.length > 0) this.spread(room, words);
	}

	#forget(gone: Parameters<Room['presence']['forgetNeighbours']>[0]): void {
		for (const room of this.#rooms.keys()) if (room.presence.forgetNeighbours(gone)) room.presenceChanged();
	}

	/** Compares all open documents with the log, by one question. */
	async #look(): Promise<void> {
		if (this.#looking || this.#rooms.size === 0) return;
		this.#looking = true;
		const rooms = [...this.#rooms.keys()];
		try {
			const heads = await this.services.documents.heads(rooms.map(({ name }) => name));
			for (const room of rooms) {
				const head = heads.get(room.name);
				if (head === undefined) this.services.recheck(room.name);
				else void room.reached(head);
			}
		} catch (error) {
			this.services.log.warn({ err: error }, 'Open documents could not be compared with the log');
		} finally {
			this.#looking = false;
		}
	}
}

const topicOf = (document: string) => `room:${document}`;

import type { CloseCode } from '#protocol/close-codes.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { askMessage, presenceMessage, updateMessage, writeStateVector } from '#protocol/messages.ts';
import type { SyncLog } from './access.ts';
import type { DocumentLog, LogRow, StoredDocument } from './document-log.ts';
import { mergeTree } from './merge.ts';
import { RoomPresence, type NeighbourWord, type Speaker } from './presence.ts';
import { RoomContent } from './room-content.ts';
import { RoomStructure } from './room-structure.ts';
import { scanUpdate, type ScannedUpdate } from './update-scan.ts';
import { judge, triesToWrite, type Verdict } from './validate.ts';

/** Somebody in a room, as the room needs it. */
export interface Member extends Speaker {
	/** Sends a part of the document; it must arrive or the connection must end. */
	send(frame: Uint8Array): void;
	/** Sends presence; who reads slowly may miss it. */
	sendPresence(frame: Uint8Array): void;
	close(code: CloseCode, reason: string): void;
	/** Whether what this member still has to say was asked for, or put off, by what the room knew until now. */
	readonly awaitsQuestion: boolean;
	/** Asks for everything that the room lacks. */
	ask(question: Uint8Array): void;
}

/** What a room knew when it judged something. It is asked again when that is to be written. */
export interface Standing {
	/** The last row that was certainly known. */
	readonly known: number;
	/** Whether it was wrong: then what was judged by it may not be written. */
	readonly outdated: boolean;
}

/** What a room needs from its surroundings. */
export interface RoomServices {
	readonly documents: Pick<DocumentLog, 'after' | 'compact' | 'owners'>;
	readonly log: SyncLog;
	readonly limits: Limits;
	/** A room has missed rows that the log does not have any more, because history was merged or the document rewritten. */
	lost?(room: Room): void;
	/** Where other processes hear of this one's rooms, if there are any. */
	readonly neighbours?: RoomSpread | undefined;
}

/** What other processes hear of a room. */
export interface RoomSpread {
	opened(room: Room): void;
	closed(room: Room): void;
	/** People in the room have said something about themselves. */
	spread(room: Room, words: readonly NeighbourWord[]): void;
}

/**
 * An open document: its bytes, its structure and who is there, but never a decoded document. Everything it shows was committed
 * before, and it shows the rows of the log in order without leaving one out.
 */
export class Room {
	readonly members = new Set<Member>();
	readonly presence: RoomPresence;
	/** Accepted updates that wait for the disk. */
	waiting = 0;
	readonly content: RoomContent;
	/** In which epoch the document was loaded. */
	readonly epoch: number;
	/** Whether the room is finding out what is really in the log; until then it can judge nothing. */
	restoring = false;
	readonly #structure: RoomStructure;
	#owners: Map<number, string | null>;
	/** What this room has judged is in its structure already when it comes back from the disk, and need not be read again. */
	#judged = new WeakSet<Uint8Array>();
	#highest: number;
	/** The last row that came from elsewhere. */
	#foreign = 0;
	#restored = 0;
	#catchingUp: Promise<void> | null = null;
	#compacting = false;
	/** Before this moment no snapshot is made. */
	#foldFrom = 0;
	#presenceTimer: NodeJS.Timeout | null = null;
	#closed = false;

	constructor(
		readonly name: string,
		readonly address: DocumentAddress,
		stored: StoredDocument,
		private readonly services: RoomServices
	) {
		this.content = new RoomContent(stored.snapshot, stored.tail);
		this.epoch = stored.epoch;
		this.#structure = new RoomStructure(this.content);
		this.#owners = new Map(stored.owners);
		this.#highest = stored.head;
		this.presence = new RoomPresence((client, person) =>
			this.#owners.has(client) ? this.#owners.get(client) === person : true
		);
	}

	/** The question for what a client has and the server lacks. */
	question(): Uint8Array {
		return askMessage(writeStateVector(this.#structure.clocks));
	}

	/**
	 * Judges an update of a person. An accepted one counts as known from now on and must be committed, together with the claim on
	 * the client ids that it is the first to write under.
	 */
	judge(update: Uint8Array, person: string, incomplete: boolean): { verdict: Verdict; newClients: number[] } {
		const verdict = judge(update, {
			kind: this.address.kind,
			structure: () => this.#structure.whole,
			ownerOf: (client) => this.#ownerOf(client),
			person,
			incomplete
		});
		if (verdict.kind !== 'accept') return { verdict, newClients: [] };
		this.#judged.add(verdict.bytes);
		const newClients = verdict.clients.filter((client) => !this.#owners.has(client));
		for (const client of newClients) this.#owners.set(client, person);
		return { verdict, newClients };
	}

	/** What the room knows now, for what it is about to judge. */
	standing(): Standing {
		const [restored, head] = [this.#restored, this.content.head];
		const known = () => (this.#foreign > head ? head : this.content.head);
		const outdated = () => this.restoring || this.#restored !== restored;
		return {
			get known() {
				return known();
			},
			get outdated() {
				return outdated();
			}
		};
	}

	/** Whether an update of somebody who may only read is an attempt to write. */
	triesToWrite(update: Uint8Array): boolean {
		return triesToWrite(update, () => this.#structure.whole);
	}

	/** Rows were committed, by whomever; `own` are those that this room has judged. After a gap the missing ones are read first. */
	arrived(rows: readonly LogRow[], own = false): void {
		if (!this.#catchingUp) {
			const next = rows.filter((row) => row.seq > this.content.head);
			if (next[0]?.seq === this.content.head + 1) this.#show(next, own);
		}
		void this.reached(rows.at(-1)?.seq ?? 0);
	}

	/** The log goes up to this row. Resolves when the room shows all of it. */
	async reached(seq: number): Promise<void> {
		this.#highest = Math.max(this.#highest, seq);
		if (this.content.head < this.#highest) await (this.#catchingUp ??= this.#catchUp());
	}

	/**
	 * What the room has accepted does not fit what others have written meanwhile. It forgets what it believed, takes the log as it is
	 * and asks everybody anew whose changes it could not take.
	 */
	async restore(head: number): Promise<void> {
		this.#restored++;
		if (this.restoring) return;
		this.restoring = true;
		await this.reached(head);
		const owners = await this.#untilRead(() => this.services.documents.owners(this.name));
		if (!owners) return;
		this.#owners = owners;
		this.#structure.restore();
		this.#judged = new WeakSet();
		for (const row of this.content.tail) this.#own(row.author, scanUpdate(row.bytes));
		this.restoring = false;
		for (const member of this.members) if (member.awaitsQuestion) member.ask(this.question());
	}

	/** Somebody's presence has changed; everybody hears of it within the next beat. */
	presenceChanged(): void {
		if (this.#closed) return;
		this.#presenceTimer ??= setTimeout(() => {
			this.#presenceTimer = null;
			const changes = this.presence.takeChanges();
			if (!changes) return;
			const frame = presenceMessage(changes.bytes);
			for (const member of this.members) member.sendPresence(frame);
			if (changes.own.length > 0) this.services.neighbours?.spread(this, changes.own);
		}, this.services.limits.presenceEvery);
	}

	/** The room leaves memory. */
	close(): void {
		this.#closed = true;
		if (this.#presenceTimer) clearTimeout(this.#presenceTimer);
	}

	/** Undefined: nobody yet. Null: the program itself. Who is present under a client id owns it also before the first change. */
	#ownerOf(client: number): string | null | undefined {
		const owner = this.#owners.get(client);
		return owner === undefined ? this.presence.personBehind(client) : owner;
	}

	#show(rows: readonly LogRow[], own: boolean): void {
		for (const row of rows) {
			if (this.#judged.delete(row.bytes)) continue;
			const scanned = scanUpdate(row.bytes);
			this.#structure.add(scanned);
			this.#own(row.author, scanned);
		}
		this.content.append(rows);
		if (!own) this.#foreign = this.content.head;
		const frame = updateMessage(mergeTree(rows.map((row) => row.bytes)));
		for (const member of this.members) member.send(frame);
		if (performance.now() >= this.#foldFrom && this.content.outgrows(this.services.limits.rowsBeforeSnapshot)) {
			void this.#compact();
		}
	}

	#own(author: string | null, { structs }: ScannedUpdate): void {
		for (const { client } of structs) if (!this.#owners.has(client)) this.#owners.set(client, author);
	}

	async #catchUp(): Promise<void> {
		while (this.content.head < this.#highest) {
			const rows = await this.#untilRead(() => this.services.documents.after(this.name, this.content.head));
			if (!rows) break;
			// The log is the truth: what it does not have was never committed.
			if (rows.length === 0) this.#highest = this.content.head;
			else if (rows[0]!.seq > this.content.head + 1) return this.services.lost?.(this);
			else this.#show(rows, false);
		}
		this.#catchingUp = null;
	}

	/** Reads from the log, again and again until it answers; null when the room leaves memory meanwhile. */
	async #untilRead<T>(read: () => Promise<T>): Promise<T | null> {
		while (!this.#closed) {
			try {
				return await read();
			} catch (error) {
				this.services.log.warn({ err: error, document: this.name }, 'Missing updates could not be read; trying again');
				await new Promise((resolve) => setTimeout(resolve, this.services.limits.retryFirst));
			}
		}
		return null;
	}

	async #compact(): Promise<void> {
		if (this.#compacting) return;
		this.#compacting = true;
		try {
			const known = this.content.head - this.content.rowsSinceSnapshot;
			const snapshot = await this.services.documents.compact(this.name, known);
			if (!snapshot) return;
			this.content.adopt(snapshot);
			this.services.log.info({ document: this.name, uptoSeq: snapshot.uptoSeq }, 'A log was folded');
		} catch (error) {
			this.services.log.warn({ err: error, document: this.name }, 'A document could not be compacted');
		} finally {
			this.#compacting = false;
			// Under a flood, and after a failure, not at every row.
			this.#foldFrom = performance.now() + this.services.limits.snapshotEvery;
		}
	}
}

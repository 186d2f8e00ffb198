import type { CloseCode } from '#protocol/close-codes.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { askMessage, presenceMessage, updateMessage, writeStateVector } from '#protocol/messages.ts';
import type { SyncLog } from './access.ts';
import type { DocumentLog, LogRow, StoredDocument } from './document-log.ts';
import { mergeTree } from './merge.ts';
import { RoomPresence, type Speaker } from './presence.ts';
import { RoomContent } from './room-content.ts';
import { Structure } from './structure.ts';
import { scanUpdate } from './update-scan.ts';
import { judge, triesToWrite, type Verdict } from './validate.ts';

/** Somebody in a room, as the room needs it. */
export interface Member extends Speaker {
	/** Sends a part of the document; it must arrive or the connection must end. */
	send(frame: Uint8Array): void;
	/** Sends presence; who reads slowly may miss it. */
	sendPresence(frame: Uint8Array): void;
	close(code: CloseCode, reason: string): void;
}

/** What a room needs from its surroundings. */
export interface RoomServices {
	readonly documents: Pick<DocumentLog, 'after' | 'compact'>;
	readonly log: SyncLog;
	readonly limits: Limits;
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
	readonly #structure: Structure;
	readonly #owners: Map<number, string | null>;
	#highest: number;
	#catchingUp: Promise<void> | null = null;
	#compacting = false;
	#presenceTimer: NodeJS.Timeout | null = null;
	#closed = false;

	constructor(
		readonly name: string,
		readonly address: DocumentAddress,
		stored: StoredDocument,
		private readonly services: RoomServices
	) {
		this.content = new RoomContent(stored.snapshot, stored.tail);
		this.#structure = Structure.of([stored.snapshot.bytes, ...stored.tail.map((row) => row.bytes)]);
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
			structure: this.#structure,
			ownerOf: (client) => this.#ownerOf(client),
			person,
			incomplete
		});
		if (verdict.kind !== 'accept') return { verdict, newClients: [] };
		const newClients = verdict.clients.filter((client) => !this.#owners.has(client));
		for (const client of newClients) this.#owners.set(client, person);
		return { verdict, newClients };
	}

	/** Whether an update of somebody who may only read is an attempt to write. */
	triesToWrite(update: Uint8Array): boolean {
		return triesToWrite(update, this.#structure);
	}

	/** Rows were committed, by whomever. After a gap the missing ones are read from the log first. */
	arrived(rows: readonly LogRow[]): void {
		this.#highest = Math.max(this.#highest, rows.at(-1)?.seq ?? 0);
		if (this.#catchingUp) return;
		const next = rows.filter((row) => row.seq > this.content.head);
		if (next[0]?.seq === this.content.head + 1) this.#show(next);
		void this.reach(this.#highest);
	}

	/** The log has come this far, written by whomever. Resolves when the room shows all of it. */
	async reach(head: number): Promise<void> {
		this.#highest = Math.max(this.#highest, head);
		if (this.content.head >= this.#highest || this.#closed) return;
		this.#catchingUp ??= this.#catchUp();
		await this.#catchingUp;
	}

	/** Somebody's presence has changed; everybody hears of it within the next beat. */
	presenceChanged(): void {
		if (this.#closed) return;
		this.#presenceTimer ??= setTimeout(() => {
			this.#presenceTimer = null;
			const changes = this.presence.takeChanges();
			if (!changes) return;
			const frame = presenceMessage(changes);
			for (const member of this.members) member.sendPresence(frame);
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

	#show(rows: readonly LogRow[]): void {
		for (const row of rows) {
			const scanned = scanUpdate(row.bytes);
			this.#structure.add(scanned);
			for (const { client } of scanned.structs) if (!this.#owners.has(client)) this.#owners.set(client, row.author);
		}
		this.content.append(rows);
		const frame = updateMessage(mergeTree(rows.map((row) => row.bytes)));
		for (const member of this.members) member.send(frame);
		if (this.content.rowsSinceSnapshot > this.services.limits.rowsBeforeSnapshot) void this.#compact();
	}

	async #catchUp(): Promise<void> {
		while (!this.#closed && this.content.head < this.#highest) {
			try {
				const rows = await this.services.documents.after(this.name, this.content.head);
				if (rows.length > 0) this.#show(rows);
				// The log is the truth: what it does not have was never committed.
				else this.#highest = this.content.head;
			} catch (error) {
				this.services.log.warn({ err: error, document: this.name }, 'Missing updates could not be read; trying again');
				await new Promise((resolve) => setTimeout(resolve, this.services.limits.retryFirst));
			}
		}
		this.#catchingUp = null;
	}

	async #compact(): Promise<void> {
		if (this.#compacting) return;
		this.#compacting = true;
		try {
			const snapshot = await this.services.documents.compact(this.name);
			if (snapshot) this.content.adopt(snapshot);
		} catch (error) {
			this.services.log.warn({ err: error, document: this.name }, 'A document could not be compacted');
		} finally {
			this.#compacting = false;
		}
	}
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Random } from '#board/ids.ts';
import type { Database } from '#server/db/database.ts';
import type { DocumentAccess, SyncLog } from '#server/sync/access.ts';
import type { DocumentLog } from '#server/sync/document-log.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import type { MemoryBus, MemoryFanOut } from '#server/sync/memory-fan-out.ts';
import { Neighbours } from '#server/sync/neighbours.ts';
import { createSyncServer, type SyncServer } from '#server/sync/sync-server.ts';
import { troubled } from '../support/processes.ts';
import { now, silent } from '../support/sync.ts';

/** Limits under which everything that may happen does happen within a fraction of a second. */
const hurried = {
	unloadAfter: 4,
	rowsBeforeSnapshot: 6,
	snapshotEvery: 0,
	presenceEvery: 5,
	retryFirst: 1,
	retryAtMost: 4,
	pauseWritersAfter: 300,
	closingWithin: 50,
	connectionsPerPerson: 1000,
	burstTokens: 100_000,
	busBeatEvery: 20,
	neighbourGoneAfter: 400,
	headsEvery: 120,
	gatherNewsFor: 5
};

/** What a station is put into. */
export interface StationSurroundings {
	readonly database: Database;
	readonly access: DocumentAccess;
	/** Between the stations: it loses messages, repeats them and lets them overtake each other. */
	readonly bus: MemoryBus;
	readonly random: Random;
}

/** One machine with a sync server at an address that stays, whatever happens to the server on it. */
export class Station {
	/** Faults of the server that nobody may cause. */
	readonly surprises: string[] = [];
	url = '';
	/** How the next write goes wrong: before it is done, or after, so that only its answer is lost. */
	nextWrite: 'fails' | 'fails-after' | null = null;
	#sync: SyncServer | null = null;
	#power = { on: false };
	#end: MemoryFanOut | null = null;
	#neighbours: Neighbours | null = null;
	readonly #http: Server;
	readonly #sockets = new Set<Socket>();

	constructor(private readonly surroundings: StationSurroundings) {
		this.#http = createServer((_request, response) => response.end());
		this.#http.on('connection', (socket) => {
			this.#sockets.add(socket);
			socket.on('close', () => this.#sockets.delete(socket));
		});
		this.#http.on('upgrade', (...request) => {
			if (this.#sync) this.#sync.upgrade(...request);
			else request[1].destroy();
		});
	}

	/** The sync server, while one is running. */
	get sync(): SyncServer | null {
		return this.#sync;
	}

	async open(): Promise<this> {
		await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
		this.url = `ws://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
		return this;
	}

	start(): void {
		if (this.#sync) return;
		const power = (this.#power = { on: true });
		this.#sync = createSyncServer({
			...this.surroundings,
			documents: this.#powered(createDocumentLog(this.surroundings.database, now), power),
			origins: () => true,
			clock: { now },
			log: this.#listening(power),
			limits: hurried,
			neighbours: this.#joinBus()
		});
	}

	/** The power is cut: nothing more is written or sent, and what was not committed is gone. */
	kill(): void {
		this.#power.on = false;
		this.#end?.cut();
		this.#leaveBus();
		for (const socket of this.#sockets) socket.destroy();
		void this.#sync?.close();
		this.#sync = null;
	}

	/** The server is stopped in good order. */
	async stop(): Promise<void> {
		const stopping = this.#sync;
		this.#sync = null;
		await stopping?.close();
		this.#leaveBus();
		this.#power.on = false;
	}

	async close(): Promise<void> {
		await this.stop();
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((resolve) => this.#http.close(resolve));
	}

	#joinBus(): Neighbours {
		const end = (this.#end = this.surroundings.bus.join());
		const bus = troubled(end, this.surroundings.random);
		return (this.#neighbours = new Neighbours({ bus, log: silent, limits: hurried }));
	}

	#leaveBus(): void {
		this.#neighbours?.close();
		void this.#end?.close();
		this.#neighbours = this.#end = null;
	}

	/** A log that answers only while there is power. */
	#powered(log: DocumentLog, power: { on: boolean }): DocumentLog {
		const whilePowered = <Args extends unknown[], T>(act: (...args: Args) => Promise<T>) => {
			return async (...args: Args): Promise<T> => {
				if (!power.on) throw new Error('no power');
				const answer = await act(...args);
				if (!power.on) throw new Error('no power');
				return answer;
			};
		};
		const append: DocumentLog['append'] = async (entries) => {
			const fault = this.nextWrite;
			this.nextWrite = null;
			if (fault === 'fails') throw new Error('the write failed');
			const outcome = await log.append(entries);
			if (fault === 'fails-after') throw new Error('the answer got lost');
			return outcome;
		};
		return {
			find: whilePowered(log.find),
			load: whilePowered(log.load),
			after: whilePowered(log.after),
			append: whilePowered(append),
			create: whilePowered(log.create),
			freeze: whilePowered(log.freeze),
			owners: whilePowered(log.owners),
			heads: whilePowered(log.heads),
			compact: whilePowered(log.compact)
		};
	}

	#listening(power: { on: boolean }): SyncLog {
		const surprise = (fields: { err?: unknown }, message: string) => {
			// A slow disk is no fault of the server; it says so without an error.
			if (power.on && fields.err) this.surprises.push(`${message}: ${String(fields.err)}`);
		};
		return { info() {}, warn() {}, error: surprise };
	}
}

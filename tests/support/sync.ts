import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { v4 as uuid } from 'uuid';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { HttpSocket } from '#lib/sync/http-socket.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { countsAsChange, readSaved } from '#protocol/messages.ts';
import type { Database } from '#server/db/database.ts';
import type { DocumentAccess, DocumentRight, SyncLog } from '#server/sync/access.ts';
import type { DocumentLog } from '#server/sync/document-log.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import type { Neighbours } from '#server/sync/neighbours.ts';
import { createSyncServer, type SyncServer } from '#server/sync/sync-server.ts';

export const tenantId = uuid();
export const now = () => new Date('2026-11-21T10:00:00Z');

/** An empty database of its own, on whichever engine the tests run. */
export async function openDocumentDatabase(): Promise<{ database: Database; close(): Promise<void> }> {
	// Long runs outside of Vitest bring their own database.
	const { openOwnTestDatabase } = await import('./database.ts');
	const { db, close } = await openOwnTestDatabase();
	return { database: db, close };
}

/** A new document, open to be written. */
export async function createText(database: Database): Promise<DocumentName> {
	const name: DocumentName = `text:${uuid()}`;
	await createDocumentLog(database, now).create(name, tenantId);
	return name;
}

export async function createCards(database: Database): Promise<DocumentName> {
	const name: DocumentName = `board:${uuid()}:cards`;
	await createDocumentLog(database, now).create(name, tenantId);
	return name;
}

/** A person of a test; the cookie is the person's name. */
export interface TestPerson {
	readonly id: string;
	right: DocumentRight;
	signedIn: boolean;
}

/** The sync server behind a real HTTP server on a free port. */
export interface TestInstance {
	readonly sync: SyncServer;
	readonly url: string;
	readonly http: Server;
	/** The open TCP connections to it. */
	readonly sockets: ReadonlySet<Socket>;
	readonly people: Record<string, TestPerson>;
	close(): Promise<void>;
}

export const silent: SyncLog = { info() {}, warn() {}, error() {} };

export async function startInstance(
	database: Database,
	options: {
		documents?: DocumentLog;
		limits?: Partial<Limits>;
		people?: Record<string, TestPerson>;
		neighbours?: Neighbours;
		/** Who may do what, where the people of the test are not enough. */
		access?: DocumentAccess;
		/** In whose name all of them come. */
		tenantId?: string;
	} = {}
): Promise<TestInstance> {
	const person = (right: DocumentRight): TestPerson => ({ id: uuid(), right, signedIn: true });
	const people = options.people ?? {
		anna: person('write'),
		bert: person('write'),
		cora: person('write'),
		rita: person('read'),
		nils: person('none')
	};
	const access: DocumentAccess = {
		async identify(request) {
			const found = people[/wr_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''];
			return found?.signedIn ? { personId: found.id, sessionEnds: null } : null;
		},
		async grant(visitor) {
			const [name, found] = Object.entries(people).find(([, { id }]) => id === visitor.personId)!;
			const identity = { id: `p-${name}`, name, colour: 'blue', role: 'participant' };
			return { right: found.right, identity, tenantId: options.tenantId ?? tenantId };
		}
	};
	const http = createServer((request, response) => void (sync.http(request, response) || response.end('still here')));
	const sockets = new Set<Socket>();
	http.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
	const sync = createSyncServer({
		database,
		access,
		origins: (asked) => asked === undefined || asked === origin,
		clock: { now },
		log: silent,
		...options
	});
	http.on('upgrade', sync.upgrade);
	return {
		sync,
		url: origin.replace('http', 'ws'),
		http,
		sockets,
		people,
		async close() {
			await sync.close();
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
		}
	};
}

/** How a browser reaches the server: by WebSocket, or by plain HTTP where those do not get through. */
export type Line = 'web' | 'http';

/** A `fetch` that carries a cookie, as a browser's does. */
export function fetchAs(person: string): typeof fetch {
	return (address, init = {}) => {
		const headers = new Headers(init.headers);
		headers.set('cookie', `wr_session=${person}`);
		return fetch(address, { ...init, headers });
	};
}

/** Somebody at a browser: the unmodified y-websocket client with a cookie, and a count of what is saved. */
export class Participant {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	readonly closes: number[] = [];
	sent = 0;
	saved = 0;

	constructor(instance: Pick<TestInstance, 'url'>, name: string, cookie: string, doc?: Y.Doc, line: Line = 'web') {
		if (doc) this.doc = doc;
		const counted = (frame: Uint8Array) => (this.sent += countsAsChange(frame) ? 1 : 0);
		const opened = () => (this.sent = this.saved = 0);
		class Socket extends WebSocket {
			constructor(url: string) {
				super(url, { headers: { cookie: `wr_session=${cookie}` } });
				opened();
			}
			override send(data: Parameters<WebSocket['send']>[0]): void {
				counted(data as Uint8Array);
				super.send(data);
			}
		}
		class Stream extends HttpSocket {
			constructor(url: string) {
				super(url, undefined, fetchAs(cookie));
				opened();
			}
			override send(frame: Uint8Array): void {
				counted(frame);
				super.send(frame);
			}
		}
		this.provider = new WebsocketProvider(`${instance.url}/sync`, name, this.doc, {
			WebSocketPolyfill: (line === 'web' ? Socket : Stream) as unknown as typeof globalThis.WebSocket,
			disableBc: true,
			maxBackoffTime: 100
		});
		this.provider.on('connection-close', (event) => {
			if (event) this.closes.push(event.code);
		});
		this.provider.messageHandlers[102] = (_encoder, decoder) => {
			this.saved = readSaved(decoder.arr) ?? 0;
			decoder.pos = decoder.arr.length;
		};
		this.provider.messageHandlers[103] = () => undefined;
	}

	get text(): string {
		return this.doc.getText('body').toString();
	}

	/** Whether the server has said that everything is on disk. */
	get isSaved(): boolean {
		return this.provider.wsconnected && this.sent > 0 && this.sent === this.saved;
	}

	async synced(): Promise<this> {
		await until(() => this.provider.synced && this.sent > 0);
		return this;
	}

	leave(): void {
		this.provider.destroy();
		this.provider.awareness.destroy();
	}
}

/** A stranger who speaks the protocol by hand. */
export async function dial(
	instance: Pick<TestInstance, 'url'>,
	path: string,
	headers: Record<string, string>
): Promise<{ socket: WebSocket; closed: Promise<number>; frames: Uint8Array[] }> {
	const socket = new WebSocket(instance.url + path, { headers, maxPayload: 0 });
	const frames: Uint8Array[] = [];
	const closed = new Promise<number>((resolve) => socket.on('close', resolve));
	socket.on('message', (data) => frames.push(new Uint8Array(data as Buffer)));
	socket.on('error', () => {});
	await new Promise<void>((resolve, reject) => {
		socket.on('open', resolve);
		socket.on('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)));
	});
	return { socket, closed, frames };
}

/** Waits until something holds; fails when it does not within the time. */
export async function until(holds: () => boolean | Promise<boolean>, within = 5000): Promise<void> {
	const end = performance.now() + within;
	while (!(await holds())) {
		if (performance.now() > end) throw new Error(`It did not come true within ${within} ms: ${holds}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

export const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

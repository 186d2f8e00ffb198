import type { IncomingMessage } from 'node:http';
import { closeCodes } from '#protocol/close-codes.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import { epochMessage, presenceMessage } from '#protocol/messages.ts';
import type { DocumentAccess } from './access.ts';
import { decideAdmission } from './admission.ts';
import { Connection, type ConnectionServices } from './connection.ts';
import type { DocumentLog } from './document-log.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Socket } from './socket.ts';

/** Which open connections a change of rights may concern. An empty filter means all. */
export interface RecheckFilter {
	readonly personId?: string;
	/** The beginning of document names, as `board:<id>:` for both documents of a board. */
	readonly documentPrefix?: string;
}

/** What the connections need from their surroundings. */
export interface ConnectionsServices extends ConnectionServices {
	readonly rooms: Rooms;
	readonly documents: Pick<DocumentLog, 'find'>;
	readonly access: DocumentAccess;
}

const nobody = presenceMessage(new Uint8Array([0]));
const soonest = 100;
const longestTimer = 2 ** 31 - 1;

/** All open connections of this process: how they come in, stay allowed, and go. */
export class Connections {
	readonly #open = new Set<Connection>();
	readonly #heartbeat: NodeJS.Timeout;
	#closing = false;

	constructor(private readonly services: ConnectionsServices) {
		this.#heartbeat = setInterval(() => {
			for (const connection of this.#open) connection.beat(nobody);
		}, services.limits.heartbeatEvery);
	}

	/** A socket was accepted. It is not read until its person and document are known. */
	welcome(socket: Socket, request: IncomingMessage, name: string, address: DocumentAddress): void {
		const connection = new Connection(socket, request, name, address, this.services);
		socket.on('message', (data, isBinary) => {
			if (!isBinary) connection.close(closeCodes.malformed, 'messages are binary');
			else connection.take(data as Buffer);
		});
		socket.on('pong', () => (connection.alive = true));
		socket.on('close', () => this.#left(connection));
		this.#open.add(connection);
		if (this.#closing) return connection.close(closeCodes.goingAway, 'the server is restarting');
		void this.#join(connection);
	}

	async recheck({ personId, documentPrefix = '' }: RecheckFilter): Promise<void> {
		const concerned = [...this.#open].filter(
			({ name, visitor }) =>
				name.startsWith(documentPrefix) && (personId === undefined || !visitor || visitor.personId === personId)
		);
		await Promise.all(concerned.map((connection) => this.#recheckOne(connection)));
	}

	/** The disk does not answer: whoever waits for it is not read any further. */
	pauseWriters(): void {
		for (const connection of this.#open) if (connection.saved.waits) connection.pause('disk');
	}

	resumeWriters(): void {
		for (const connection of this.#open) connection.resume('disk');
	}

	closeWriters(): void {
		for (const connection of this.#open) {
			if (connection.saved.waits) connection.close(closeCodes.tryAgainLater, 'changes cannot be saved at the moment');
		}
	}

	stopReading(): void {
		this.#closing = true;
		for (const connection of this.#open) connection.pause('closing');
	}

	/** Says goodbye to all and waits until they are gone or cut. */
	async close(): Promise<void> {
		clearInterval(this.#heartbeat);
		for (const connection of this.#open) connection.close(closeCodes.goingAway, 'the server is restarting');
		const end = performance.now() + 2 * this.services.limits.closingWithin;
		while (this.#open.size > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
	}

	async #join(connection: Connection): Promise<void> {
		const { limits, log } = this.services;
		const late = setTimeout(
			() => connection.close(closeCodes.tryAgainLater, 'opening took too long'),
			limits.joiningWithin
		);
		try {
			const room = await this.#findRoom(connection);
			if (room && !connection.closed) this.#enter(connection, room);
		} catch (error) {
			log.error({ err: error, document: connection.name }, 'A document could not be opened');
			connection.close(closeCodes.tryAgainLater, 'this document cannot be opened at the moment');
		} finally {
			clearTimeout(late);
		}
	}

	/**
	 * Rights may change while a document is being loaded; then the question is asked again. Somebody who comes from another process
	 * may have seen more than this one: the room first reads what was committed until now, or the words of others that such a
	 * client brings along would be taken for its own.
	 */
	async #findRoom(connection: Connection): Promise<Room | null> {
		const { access, documents, rooms } = this.services;
		while (!connection.closed) {
			const epoch = connection.accessEpoch;
			const admission = await decideAdmission(connection, access, documents);
			if (!admission.admitted) {
				connection.close(admission.code, admission.reason);
				return null;
			}
			const room = await rooms.open(connection.name, connection.address);
			if (!room) {
				connection.close(closeCodes.unknownDocument, 'there is no such document');
				return null;
			}
			if (room.epoch !== admission.epoch) {
				this.#discardRewritten(room);
				continue;
			}
			await room.reached(admission.head);
			if (connection.accessEpoch === epoch && rooms.opened(connection.name) === room) {
				connection.admit(admission.visitor, admission.grant);
				return room;
			}
		}
		return null;
	}

	#enter(connection: Connection, room: Room): void {
		const { limits, rooms } = this.services;
		const ofPerson = [...this.#open].filter(({ personId }) => personId === connection.personId).length;
		if (ofPerson > limits.connectionsPerPerson || room.members.size >= limits.connectionsPerRoom) {
			return connection.close(closeCodes.tryAgainLater, 'too many connections');
		}
		connection.room = room;
		rooms.enter(room, connection);
		connection.send(epochMessage(room.epoch));
		connection.ask(room.question());
		const everybody = room.presence.everybody();
		if (everybody) connection.sendPresence(presenceMessage(everybody));
		connection.resume('joining');
		this.#watchSession(connection);
	}

	#watchSession(connection: Connection): void {
		const ends = connection.visitor?.sessionEnds;
		clearTimeout(connection.sessionTimer);
		if (!ends || connection.closed) return;
		const left = Math.min(Math.max(ends.getTime() - Date.now(), soonest), longestTimer);
		connection.sessionTimer = setTimeout(() => void this.#recheckOne(connection), left);
	}

	async #recheckOne(connection: Connection): Promise<void> {
		connection.accessEpoch++;
		if (!connection.room || connection.closed) return;
		try {
			const admission = await decideAdmission(connection, this.services.access, this.services.documents);
			if (!admission.admitted) return connection.close(admission.code, admission.reason);
			if (admission.epoch !== connection.room.epoch) return this.#discardRewritten(connection.room);
			if (admission.grant.right !== connection.right) {
				return connection.close(closeCodes.rightChanged, 'your right in this document has changed');
			}
			connection.admit(admission.visitor, admission.grant);
			this.#watchSession(connection);
		} catch (error) {
			this.services.log.error({ err: error, document: connection.name }, 'Rights could not be checked');
			connection.close(closeCodes.tryAgainLater, 'rights cannot be checked at the moment');
		}
	}

	/** The document was rewritten since the room was loaded: everybody has to leave it, and who comes back finds it as it is now. */
	#discardRewritten(room: Room): void {
		this.services.rooms.discard(room.name, closeCodes.tryAgainLater, 'this document was rewritten');
	}

	#left(connection: Connection): void {
		this.#open.delete(connection);
		clearTimeout(connection.sessionTimer);
		connection.markClosed();
		if (connection.room) this.services.rooms.leave(connection.room, connection);
	}
}

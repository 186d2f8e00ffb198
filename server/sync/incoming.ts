import { Malformed } from '#protocol/bounded-reading.ts';
import { closeCodes } from '#protocol/close-codes.ts';
import { presenceMessage, readClientMessage, readStateVector, type ClientMessage } from '#protocol/messages.ts';
import type { Connection } from './connection.ts';
import type { Entry } from './document-log.ts';
import type { Room } from './room.ts';

/** Takes in what somebody in a room says. Whatever a stranger sends ends at most this stranger's connection. */
export function receive(connection: Connection, room: Room, frame: Uint8Array): void {
	if (connection.closed) return;
	try {
		answer(connection, room, readClientMessage(frame));
	} catch (error) {
		if (error instanceof Malformed) return connection.close(closeCodes.malformed, error.message);
		connection.services.log.error({ err: error, document: room.name }, 'A message could not be answered');
		connection.close(closeCodes.tryAgainLater, 'this cannot be answered at the moment');
	}
}

function answer(connection: Connection, room: Room, message: ClientMessage): void {
	const { limits } = connection.services;
	switch (message.type) {
		case 'ask':
			connection.pay(limits.askTokens);
			readStateVector(message.stateVector);
			return connection.answer(room.content.answer(message.stateVector));
		case 'change':
			connection.pay(limits.updateTokens);
			return takeChange(connection, room, message.update, message.offline);
		case 'presence': {
			const heard = room.presence.hear(connection, message.bytes);
			if ('code' in heard) return connection.close(heard.code, heard.reason);
			if (heard.fresh) room.presenceChanged();
			return connection.pay(heard.fresh ? limits.presenceTokens : limits.echoTokens);
		}
		case 'ask-presence': {
			connection.pay(limits.presenceTokens);
			const everybody = room.presence.everybody();
			if (everybody) connection.sendPresence(presenceMessage(everybody));
		}
	}
}

/** `complete` is the answer to our question, which brings everything that the client has and we lack. */
function takeChange(connection: Connection, room: Room, update: Uint8Array, complete: boolean): void {
	const { limits, commits } = connection.services;
	if (update.length > (complete ? limits.offlineBytes : limits.updateBytes)) {
		return connection.close(closeCodes.tooLarge, 'a change has a limited size');
	}
	if (connection.right !== 'write') {
		// Nothing of it is stored, and so nothing is ever called saved.
		if (room.triesToWrite(update)) connection.deny('This document is open for reading only.');
		return;
	}
	const change = connection.saved.receive();
	if (room.content.size + update.length > limits.documentBytes) {
		return connection.close(closeCodes.tooLarge, 'a document has a limited size');
	}
	const { verdict, newClients } = room.judge(update, connection.personId, connection.owesAnswer && !complete);
	if (complete && verdict.kind !== 'gap') connection.owesAnswer = false;
	switch (verdict.kind) {
		case 'refuse':
			return connection.close(verdict.code, verdict.reason);
		case 'nothing-new':
			// It may be known and yet not on disk, when its first sender has lost the connection meanwhile.
			return commits.barrier(() => connection.settle(change, complete));
		case 'gap':
			if (complete) return connection.close(closeCodes.malformed, 'an answer is complete');
			connection.saved.withhold(change);
			if (!connection.owesAnswer) {
				connection.owesAnswer = true;
				connection.send(room.question());
			}
			return;
		case 'accept':
			return commit(connection, room, { bytes: verdict.bytes, newClients }, () => connection.settle(change, complete));
	}
}

function commit(
	connection: Connection,
	room: Room,
	change: Pick<Entry, 'bytes' | 'newClients'>,
	settled: () => void
): void {
	const { commits } = connection.services;
	room.waiting++;
	commits.add({
		document: room.name,
		author: connection.personId,
		...change,
		settled() {
			room.waiting--;
			settled();
		}
	});
	if (commits.congested) connection.pause('disk');
}

import { Malformed } from '#protocol/bounded-reading.ts';
import { closeCodes } from '#protocol/close-codes.ts';
import { presenceMessage, readClientMessage, readStateVector, type ClientMessage } from '#protocol/messages.ts';
import type { Connection } from './connection.ts';
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
	// What still waits may turn out to be stale, and then it is missing here until it was asked for again.
	const waits = connection.saved.waits;
	const change = connection.saved.receive();
	if (room.content.size + update.length > limits.documentBytes) {
		return connection.close(closeCodes.tooLarge, 'a document has a limited size');
	}
	// An answer to an earlier question than the last may lack what had to be asked for again.
	const isLast = complete && !connection.owesSeveralAnswers;
	if (complete) connection.answered();
	const standing = room.standing();
	if (standing.outdated) return withhold(connection, room, change);
	const incomplete = !isLast && (connection.owesAnswer || waits);
	const { verdict, newClients } = room.judge(update, connection.personId, incomplete);
	switch (verdict.kind) {
		case 'refuse':
			return connection.close(verdict.code, verdict.reason);
		case 'nothing-new':
			// It may be known and yet not on disk, when its first sender has lost the connection meanwhile.
			return commits.barrier(() => {
				if (standing.outdated) withhold(connection, room, change);
				else connection.settle(change, isLast);
			});
		case 'gap':
			if (isLast) return connection.close(closeCodes.malformed, 'an answer is complete');
			return withhold(connection, room, change);
		case 'accept':
			room.waiting++;
			commits.add({
				document: room.name,
				author: connection.personId,
				epoch: room.epoch,
				bytes: verdict.bytes,
				newClients,
				get known() {
					return standing.known;
				},
				get outdated() {
					return standing.outdated;
				},
				settled() {
					room.waiting--;
					connection.settle(change, isLast);
				},
				stale() {
					room.waiting--;
					connection.pay(limits.askTokens);
					withhold(connection, room, change);
				}
			});
	}
	if (commits.congested) connection.pause('disk');
}

/** A change cannot be taken as it came: the client is asked for everything that is missing, unless it is being asked already. */
function withhold(connection: Connection, room: Room, change: number): void {
	connection.saved.withhold(change);
	if (!connection.owesAnswer && !room.restoring) connection.ask(room.question());
}

import * as encoding from 'lib0/encoding';
import { limits } from './limits.ts';
import { expectFormat, isAtEnd, readBytes, readerOf, readNumber } from './bounded-reading.ts';

/** The first number of a message. 0 to 3 are y-websocket's own; 102 and 103 are ours and standard clients ignore them. */
export const messageTypes = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 102, epoch: 103 } as const;

/** The second number of a sync message, as in y-protocols. */
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const;

/** What a client may say. */
export type ClientMessage =
	| { type: 'ask'; stateVector: Uint8Array }
	| { type: 'change'; update: Uint8Array; offline: boolean }
	| { type: 'presence'; bytes: Uint8Array }
	| { type: 'ask-presence' };

/** Reads a message of a client; throws when it is none. */
export function readClientMessage(frame: Uint8Array): ClientMessage {
	const reader = readerOf(frame);
	const type = readNumber(reader);
	let message: ClientMessage;
	if (type === messageTypes.queryAwareness) {
		message = { type: 'ask-presence' };
	} else if (type === messageTypes.awareness) {
		message = { type: 'presence', bytes: readBytes(reader) };
	} else {
		expectFormat(type === messageTypes.sync, 'a client sends sync or awareness');
		const kind = readNumber(reader, syncTypes.update);
		const bytes = readBytes(reader);
		message =
			kind === syncTypes.step1
				? { type: 'ask', stateVector: bytes }
				: { type: 'change', update: bytes, offline: kind === syncTypes.step2 };
	}
	expectFormat(isAtEnd(reader), 'a frame holds one message');
	return message;
}

/** Reads a state vector: how far the asking side knows each client id. Throws when it is none. */
export function readStateVector(bytes: Uint8Array): Map<number, number> {
	const reader = readerOf(bytes);
	const known = new Map<number, number>();
	for (let left = readNumber(reader, limits.stateVectorEntries); left > 0; left--) {
		known.set(readNumber(reader), readNumber(reader));
	}
	expectFormat(isAtEnd(reader), 'a state vector ends where it says');
	return known;
}

/** The other way round; both sides understand it. */
export function writeStateVector(known: ReadonlyMap<number, number>): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, known.size);
		for (const [client, clock] of known) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
		}
	});
}

function syncMessage(kind: number, bytes: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.sync);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

/** "This is how far I know the document: send me the rest." */
export const askMessage = (stateVector: Uint8Array) => syncMessage(syncTypes.step1, stateVector);

/** The last part of the answer to a question; after it the client counts as synced. */
export const answerMessage = (update: Uint8Array) => syncMessage(syncTypes.step2, update);

/** A change, or a part of an answer that is not the last. */
export const updateMessage = (update: Uint8Array) => syncMessage(syncTypes.update, update);

export function presenceMessage(bytes: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.awareness);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

/** Tells the client in words why the connection will be closed; y-websocket prints it. */
export function deniedMessage(reason: string): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.auth);
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarString(encoder, reason);
	});
}

/**
 * "Saved": the first `count` changes that this connection sent are on disk. A client may say "Gespeichert" when the server's count has
 * reached its own count of changes sent over this connection (see `countsAsChange`), and at least its answer to the server's question is among them.
 */
export function savedMessage(count: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.saved);
		encoding.writeVarUint(encoder, count);
	});
}

/** Tells who comes in which epoch of the document it gets; see `epoch.ts`. */
export function epochMessage(epoch: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.epoch);
		encoding.writeVarUint(encoder, epoch);
	});
}

/** The count of a "saved" message, or null when the frame is another message. */
export function readSaved(frame: Uint8Array): number | null {
	const reader = readerOf(frame);
	return readNumber(reader) === messageTypes.saved ? readNumber(reader) : null;
}

/** Whether a frame that a client sends counts for "saved": every sync message except a question. */
export function countsAsChange(frame: Uint8Array): boolean {
	return frame[0] === messageTypes.sync && (frame[1] === syncTypes.step2 || frame[1] === syncTypes.update);
}

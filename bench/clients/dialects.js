/**
 * How a client speaks with each server. All carry the messages of y-protocols; Hocuspocus puts the name of the document before each
 * and wants a word of welcome first; the bare relay carries frames and answers nobody.
 */
import * as encoding from 'lib0/encoding';

const sync = 0;
/** Hocuspocus marks messages of the first exchange that want no further question. */
const syncReply = 4;
const step1 = 0;
const step2 = 1;
const update = 2;
const auth = 2;

/**
 * @typedef {object} Dialect
 * @property {(port: number, name: string) => string} url
 * @property {(name: string) => Uint8Array[]} hello What a client says first.
 * @property {(name: string, kind: 'answer' | 'update', bytes: Uint8Array) => Uint8Array} change
 * @property {(frame: Uint8Array) => 'question' | 'answer' | 'other'} kindOf
 * @property {boolean} joins Whether there is anything to be told when one comes.
 */

const asksForAll = new Uint8Array([0]);

/**
 * @param {string | null} prefix
 * @param {number} kind
 * @param {Uint8Array} bytes
 */
function syncFrame(prefix, kind, bytes) {
	return encoding.encode((encoder) => {
		if (prefix !== null) encoding.writeVarString(encoder, prefix);
		encoding.writeVarUint(encoder, sync);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

/**
 * @param {Uint8Array} frame
 * @param {number} at Where the message begins.
 */
function kindAt(frame, at) {
	if (frame[at] !== sync && frame[at] !== syncReply) return 'other';
	return frame[at + 1] === step1 ? 'question' : frame[at + 1] === step2 ? 'answer' : 'other';
}

/**
 * @param {(port: number, name: string) => string} url
 * @returns {Dialect}
 */
const yWebsocket = (url) => ({
	url,
	hello: () => [syncFrame(null, step1, asksForAll)],
	change: (_name, kind, bytes) => syncFrame(null, kind === 'answer' ? step2 : update, bytes),
	kindOf: (frame) => kindAt(frame, 0),
	joins: true
});

/** @type {Record<string, Dialect>} */
export const dialects = {
	wirkraum: yWebsocket((port, name) => `ws://127.0.0.1:${port}/sync/${name}`),
	'y-websocket': yWebsocket((port, name) => `ws://127.0.0.1:${port}/${name}`),
	relay: { ...yWebsocket((port, name) => `ws://127.0.0.1:${port}/${name}`), hello: () => [], joins: false },
	hocuspocus: {
		url: (port) => `ws://127.0.0.1:${port}/`,
		hello: (name) => [
			encoding.encode((encoder) => {
				encoding.writeVarString(encoder, name);
				encoding.writeVarUint(encoder, auth);
				encoding.writeVarUint(encoder, 0);
				encoding.writeVarString(encoder, 'token');
			}),
			syncFrame(name, step1, asksForAll)
		],
		change: (name, kind, bytes) => syncFrame(name, kind === 'answer' ? step2 : update, bytes),
		// The name has fewer than 128 bytes, so its length is one.
		kindOf: (frame) => kindAt(frame, 1 + (frame[0] ?? 0)),
		joins: true
	}
};

import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { dialects } from './dialects.js';

/** An update that changes nothing. */
const nothing = new Uint8Array([0, 0]);

/** Somebody in a room who speaks the protocol by hand and understands only what has to be answered or counted. */
export class Person {
	/** @type {(frame: Buffer) => void} */
	onFrame = () => {};
	/** When the document had arrived and the server's question was answered. */
	joined;
	#socket;
	#dialect;
	#name;
	#leaving = false;

	/**
	 * @param {import('./commands.js').ServerAddress} server
	 * @param {string} name of the document
	 * @param {Uint8Array} [brings] What this person has of it already.
	 */
	constructor({ kind, port }, name, brings = nothing) {
		this.#name = name;
		this.#dialect = /** @type {import('./dialects.js').Dialect} */ (dialects[kind]);
		const headers = { cookie: `wr_session=${randomUUID()}` };
		this.#socket = new WebSocket(this.#dialect.url(port, name), { headers, perMessageDeflate: false, maxPayload: 0 });
		this.joined = this.#join(brings);
		this.#socket.on('close', (code, reason) => {
			if (!this.#leaving) console.error(`${kind} closed a connection: ${code} ${reason}`);
		});
	}

	/** @param {Uint8Array} update */
	send(update) {
		this.#socket.send(this.#dialect.change(this.#name, 'update', update));
	}

	leave() {
		this.#leaving = true;
		this.#socket.close();
	}

	/**
	 * @param {Uint8Array} brings
	 * @returns {Promise<number>}
	 */
	#join(brings) {
		const dialect = this.#dialect;
		let owed = dialect.joins ? 2 : 0;
		return new Promise((resolve, reject) => {
			this.#socket.on('error', reject);
			this.#socket.on('open', () => {
				for (const frame of dialect.hello(this.#name)) this.#socket.send(frame);
				if (owed === 0) resolve(performance.now());
			});
			this.#socket.on('message', (/** @type {Buffer} */ frame) => {
				if (owed > 0) {
					const kind = dialect.kindOf(frame);
					if (kind === 'question') this.#socket.send(dialect.change(this.#name, 'answer', brings));
					if (kind !== 'other' && --owed === 0) resolve(performance.now());
				}
				this.onFrame(frame);
			});
		});
	}
}

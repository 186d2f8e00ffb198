import * as Y from 'yjs';
import { stamp } from './stamp.js';

/**
 * Somebody who moves a note or types into it: small, real updates of 40 to 80 bytes. Each writes on an own note, so that what the
 * others do need not be decoded here.
 */
export class Writer {
	#doc = new Y.Doc();
	#note = new Y.Map();
	#text = new Y.Text();
	#number;
	/** @type {Uint8Array} */
	#update = new Uint8Array();

	/** @param {number} number */
	constructor(number) {
		this.#number = number;
		this.#doc.getMap('el').set(`note-${number}`, this.#note);
		this.#note.set('text', this.#text);
		this.#doc.on('update', (update) => (this.#update = update));
	}

	/** What was there before the first word. */
	get beginning() {
		return Y.encodeStateAsUpdate(this.#doc);
	}

	/** The next change: every second person types, the others move. */
	next() {
		this.#doc.transact(() => {
			if (this.#number % 2 === 0) this.#text.insert(this.#text.length, 'a');
			this.#note.set('at', stamp(this.#number));
		});
		return this.#update;
	}
}

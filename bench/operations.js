import { writeFileSync } from 'node:fs';
import * as Y from 'yjs';

const authors = 20;

/**
 * The changes of a board that has been worked on for long: of 50, one adds a note, 14 move notes and 35 type into them.
 * @param {number} count
 */
export function operations(count) {
	const doc = new Y.Doc();
	const ids = Array.from({ length: authors }, (_, author) => 1_000_000 + author * 7919);
	/** @type {Uint8Array[]} */
	const updates = [];
	/** @type {Y.Map<any>[]} */
	const notes = [];
	doc.on('update', (update) => updates.push(update));
	for (let step = 0; step < count; step++) {
		doc.clientID = ids[step % authors] ?? 0;
		const note = notes[(step * 7) % Math.max(1, notes.length)];
		doc.transact(() => {
			if (!note || step % 50 === 0) notes.push(addNote(doc, step));
			else if (step % 50 < 15) note.set('at', `${step % 4000},${step % 3000}`);
			else note.get('text').insert(note.get('text').length, 'abcdefghij'[step % 10]);
		});
	}
	return updates;
}

/**
 * @param {Y.Doc} doc
 * @param {number} step
 */
function addNote(doc, step) {
	const note = new Y.Map();
	doc.getMap('el').set(`note-${step}`, note);
	note.set('type', 'note');
	note.set('text', new Y.Text());
	return note;
}

/**
 * Each update behind its length.
 * @param {string} file
 * @param {Uint8Array[]} updates
 */
export function writeUpdates(file, updates) {
	writeFileSync(
		file,
		Buffer.concat(
			updates.flatMap((update) => {
				const length = Buffer.alloc(4);
				length.writeUInt32LE(update.length);
				return [length, update];
			})
		)
	);
}

/**
 * A board of about this many bytes as one update, as the first who opens it brings it.
 * @param {string} file
 * @param {number} bytes
 */
export function writeBoard(file, bytes) {
	const doc = new Y.Doc();
	for (let step = 0; ; step++) {
		const note = addNote(doc, step);
		note.set('at', `${step % 4000},${step % 3000}`);
		note.get('text').insert(0, 'Radweg zum Bahnhof durchgehend beleuchten, auch im Winter');
		note.set('at', `${(step * 3) % 4000},${(step * 7) % 3000}`);
		const state = step % 50 === 0 ? Y.encodeStateAsUpdate(doc) : null;
		if (state && state.length >= bytes) return writeFileSync(file, state);
	}
}

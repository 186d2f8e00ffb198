/**
 * The people of the run, in a process of their own, so that the time they take is not counted as the server's. The run asks for one
 * thing after the other.
 * @typedef {{ kind: string, port: number }} ServerAddress
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Person } from './person.js';
import { Room } from './room.js';

/** @type {Map<string, Room>} */
const rooms = new Map();
/** @type {Person[]} */
const idle = [];
let busyFrom = performance.eventLoopUtilization();

/** @type {Record<string, (asked: any) => unknown>} */
const commands = {
	/** @param {{ server: ServerAddress, name: string, people: number, writers: number }} asked */
	async fill({ server, name, ...size }) {
		rooms.set(name, await Room.fill(server, name, size));
	},
	/** @param {{ name: string, perSecond: number }} asked */
	write: ({ name, perSecond }) => room(name).write(perSecond),
	/** @param {{ name: string }} asked */
	mark({ name }) {
		room(name).mark();
		busyFrom = performance.eventLoopUtilization();
	},
	/** @param {{ name: string }} asked */
	measure: ({ name }) => ({ ...room(name).measure(), busy: performance.eventLoopUtilization(busyFrom).utilization }),
	/** @param {{ name: string }} asked */
	finish: ({ name }) => room(name).finish(),
	/** @param {{ name: string }} asked */
	leave({ name }) {
		room(name).leave();
		rooms.delete(name);
	},
	/**
	 * People come, one for each name, with what they have, and stay without a word.
	 * @param {{ server: ServerAddress, names: string[], file?: string }} asked
	 */
	async sit({ server, names, file }) {
		const brings = file ? readFileSync(file) : undefined;
		for (const name of names) {
			const person = new Person(server, name, brings);
			idle.push(person);
			await person.joined;
		}
	},
	goAll: () => idle.splice(0).forEach((person) => person.leave()),
	/**
	 * How long it takes until the first who comes has all of a document.
	 * @param {{ server: ServerAddress, name: string }} asked
	 */
	async join({ server, name }) {
		const from = performance.now();
		const person = new Person(server, name);
		let bytes = 0;
		person.onFrame = (frame) => (bytes += frame.length);
		const took = (await person.joined) - from;
		person.leave();
		return { took, bytes };
	}
};

/** @param {string} name */
function room(name) {
	const found = rooms.get(name);
	if (!found) throw new Error(`Nobody is in ${name}`);
	return found;
}

process.on('message', async (/** @type {{ id: number, ask: string }} */ { id, ask, ...asked }) => {
	try {
		process.send?.({ id, answer: await commands[ask]?.(asked) });
	} catch (error) {
		process.send?.({ id, fault: String(error) });
	}
});
process.on('disconnect', () => process.exit(1));

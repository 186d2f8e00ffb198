import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Histogram } from './histogram.js';
import { Person } from './person.js';
import { readStamps } from './stamp.js';
import { Writer } from './writer.js';

/** So many come at once; the next wave waits until they are in. */
const wave = 50;

/** Many people in one document, of whom some write. */
export class Room {
	/** @type {Person[]} */
	#people = [];
	/** @type {Writer[]} */
	#writers = [];
	/** @type {NodeJS.Timeout[]} */
	#timers = [];
	#ages = new Histogram();
	#sent = 0;
	#received = 0;

	/**
	 * @param {import('./commands.js').ServerAddress} server
	 * @param {string} name
	 * @param {{ people: number, writers: number }} size
	 */
	static async fill(server, name, { people, writers }) {
		const room = new Room();
		room.#writers = Array.from({ length: writers }, (_, number) => new Writer(number));
		while (room.#people.length < people) {
			const coming = Array.from({ length: Math.min(wave, people - room.#people.length) }, (_, index) => {
				const number = room.#people.length + index;
				const person = new Person(server, name, room.#writers[number]?.beginning);
				person.onFrame = (frame) => room.#receive(number, frame);
				return person;
			});
			room.#people.push(...coming);
			await Promise.all(coming.map(({ joined }) => joined));
		}
		return room;
	}

	/**
	 * Everybody writes in an own, slightly irregular rhythm.
	 * @param {number} perSecond
	 */
	write(perSecond) {
		for (const [number, writer] of this.#writers.entries()) {
			const again = () => {
				this.#people[number]?.send(writer.next());
				this.#sent++;
				this.#timers[number] = setTimeout(again, (1000 / perSecond) * (0.6 + 0.8 * Math.random()));
			};
			this.#timers[number] = setTimeout(again, (1000 / perSecond) * Math.random());
		}
	}

	/** From here on is counted anew. */
	mark() {
		this.#ages.clear();
	}

	measure() {
		const delivered = this.#ages.count;
		return { delivered, p50: this.#ages.quantile(0.5), p95: this.#ages.quantile(0.95) };
	}

	/** Writes no more and waits for what is under way. Everything must have arrived at everybody. */
	async finish() {
		for (const timer of this.#timers) clearTimeout(timer);
		const expected = this.#sent * (this.#people.length - 1);
		const patience = performance.now() + 10_000;
		while (this.#received < expected && performance.now() < patience) await pause(20);
		await pause(50);
		return { expected, received: this.#received };
	}

	leave() {
		for (const person of this.#people) person.leave();
	}

	/**
	 * @param {number} reader
	 * @param {Buffer} frame
	 */
	#receive(reader, frame) {
		readStamps(frame, (writer, age) => {
			// What comes back to its author is no delivery.
			if (writer === reader) return;
			this.#received++;
			this.#ages.add(age);
		});
	}
}

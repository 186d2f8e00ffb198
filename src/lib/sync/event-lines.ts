/** One event of a stream; most have no name. */
export interface StreamEvent {
	readonly name: string;
	readonly data: string;
}

/**
 * Cuts a stream of events into events, however its pieces were cut on the way. A large event is put together once, when it is
 * complete.
 */
export class EventLines {
	#pieces: string[] = [];
	#name = '';
	#data = '';

	take(text: string): StreamEvent[] {
		const events: StreamEvent[] = [];
		const [first = '', ...others] = text.split('\n');
		this.#pieces.push(first);
		for (const next of others) {
			const event = this.#line(this.#pieces.join(''));
			if (event) events.push(event);
			this.#pieces = [next];
		}
		return events;
	}

	/** An empty line ends an event. Lines that begin with a colon are remarks. */
	#line(line: string): StreamEvent | null {
		if (line.startsWith('event: ')) this.#name = line.slice(7);
		else if (line.startsWith('data: ')) this.#data = line.slice(6);
		if (line !== '') return null;
		const event = { name: this.#name, data: this.#data };
		this.#name = this.#data = '';
		return event;
	}
}

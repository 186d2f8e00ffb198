import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ParticipantState } from '#protocol/session-state.ts';
import { patience, pauseBefore, SessionStream, type StateSource } from './session-stream.svelte.ts';

class Source implements StateSource {
	closed = false;
	readonly #ears = new Map<string, (event: MessageEvent<string>) => void>();
	addEventListener(type: string, hear: (event: MessageEvent<string>) => void) {
		this.#ears.set(type, hear);
	}
	say(type: string, state?: ParticipantState) {
		this.#ears.get(type)!({ data: JSON.stringify(state ?? {}) } as MessageEvent<string>);
	}
	close() {
		this.closed = true;
	}
}

const stateAt = (seq: number, now = Date.now()) => ({ seq, now, present: seq }) as ParticipantState;

let sources: Source[];
const screen = () =>
	new SessionStream(stateAt(1), () => {
		const source = new Source();
		sources.push(source);
		return source;
	});

beforeEach(() => {
	vi.useFakeTimers();
	sources = [];
});
afterEach(() => void vi.useRealTimers());

describe('the stream of a live session', () => {
	test('a state that was overtaken on the way never replaces a newer one', () => {
		const stream = screen();
		stream.open();
		sources[0]!.say('message', stateAt(5));
		sources[0]!.say('message', stateAt(4));
		expect(stream.state.seq).toBe(5);
		expect(stream.connection).toBe('live');
	});

	test('a phone whose clock is wrong still knows the time of the server', () => {
		const stream = screen();
		stream.open();
		sources[0]!.say('message', stateAt(2, Date.now() + 90_000));
		expect(stream.offset).toBe(90_000);
	});

	test('a short gap is not worth a word, a longer one is', () => {
		const stream = screen();
		stream.open();
		sources[0]!.say('message', stateAt(2));
		sources[0]!.say('error');
		vi.advanceTimersByTime(patience - 1);
		expect(stream.connection).toBe('live');
		vi.advanceTimersByTime(1);
		expect(stream.connection).toBe('offline');
	});

	test('many short failed tries are one long gap', () => {
		const stream = screen();
		stream.open();
		for (let passed = 0; passed <= patience; passed += 200) {
			vi.advanceTimersByTime(200);
			const last = sources.at(-1)!;
			if (!last.closed) last.say('error');
		}
		expect(sources.length).toBeGreaterThan(2);
		expect(stream.connection).toBe('offline');
	});

	test('it tries again by itself and is live with the next state', () => {
		const stream = screen();
		stream.open();
		sources[0]!.say('closing');
		expect(sources[0]!.closed).toBe(true);
		vi.advanceTimersByTime(10_000);
		expect(sources).toHaveLength(2);
		sources[1]!.say('message', stateAt(7));
		expect(stream.connection).toBe('live');
		expect(stream.state.seq).toBe(7);
	});

	test('what an old connection still says is not heard any more', () => {
		const stream = screen();
		stream.open();
		stream.open();
		sources[0]!.say('message', stateAt(9));
		expect(stream.state.seq).toBe(1);
	});

	test('whoever was removed stays out: nothing is tried again', () => {
		const stream = screen();
		stream.open();
		sources[0]!.say('removed');
		stream.open();
		vi.advanceTimersByTime(60_000);
		expect(stream.connection).toBe('removed');
		expect(sources).toHaveLength(1);
	});

	test('a closed screen is quiet', () => {
		const stream = screen();
		stream.open();
		sources[0]!.say('error');
		stream.close();
		vi.advanceTimersByTime(60_000);
		expect(sources).toHaveLength(1);
		expect(stream.connection).toBe('connecting');
	});

	test('the pauses grow to eight seconds and are never the same for everybody', () => {
		expect(pauseBefore(0, 0)).toBe(200);
		expect(pauseBefore(0, 1)).toBe(400);
		expect(pauseBefore(50, 1)).toBe(8_000);
		expect(pauseBefore(3, 0)).toBeLessThan(pauseBefore(3, 0.9));
	});
});

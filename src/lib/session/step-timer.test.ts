import { describe, expect, test } from 'vitest';
import { clockFace, StepTimer } from './step-timer.svelte.ts';

const timerAt = (timer: { endsAt: number | null; leftMs: number | null }, offset = 0, now = 0) => {
	const shown = new StepTimer(
		() => timer,
		() => offset
	);
	shown.tick(now);
	return shown;
};

describe('the timer on a screen', () => {
	test('it counts down with the time of the server, whatever the clock of the device says', () => {
		const timer = timerAt({ endsAt: 100_000, leftMs: null }, 40_000, 20_000);
		expect(timer.remaining).toBe(40_000);
		timer.tick(30_000);
		expect(timer.remaining).toBe(30_000);
		expect(timer.phase).toBe('running');
	});

	test('when time is up it stands at zero and says so', () => {
		const timer = timerAt({ endsAt: 1_000, leftMs: null }, 0, 5_000);
		expect(timer.remaining).toBe(0);
		expect(timer.phase).toBe('over');
	});

	test('while it is paused, what was left stays', () => {
		const timer = timerAt({ endsAt: null, leftMs: 61_000 });
		timer.tick(999_999);
		expect(timer.remaining).toBe(61_000);
		expect(timer.phase).toBe('paused');
	});

	test('without a timer nothing is shown', () => expect(timerAt({ endsAt: null, leftMs: null }).phase).toBe('off'));

	test('more time from the facilitator is there at once', () => {
		let endsAt = 10_000;
		const timer = new StepTimer(
			() => ({ endsAt, leftMs: null }),
			() => 0
		);
		timer.tick(0);
		expect(timer.remaining).toBe(10_000);
		endsAt += 120_000;
		timer.tick(1);
		expect(timer.remaining).toBe(129_999);
	});

	test('minutes and seconds read like a clock', () => {
		expect([0, 1, 5_000, 65_000, 720_000].map(clockFace)).toEqual(['0:00', '0:01', '0:05', '1:05', '12:00']);
	});
});

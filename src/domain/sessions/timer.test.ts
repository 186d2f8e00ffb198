import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendTimer, extension, pauseTimer, remainingMs, resumeTimer, startTimer } from './timer.ts';

const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const span = fc.integer({ min: 0, max: 10_000_000 });

describe('the timer', () => {
	test('twelve minutes are twelve minutes, and never less than none', () => {
		const timer = startTimer(12, 1_000);
		expect(remainingMs(timer, 1_000)).toBe(720_000);
		expect(remainingMs(timer, 700_000)).toBe(21_000);
		expect(remainingMs(timer, 9_000_000)).toBe(0);
	});

	test('a pause costs nobody a second, however long it is', () => {
		fc.assert(
			fc.property(moment, fc.integer({ min: 0, max: 120 }), span, span, (now, minutes, before, pause) => {
				const timer = startTimer(minutes, now);
				const paused = pauseTimer(timer, now + before);
				const resumed = resumeTimer(paused, now + before + pause);
				expect(remainingMs(paused, now + before + pause)).toBe(remainingMs(timer, now + before));
				expect(remainingMs(resumed, now + before + pause)).toBe(remainingMs(timer, now + before));
			})
		);
	});

	test('"+2 Min" adds two minutes, also to a timer that is paused or has run out', () => {
		fc.assert(
			fc.property(moment, span, (now, later) => {
				const timer = startTimer(5, now);
				for (const one of [timer, pauseTimer(timer, now + later), { state: 'off' } as const])
					expect(remainingMs(extendTimer(one, extension, now + later), now + later)).toBe(
						remainingMs(one, now + later) + 120_000
					);
			})
		);
	});
});

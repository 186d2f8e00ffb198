import { describe, expect, test } from 'vitest';
import { nextDeed, type GuestView } from './pacing.ts';

const view = (more: Partial<GuestView>): GuestView => ({
	guest: 0,
	step: 'collect',
	seconds: 0,
	sent: 0,
	ready: false,
	revealed: false,
	vote: null,
	...more
});

describe('a simulated guest', () => {
	test('writes at her own pace, one card after the other, and then says that she is ready', () => {
		expect(nextDeed(view({}))).toBe(null);
		expect(nextDeed(view({ seconds: 5 }))).toBe('write');
		expect(nextDeed(view({ guest: 11, seconds: 5 }))).toBe(null);
		expect(nextDeed(view({ guest: 1, sent: 1, seconds: 8 }))).toBe(null);
		expect(nextDeed(view({ guest: 1, sent: 1, seconds: 30 }))).toBe('write');
		expect(nextDeed(view({ sent: 1, seconds: 30 }))).toBe('ready');
		expect(nextDeed(view({ sent: 1, seconds: 30, ready: true }))).toBe(null);
	});

	test('stops writing after the reveal and votes when a round is open', () => {
		expect(nextDeed(view({ revealed: true, seconds: 90 }))).toBe('ready');
		expect(nextDeed(view({ step: 'weigh', seconds: 90 }))).toBe(null);
		expect(nextDeed(view({ step: 'weigh', seconds: 90, vote: { seconds: 3 } }))).toBe(null);
		expect(nextDeed(view({ step: 'weigh', seconds: 90, vote: { seconds: 4 } }))).toBe('vote');
	});
});

import { describe, expect, test } from 'vitest';
import { staysWithin } from './within-parts.ts';

describe('who was there while a session was not public', () => {
	test('somebody who stayed all the time was there in each part, and in none of the rest', () => {
		const times = [
			{ from: 10, until: 20 },
			{ from: 50, until: 60 }
		];
		expect(staysWithin([{ from: 0, until: null }], times)).toEqual(times);
	});

	test('who came into a part that goes on is there from then on', () => {
		expect(staysWithin([{ from: 15, until: null }], [{ from: 10, until: null }])).toEqual([{ from: 15, until: null }]);
	});

	test('who had left before, or came only afterwards, was not there', () => {
		const stays = [
			{ from: 0, until: 10 },
			{ from: 20, until: 30 }
		];
		expect(staysWithin(stays, [{ from: 10, until: 20 }])).toEqual([]);
	});
});

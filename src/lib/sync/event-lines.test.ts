import { expect, test } from 'vitest';
import { EventLines } from './event-lines.ts';

const stream = 'event: open\ndata: abc\n\n: a remark\ndata: AAEC\n\nevent: ping\ndata: \n\n';
const events = [
	{ name: 'open', data: 'abc' },
	{ name: '', data: 'AAEC' },
	{ name: 'ping', data: '' }
];

test('events are the same however the network cuts the stream', () => {
	expect(new EventLines().take(stream)).toEqual(events);
	for (const length of [1, 2, 3, 7, 20]) {
		const lines = new EventLines();
		const pieces = stream.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g'))!;
		expect(pieces.flatMap((piece) => lines.take(piece))).toEqual(events);
	}
});

test('an event that is not complete yet is not told', () => {
	const lines = new EventLines();
	expect(lines.take('data: AAEC\n')).toEqual([]);
	expect(lines.take('\n')).toEqual([{ name: '', data: 'AAEC' }]);
});

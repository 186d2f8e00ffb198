import { expect, test } from 'vitest';
import { linesOf, remarks, report, table, type Seen } from './board-report.js';

const contestants = [
	{ kind: 'wirkraum', label: 'Wirkraum' },
	{ kind: 'tldraw', label: 'tldraw 1' }
];
const visit = (kind: string, task: number | undefined, frame = 17): Seen => ({
	kind,
	count: 500,
	opened: { stands: 100, reacts: 200 },
	weight: 50,
	used: 70,
	costs: task === undefined ? {} : { zoom: { task, process: 2 * task, script: 0, layout: 0, frame, key: NaN } },
	faults: task === undefined ? { zoom: 'the wheel does nothing' } : {}
});
const zoomOf = (seen: Seen[]) => linesOf(contestants, seen).filter(({ what }) => what.startsWith('zoom'));

test('a row shows the medians of the rounds and how ours compares', () => {
	const seen = [10, 90, 20].flatMap((task) => [visit('wirkraum', task), visit('tldraw', 4 * task)]);
	expect(table(contestants, zoomOf(seen)).split('\n').at(-1)).toBe(
		'| zoom out to 10 % and in again | 20 / 40 / 17 | 80 / 160 / 17 | 0.25 / 0.25 / 1.00 |'
	);
	expect(remarks(contestants, zoomOf(seen), seen)).toBe('');
});

test('where ours is behind, the report says by how much', () => {
	const seen = [visit('wirkraum', 30, 50), visit('tldraw', 20, 17)];
	expect(remarks(contestants, zoomOf(seen), seen)).toBe(
		'- Ours is behind tldraw 1 in “zoom out to 10 % and in again”: main thread 30 against 20 (1.50 times), ' +
			'all threads 60 against 40 (1.50 times), frame p95 50 against 17 (2.94 times).'
	);
});

test('what could not be done leaves its cell empty and a reason below', () => {
	const text = report(contestants, [500], [visit('wirkraum', 10), visit('tldraw', undefined)]);
	expect(text).toContain('| zoom out to 10 % and in again | 10 / 20 / 17 |  |  |');
	expect(text).toContain(
		'tldraw 1 did not do “zoom out to 10 % and in again” in 1 of 1 rounds: the wheel does nothing.'
	);
});

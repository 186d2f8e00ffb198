import { expect, test } from 'vitest';
import { rows } from './rows.js';
import { report, type Seen } from './text-report.js';

const contestants = [
	{ kind: 'plain', label: 'Plain' },
	{ kind: 'ours', label: 'Ours' }
];
const cost = (key: number) => ({ task: 10 * key, script: 0, layout: 0, process: 0, frame: 17, key });
const visit = (kind: string, key: number, faults: Record<string, string> = {}): Seen => ({
	...{ kind, readable: 100, writable: 200, first: 30, weight: 228, faults },
	costs: Object.fromEntries(rows.map(({ name }) => [name, cost(key)]))
});

test('each number is the median of its visits, beside its ratio to the plain page', () => {
	const seen = [10, 30, 20].flatMap((key) => [visit('plain', key), visit('ours', 2 * key)]);
	const table = report(contestants, seen);
	expect(table).toContain('|  | Plain | Ours | ÷ (Ours) |');
	expect(table).toMatch(/type at 50 % of the text: key to screen p95, ms \| 20 \| 40 \| 2\.00 \|/);
	expect(table).toMatch(/all of it can be written in, ms \| 200 \| 200 \| 1\.00 \|/);
});

test('what could not be done is said once and gives no number', () => {
	const failed = visit('ours', NaN, { scroll: 'it stood still' });
	const table = report(contestants, [visit('plain', 10), failed, failed]);
	expect(table.match(/ours did not do “scroll”: it stood still\./g)).toHaveLength(1);
	expect(table).toMatch(/type at 2 % of the text: key to screen p95, ms \| 10 \| {2}\| {2}\|/);
});

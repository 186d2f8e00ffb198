import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

const page = join(import.meta.dirname, '../docs/benchmarks.md');

/**
 * One line of the table: a value of each server and what was aimed at.
 * @typedef {object} Row
 * @property {string} what
 * @property {Record<string, number | undefined>} values by kind of server
 * @property {number} digits
 * @property {string} [target]
 * @property {boolean} [met]
 */

/** @param {number[]} numbers */
export function median(numbers) {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * The smallest of the numbers that so many percent do not exceed.
 * @param {number[]} numbers
 * @param {number} percent
 */
export function percentile(numbers, percent) {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/**
 * @param {import('./servers.js').Server[]} servers
 * @param {Row[]} rows
 */
export function table(servers, rows) {
	const head = ['', ...servers.map(({ label }) => label), 'ours ÷ relay', 'target', ''];
	const lines = rows.map(({ what, values, digits, target = '', met }) => {
		const ratio = (values.wirkraum ?? NaN) / (values.relay ?? NaN);
		return [
			what,
			...servers.map(({ kind }) => values[kind]?.toFixed(digits) ?? '–'),
			Number.isFinite(ratio) ? ratio.toFixed(2) : '–',
			target,
			met === undefined ? '' : met ? 'met' : 'missed'
		];
	});
	const ruler = head.map((_, column) => (column === 0 ? '---' : '---:'));
	return [head, ruler, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Where and when it was measured. */
export function circumstances() {
	return `${new Date().toISOString().slice(0, 10)}, ${machine()}`;
}

/** Where it was measured. */
export function machine() {
	const [first] = cpus();
	return `Node ${process.version}, ${process.platform}, ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}`;
}

/**
 * A sentence about a machine that had other work while it was measured on; nothing about a calm one.
 * @param {string} doubtful what then says little
 */
export function busyRemark(doubtful) {
	const [load = 0] = loadavg();
	const processors = cpus().length;
	if (load <= processors) return [];
	const busy = `load average ${load.toFixed(1)} on ${processors} processors`;
	return [`The machine was busy with other work (${busy}): ${doubtful} say little.`];
}

/**
 * Replaces what stands between two marks of a text.
 * @param {string} whole
 * @param {string} mark
 * @param {string} text
 */
export function between(whole, mark, text) {
	const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
	const [start, end] = [whole.indexOf(open), whole.indexOf(close)];
	if (start < 0 || end < start) throw new Error(`The marks ${open} and ${close} are missing.`);
	return `${whole.slice(0, start)}${open}\n\n${text}\n\n${whole.slice(end)}`;
}

/**
 * Puts what was measured between its marks in docs/benchmarks.md.
 * @param {string} mark
 * @param {string} text
 */
export function publishUnder(mark, text) {
	writeFileSync(page, between(readFileSync(page, 'utf8'), mark, text));
}

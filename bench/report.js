import { cpus } from 'node:os';

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
	const [first] = cpus();
	const day = new Date().toISOString().slice(0, 10);
	return `${day}, Node ${process.version}, ${process.platform}, ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}`;
}

import { median } from '../report.js';
import { rows } from './rows.js';

/**
 * What one visit has shown; times in milliseconds.
 * @typedef {object} Seen
 * @property {string} kind
 * @property {number | null} readable
 * @property {number | null} writable
 * @property {number} first from the first key, as soon as one could write, to its letter on the screen
 * @property {number} weight The scripts that were there by then, in kB.
 * @property {Record<string, import('../boards/gauge.js').Cost>} costs
 * @property {Record<string, string>} faults
 */

/**
 * The medians of all, beside those of the first contestant, and what could not be measured.
 * @param {{ kind: string, label: string }[]} contestants
 * @param {Seen[]} seen
 */
export function report(contestants, seen) {
	/** @param {(each: Seen) => number | null | undefined} pick */
	const medians = (pick) =>
		contestants.map(({ kind }) => {
			const found = seen.filter((each) => each.kind === kind).map((each) => pick(each) ?? NaN);
			return median(found.filter(Number.isFinite));
		});
	const lines = [
		line(
			'JavaScript, kB',
			medians(({ weight }) => weight)
		),
		line(
			'open: the first page can be read, ms',
			medians(({ readable }) => readable)
		),
		line(
			'open: all of it can be written in, ms',
			medians(({ writable }) => writable)
		),
		line(
			'first letter to screen, ms',
			medians(({ first }) => first)
		),
		...rows.flatMap(({ name, what }) => [
			...(name.startsWith('type')
				? [
						line(
							`${what}: key to screen p95, ms`,
							medians(({ costs }) => costs[name]?.key)
						)
					]
				: []),
			line(
				`${what}: main thread, ms/s`,
				medians(({ costs }) => costs[name]?.task)
			),
			...(name === 'scroll'
				? [
						line(
							`${what}: frame p95, ms`,
							medians(({ costs }) => costs[name]?.frame)
						)
					]
				: [])
		])
	];
	const head = [
		'',
		...contestants.map(({ label }) => label),
		...contestants.slice(1).map(({ label }) => `÷ (${label})`)
	];
	const ruler = head.map((_, column) => (column === 0 ? '---' : '---:'));
	const faults = seen.flatMap(({ kind, faults }) =>
		Object.entries(faults).map(([name, why]) => `- ${kind} did not do “${name}”: ${why}.`)
	);
	const drawn = [head, ruler, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
	return [drawn, ...new Set(faults)].join('\n\n');
}

/**
 * @param {string} what
 * @param {number[]} values
 */
function line(what, values) {
	const [base = NaN, ...others] = values;
	const ratios = others.map((value) => (Number.isFinite(value / base) ? (value / base).toFixed(2) : ''));
	return [what, ...values.map((value) => (Number.isFinite(value) ? value.toFixed(0) : '')), ...ratios];
}

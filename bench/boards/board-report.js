import { median } from '../report.js';
import { gestures } from './gestures.js';

/**
 * What one visit has shown.
 * @typedef {object} Seen
 * @property {string} kind
 * @property {number} count
 * @property {import('./handle.d.ts').Recorder['opening'] | null} opened
 * @property {number} weight The scripts that were there when it reacted, in kB.
 * @property {number} used The scripts that were there after all gestures, in kB.
 * @property {Record<string, import('./gauge.js').Cost>} costs
 * @property {Record<string, string>} faults
 */

/**
 * One line of a table: the medians of each contestant, in the order of `units`.
 * @typedef {{ what: string, units: string[], values: Record<string, number[]> }} Line
 */

/** A smaller difference is called none. */
const noise = 1.05;
/** The screen itself takes so long for a frame. */
const oneFrame = 17;

/**
 * All tables, and what stands below them.
 * @param {{ kind: string, label: string }[]} contestants
 * @param {number[]} sizes
 * @param {Seen[]} seen
 */
export function report(contestants, sizes, seen) {
	const parts = sizes.map((count) => {
		const here = seen.filter((each) => each.count === count);
		const lines = linesOf(contestants, here);
		const head = `**${count.toLocaleString('en')} notes**`;
		return [head, table(contestants, lines), remarks(contestants, lines, here)].filter(Boolean).join('\n\n');
	});
	return parts.join('\n\n');
}

/**
 * @param {{ kind: string }[]} contestants
 * @param {Seen[]} seen
 * @returns {Line[]}
 */
export function linesOf(contestants, seen) {
	/** @param {(each: Seen) => number | null | undefined} pick */
	const medians =
		(pick) =>
		(/** @type {{ kind: string }} */ { kind }) => {
			const found = seen.filter((each) => each.kind === kind).flatMap((each) => pick(each) ?? []);
			return median(found.filter((value) => Number.isFinite(value)));
		};
	/** @param {string} what @param {string[]} units @param {((each: Seen) => number | null | undefined)[]} picks */
	const line = (what, units, picks) => ({
		what,
		units,
		values: Object.fromEntries(contestants.map((one) => [one.kind, picks.map((pick) => medians(pick)(one))]))
	});
	return [
		line('JavaScript until it reacts, kB', [''], [({ weight }) => weight]),
		line('JavaScript after all gestures, kB', [''], [({ used }) => used]),
		line('open: the picture stands, ms', [''], [({ opened }) => opened?.stands]),
		line('open: it reacts, ms', [''], [({ opened }) => opened?.reacts]),
		...gestures.map(({ name, what }) =>
			line(
				what,
				['main thread', 'all threads', 'frame p95'],
				[({ costs }) => costs[name]?.task, ({ costs }) => costs[name]?.process, ({ costs }) => costs[name]?.frame]
			)
		),
		line('key to paint p95, ms', [''], [({ costs }) => costs.type?.key])
	];
}

/**
 * @param {{ kind: string, label: string }[]} contestants
 * @param {Line[]} lines
 */
export function table(contestants, lines) {
	const [ours, ...peers] = contestants;
	const head = [
		'',
		...contestants.map(({ label }) => label),
		...peers.map(({ label }) => `ours ÷ ${label.split(' ')[0]}`)
	];
	const rows = lines.map(({ what, values }) => [
		what,
		...contestants.map(({ kind }) => cell(values[kind] ?? [], 0)),
		...peers.map(({ kind }) => cell(ratios(values[ours?.kind ?? ''] ?? [], values[kind] ?? []), 2))
	]);
	const ruler = head.map((_, column) => (column === 0 ? '---' : '---:'));
	return [head, ruler, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Where we are behind, and what could not be measured.
 * @param {{ kind: string, label: string }[]} contestants
 * @param {Line[]} lines
 * @param {Seen[]} seen
 */
export function remarks(contestants, lines, seen) {
	const [ours, ...peers] = contestants;
	const behind = lines.flatMap((line) =>
		peers.flatMap(({ kind, label }) => {
			const lost = lostTo(line, ours?.kind ?? '', kind);
			return lost.length > 0 ? `Ours is behind ${label} in “${line.what}”: ${lost.join(', ')}.` : [];
		})
	);
	const missing = contestants.flatMap((one) =>
		notDone(
			one.label,
			seen.filter(({ kind }) => kind === one.kind)
		)
	);
	return [...behind, ...missing].map((line) => `- ${line}`).join('\n');
}

/**
 * What one contestant did not do, in how many of its rounds, and why.
 * @param {string} label
 * @param {Seen[]} rounds
 */
function notDone(label, rounds) {
	const names = new Set(rounds.flatMap(({ faults }) => Object.keys(faults)));
	return [...names].map((name) => {
		const reasons = rounds.flatMap(({ faults }) => faults[name] ?? []);
		const what = gestures.find((one) => one.name === name)?.what ?? name;
		const often = `${reasons.length} of ${rounds.length} rounds`;
		return `${label} did not do “${what}” in ${often}: ${[...new Set(reasons)].join('; ')}.`;
	});
}

/**
 * In which of its numbers a line is lost, and by how much.
 * @param {Line} line
 * @param {string} ours
 * @param {string} peer
 */
function lostTo({ units, values }, ours, peer) {
	return units.flatMap((unit, at) => {
		const [mine, theirs] = [values[ours]?.[at] ?? NaN, values[peer]?.[at] ?? NaN];
		if (!(mine > theirs * noise) || (unit === 'frame p95' && mine <= oneFrame)) return [];
		return `${unit} ${mine.toFixed(0)} against ${theirs.toFixed(0)} (${(mine / theirs).toFixed(2)} times)`.trim();
	});
}

/** @param {number[]} ours @param {number[]} theirs */
const ratios = (ours, theirs) => ours.map((value, at) => value / (theirs[at] ?? NaN));

/** Numbers of one cell; it stays empty where nothing was measured. @param {number[]} numbers @param {number} digits */
function cell(numbers, digits) {
	if (!numbers.some((value) => Number.isFinite(value))) return '';
	return numbers.map((value) => (Number.isFinite(value) ? value.toFixed(digits) : '–')).join(' / ');
}

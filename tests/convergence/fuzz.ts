import { argv, exit, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { openProofDatabase } from '../support/proof-database.ts';
import { convergenceRun } from './run.ts';
import { suggestionRun } from './suggestion-run.ts';

/** The long run behind `npm run fuzz`: as many runs as asked for, each from a seed of its own. */
const { values } = parseArgs({
	args: argv.slice(2),
	options: {
		runs: { type: 'string', default: '2000' },
		seed: { type: 'string', default: String(Date.now() % 2 ** 31) }
	}
});
const [runs, first] = [Number(values.runs), Number(values.seed)];

const { database, close } = await openProofDatabase();
const begin = performance.now();
const done = { board: 0, text: 0, operations: 0, accepted: 0 };
const failures: number[] = [];
for (let seed = first; seed < first + runs; seed++) {
	try {
		const { kind, operations } = await convergenceRun({ database }, seed);
		done[kind]++;
		done.operations += operations;
		done.accepted += suggestionRun(seed);
	} catch (error) {
		failures.push(seed);
		console.error(error);
	}
	if ((seed - first + 1) % 100 === 0 || seed === first + runs - 1) report(seed - first + 1);
}
await close();
exit(failures.length > 0 ? 1 : 0);

function report(count: number): void {
	const seconds = (performance.now() - begin) / 1000;
	const pace = `${(count / seconds).toFixed(1)} runs a second`;
	stdout.write(
		`${count} runs (${done.board} boards, ${done.text} texts), ${done.operations} operations, ${done.accepted} suggestions accepted, ${pace}, ` +
			`seeds from ${first}, ${failures.length} failed${failures.length ? `: ${failures.join(', ')}` : ''}\n`
	);
}

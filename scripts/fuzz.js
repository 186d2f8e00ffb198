import { bundleForNode } from '../tests/support/bundle.js';
import { run } from './lib/run.js';
import { runIfCalled, say } from './lib/say.js';

await runIfCalled(import.meta.url, async () => {
	const args = process.argv.slice(2);
	const hostile = args.includes('--hostile');
	say(
		hostile
			? 'Sending spoiled and forged messages to a server on which honest people write.'
			: 'Looking for an order of events that breaks a promise of the collaboration.'
	);
	const program = await bundleForNode(hostile ? 'tests/hostile/hostile.ts' : 'tests/convergence/fuzz.ts');
	const { code } = await run(process.execPath, [program, ...args]);
	process.exitCode = code;
});

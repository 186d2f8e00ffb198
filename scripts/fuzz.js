import { bundleForNode } from '../tests/support/bundle.js';
import { run } from './lib/run.js';
import { runIfCalled, say } from './lib/say.js';

await runIfCalled(import.meta.url, async () => {
	say('Looking for an order of events that breaks a promise of the collaboration.');
	const program = await bundleForNode('tests/convergence/fuzz.ts');
	const { code } = await run(process.execPath, [program, ...process.argv.slice(2)]);
	process.exitCode = code;
});

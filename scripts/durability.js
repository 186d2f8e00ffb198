import { bundleForNode } from '../tests/support/bundle.js';
import { run } from './lib/run.js';
import { runIfCalled, say } from './lib/say.js';

await runIfCalled(import.meta.url, async () => {
	say('Killing servers and databases while people write.');
	const program = await bundleForNode('tests/durability/durability.ts');
	const { code } = await run(process.execPath, [program, ...process.argv.slice(2)]);
	process.exitCode = code;
});

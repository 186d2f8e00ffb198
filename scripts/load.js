import { bundleForNode } from '../tests/support/bundle.js';
import { buildIfStale } from './build.js';
import { run } from './lib/run.js';
import { runIfCalled, say } from './lib/say.js';

await runIfCalled(import.meta.url, async () => {
	await buildIfStale();
	say('An evening with many phones in several groups, about three minutes.');
	const program = await bundleForNode('tests/load/load.ts');
	const { code } = await run(process.execPath, [program, ...process.argv.slice(2)]);
	process.exitCode = code;
});

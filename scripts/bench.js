import { join } from 'node:path';
import { installIfNeeded, isInstalled, whyInstallFailed } from './install.js';
import { run, runNpm } from './lib/run.js';
import { root, runIfCalled, say, Stop } from './lib/say.js';

/** The sync server beside others: their packages lie in `bench/` and are no part of the product. */
await runIfCalled(import.meta.url, async () => {
	await installIfNeeded();
	const folder = join(root, 'bench');
	if (!isInstalled(folder)) {
		say('Installing the servers to compare with (npm ci in bench).');
		const { code, output } = await runNpm(['ci', '--prefix', folder, '--ignore-scripts', '--no-progress']);
		if (code !== 0) throw new Stop(whyInstallFailed(output));
	}
	const quick = process.argv.includes('--quick');
	say(`Measuring the sync server beside a bare relay and two others, ${quick ? 'in short' : 'about eight minutes'}.`);
	const { code } = await run(process.execPath, [join(folder, 'sync.js'), ...process.argv.slice(2)]);
	if (code !== 0) throw new Stop('The measurement did not come to its end.');
});

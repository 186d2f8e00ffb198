import { join } from 'node:path';
import { browser } from './browser.js';
import { buildIfStale } from './build.js';
import { installIfNeeded, isInstalled, whyInstallFailed } from './install.js';
import { run, runNpm } from './lib/run.js';
import { root, runIfCalled, say, Stop } from './lib/say.js';

const folder = join(root, 'bench');
const measurements = {
	sync: {
		what: 'the sync server beside a bare relay and two others',
		takes: 'about eight minutes',
		prepare: async () => {}
	},
	board: {
		what: 'the board beside tldraw and Excalidraw',
		takes: 'about twenty minutes',
		prepare: programAndBrowser
	},
	text: {
		what: 'a long text with 500 suggestions beside Tiptap and Yjs alone',
		takes: 'about eight minutes',
		prepare: programAndBrowser
	},
	phones: {
		what: 'a large board while a full hall writes cards',
		takes: 'about three minutes',
		prepare: programAndBrowser
	}
};

async function programAndBrowser() {
	await buildIfStale();
	await browser();
}

/** Ours beside others: their packages lie in `bench/` and are no part of the product. */
await runIfCalled(import.meta.url, async () => {
	const [name = '', ...args] = process.argv.slice(2);
	const measurement = measurements[/** @type {keyof typeof measurements} */ (name)];
	if (!measurement) throw new Stop(`There is ${Object.keys(measurements).join(', ')} to be measured, not “${name}”.`);
	await installIfNeeded();
	if (!isInstalled(folder)) {
		say('Installing what is compared with (npm ci in bench).');
		const { code, output } = await runNpm(['ci', '--prefix', folder, '--ignore-scripts', '--no-progress']);
		if (code !== 0) throw new Stop(whyInstallFailed(output));
	}
	await measurement.prepare();
	say(`Measuring ${measurement.what}, ${args.includes('--quick') ? 'in short' : measurement.takes}.`);
	const { code } = await run(process.execPath, [join(folder, `${name}.js`), ...args]);
	if (code !== 0) throw new Stop('The measurement did not come to its end.');
});

import { buildIfStale } from './build.js';
import { installIfNeeded } from './install.js';
import { runIfCalled } from './lib/say.js';

await runIfCalled(import.meta.url, async () => {
	await installIfNeeded();
	await buildIfStale();
	await import('../server/main.js');
});

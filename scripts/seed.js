import { buildIfStale } from './build.js';
import { installIfNeeded } from './install.js';
import { runIfCalled, say, Stop } from './lib/say.js';

const examples = ['helmstedt', 'unna', 'mitte', 'verwaltung2030'];

await runIfCalled(import.meta.url, async () => {
	const [name = ''] = process.argv.slice(2);
	if (!examples.includes(name)) throw new Stop(`Say which example: npm run seed -- ${examples.join('|')}`);
	await installIfNeeded();
	await buildIfStale();
	process.env.WIRKRAUM_TASK = 'seed';
	process.env.NODE_ENV ??= 'production';
	try {
		await import(new URL('../build/handler.js', import.meta.url).href);
		const app = /** @type {any} */ (globalThis)[Symbol.for('wirkraum')];
		try {
			say(await app.seed(name));
		} finally {
			await app.close();
		}
	} catch (error) {
		throw new Stop(`The example could not be filled in: ${error instanceof Error ? error.message : error}`);
	}
	process.exit(0);
});

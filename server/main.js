import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { adapterSettings, readFront } from './front.js';
import { serve } from './serve.js';

const handlerFile = new URL('../build/handler.js', import.meta.url);
const longestFarewell = 10_000;

/**
 * Loads the built program. Importing it runs SvelteKit's `init`, which opens the database and publishes the app.
 * @param {import('./front.js').Front} front
 * @param {number} port
 * @returns {Promise<import('./serve.js').Program>}
 */
async function load(front, port) {
	Object.assign(process.env, adapterSettings(front), { HOST: front.host, PORT: String(port) });
	// Only a file of a process may be so large; the hook of all requests holds the others to less.
	process.env.BODY_SIZE_LIMIT ??= '11M';
	const { handler } = await import(handlerFile.href);
	return { handler, app: /** @type {any} */ (globalThis)[Symbol.for('wirkraum')] };
}

/** @param {import('./serve.js').Serving} serving */
function stopOnSignal(serving) {
	let stopping = false;
	const stop = async () => {
		// Ctrl-C under npm arrives twice: once from the terminal, once from npm.
		if (stopping) return;
		stopping = true;
		setTimeout(() => leave('Wirkraum did not finish within ten seconds and was ended.'), longestFarewell - 500).unref();
		await serving.stop();
		process.exit(0);
	};
	for (const signal of ['SIGTERM', 'SIGINT']) {
		process.on(signal, () => stop().catch((error) => leave(`Wirkraum stopped with a fault: ${error.message}`)));
	}
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function leave(sentence) {
	console.error(sentence);
	process.exit(1);
}

// Paths in the settings, such as ./data, are meant from the project's folder, wherever the service was started.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
process.env.NODE_ENV ??= 'production';
process.on('unhandledRejection', (error) => console.error('A promise was left without an answer:', error));
if (!existsSync(handlerFile)) leave('There is no built program yet. Run npm start, which builds it, or npm run build.');
try {
	const front = readFront(process.env);
	const serving = await serve(front, (port) => load(front, port));
	stopOnSignal(serving);
	console.log(`Wirkraum runs at ${serving.address}`);
	const { hints } = /** @type {any} */ (globalThis)[Symbol.for('wirkraum')];
	for (const line of (await hints?.(serving.address)) ?? []) console.log(line);
} catch (error) {
	leave(`Wirkraum cannot start: ${error instanceof Error ? error.message : error}`);
}

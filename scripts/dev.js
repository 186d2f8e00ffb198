import { installIfNeeded } from './install.js';
import { generate } from './lib/generated.js';
import { runTool } from './lib/run.js';
import { runIfCalled, say } from './lib/say.js';

await runIfCalled(import.meta.url, async () => {
	await installIfNeeded();
	await generate();
	say('Starting the development server. Ctrl-C ends it.');
	process.on('SIGINT', () => undefined);
	const where = ['--host', process.env.HOST || '127.0.0.1', '--port', process.env.PORT || '3000', '--strictPort'];
	process.exitCode = (await runTool('vite', ['dev', ...where, ...process.argv.slice(2)])).code;
});

import { runTool } from './run.js';
import { say, Stop } from './say.js';

/** Writes what editors, checks and tests need besides our own files: the texts as functions, and the types of routes. */
export async function generate() {
	say('Compiling texts and route types.');
	const texts = ['compile', '--project', './project.inlang', '--outdir', './src/paraglide'];
	const failed = 'The texts in messages/ could not be compiled. What the compiler said about it stands above.';
	if ((await runTool('@inlang/paraglide-js', texts)).code !== 0) throw new Stop(failed);
	if ((await runTool('@sveltejs/kit:svelte-kit', ['sync'])).code !== 0) throw new Stop('svelte-kit sync failed.');
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './say.js';

/**
 * Runs a program with its output shown and waits for its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} Its exit code, 1 when it could not run, and what it wrote.
 */
export function run(command, args, { env = {}, timeout } = {}) {
	return new Promise((done) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['inherit', 'pipe', 'pipe'],
			timeout
		});
		let output = '';
		/** @param {NodeJS.WriteStream} screen */
		const show = (screen) => (/** @type {Buffer} */ piece) => {
			screen.write(piece);
			output = (output + piece).slice(-100_000);
		};
		child.stdout.on('data', show(process.stdout));
		child.stderr.on('data', show(process.stderr));
		const endTogether = () => {
			child.kill('SIGTERM');
			// Others that run at the same time hear of it first.
			setImmediate(() => process.exit(143));
		};
		process.once('SIGTERM', endTogether);
		child.once('error', (error) => done({ code: 1, output: error.message }));
		child.once('close', (code) => {
			process.off('SIGTERM', endTogether);
			done({ code: code ?? 1, output });
		});
	});
}

/**
 * Runs an installed tool, such as vite, under this very Node.
 * @param {string} name Its package, or `package:program` when the program has another name.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(name, args, options) {
	return run(process.execPath, [toolFile(name), ...args], options);
}

/**
 * Runs npm: the one that called us, else the one on the search path.
 * @param {string[]} args
 */
export function runNpm(args) {
	const caller = process.env.npm_execpath;
	if (caller && /npm-cli\.c?js$/.test(caller) && existsSync(caller)) return run(process.execPath, [caller, ...args]);
	return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** @param {string} name */
function toolFile(name) {
	const [home = '', program] = name.split(':');
	const folder = join(root, 'node_modules', home);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[program ?? home.split('/').at(-1) ?? home]);
}

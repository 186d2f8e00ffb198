import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../scripts/lib/ports.js';
import { bundleForNode } from './bundle.js';
import type { ProgramSettings, Request } from './sync-program.ts';

let bundle: Promise<string> | undefined;

/** A sync server in a process of its own, at an address that stays when it is killed and started again. */
export class SyncChild {
	#child: ChildProcess | null = null;

	private constructor(private readonly settings: ProgramSettings) {}

	static async start(settings: Omit<ProgramSettings, 'port'>): Promise<SyncChild> {
		const child = new SyncChild({ ...settings, port: await freePort() });
		await child.restart();
		return child;
	}

	get url(): string {
		return `ws://127.0.0.1:${this.settings.port}`;
	}

	get running(): boolean {
		return this.#child !== null;
	}

	async restart(): Promise<void> {
		const program = await (bundle ??= bundleForNode('tests/support/sync-program.ts'));
		const child = fork(program, [JSON.stringify(this.settings)], { execArgv: ['--expose-gc'] });
		this.#child = child;
		const endWithUs = () => child.kill('SIGKILL');
		process.once('exit', endWithUs);
		child.once('exit', () => process.off('exit', endWithUs));
		child.once('exit', () => this.#child === child && (this.#child = null));
		const [word] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
		if (word !== 'ready') throw new Error(`The sync server did not start: ${word}`);
	}

	/** Ends it as the system does when memory runs out. */
	async kill9(): Promise<void> {
		const child = this.#child;
		if (!child) return;
		child.kill('SIGKILL');
		await once(child, 'exit');
	}

	/** Asks for something and waits until it is done; the answer is how much memory is in use after tidying up. */
	async ask(request: Request): Promise<number> {
		this.#child!.send(request);
		const [{ heap }] = (await once(this.#child!, 'message')) as [{ heap: number }];
		return heap;
	}
}

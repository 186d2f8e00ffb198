import { fork } from 'node:child_process';
import { once } from 'node:events';

/** @type {Set<Child>} */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill()));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1));

/** A process of the run that answers one question after the other. It ends with the run, however that ends. */
export class Child {
	#process;
	#asked = 0;
	/** @type {Map<number, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
	#open = new Map();
	/** What it says of itself when it is ready; the port of a server. */
	ready;

	/**
	 * @param {string} file
	 * @param {string[]} args
	 */
	constructor(file, args = []) {
		const env = { ...process.env, NODE_ENV: 'production' };
		this.#process = fork(file, args, { env, execArgv: ['--expose-gc'], serialization: 'advanced' });
		this.ready = new Promise((resolve, reject) => {
			this.#process.on('message', (/** @type {any} */ { port, id, answer, fault }) => {
				if (port !== undefined) return resolve(port);
				const { resolve: done, reject: failed } = this.#open.get(id) ?? {};
				this.#open.delete(id);
				if (fault) failed?.(new Error(fault));
				else done?.(answer);
			});
			this.#process.on('exit', (code) => {
				running.delete(this);
				const gone = new Error(`${file} ended with ${code}`);
				reject(gone);
				for (const { reject: failed } of this.#open.values()) failed(gone);
			});
		});
		this.ready.catch(() => {});
		running.add(this);
	}

	get pid() {
		return this.#process.pid ?? 0;
	}

	/**
	 * @param {string} ask
	 * @param {object} [details]
	 * @returns {Promise<any>}
	 */
	ask(ask, details = {}) {
		const id = ++this.#asked;
		return new Promise((resolve, reject) => {
			this.#open.set(id, { resolve, reject });
			this.#process.send({ id, ask, ...details });
		});
	}

	/** Lets it end in its own way, and ends it when that takes too long. */
	async stop() {
		const patience = setTimeout(() => this.kill(), 5000);
		const gone = once(this.#process, 'exit');
		await this.ask('stop').catch(() => {});
		await gone;
		clearTimeout(patience);
	}

	kill() {
		running.delete(this);
		this.#process.kill('SIGKILL');
	}
}

import { existsSync } from 'node:fs';
import { cpuOf, memoryOf } from '../../bench/usage.js';

/** What the server used in one phase. */
interface Phase {
	name: string;
	seconds: number;
	/** Processor time of the server, the kernel's on its behalf included, in milliseconds. */
	cpu: number;
	/** The same of the process in which the phones are. */
	ownCpu: number;
	/** The most memory that was there at once, in kB. */
	memory: number;
	/** What phones were sent. */
	bytes: number;
}

/** Looks after the server while it works. Without /proc, processor time and memory stay unknown. */
export class Gauge {
	readonly phases: Phase[] = [];
	readonly #pid: number;
	readonly #bytes: () => number;
	readonly #readable = existsSync('/proc/self/schedstat');

	constructor(pid: number, bytes: () => number) {
		this.#pid = pid;
		this.#bytes = bytes;
	}

	/** Measures while something goes on. */
	async during<T>(name: string, deed: () => Promise<T>): Promise<T> {
		const [begun, cpu, own, bytes] = [performance.now(), this.#cpu(), process.cpuUsage(), this.#bytes()];
		let memory = this.#memory();
		const look = setInterval(() => (memory = Math.max(memory, this.#memory())), 500);
		try {
			return await deed();
		} finally {
			clearInterval(look);
			const { user, system } = process.cpuUsage(own);
			this.phases.push({
				name,
				seconds: (performance.now() - begun) / 1000,
				cpu: this.#cpu() - cpu,
				ownCpu: (user + system) / 1000,
				memory: Math.max(memory, this.#memory()),
				bytes: this.#bytes() - bytes
			});
		}
	}

	/** One line for each phase. */
	rows(phones: number): string[][] {
		return this.phases.map(({ name, seconds, cpu, ownCpu, memory, bytes }) => [
			name,
			seconds.toFixed(1),
			(cpu / 1000).toFixed(1),
			(cpu / 10 / seconds).toFixed(0),
			(ownCpu / 10 / seconds).toFixed(0),
			(memory / 1000).toFixed(0),
			(bytes / 1000 / phones).toFixed(1)
		]);
	}

	#cpu(): number {
		return this.#readable ? cpuOf(this.#pid) : NaN;
	}

	#memory(): number {
		return this.#readable ? memoryOf(this.#pid) : NaN;
	}
}

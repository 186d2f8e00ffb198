import { readFileSync, readdirSync } from 'node:fs';

/**
 * The processor time of a process in milliseconds, its own and the kernel's on its behalf, all threads. /proc/<pid>/stat counts the
 * same in steps of 10 ms; the scheduler's own book is exact.
 * @param {number} pid
 */
export function cpuOf(pid) {
	return readdirSync(`/proc/${pid}/task`)
		.map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]))
		.reduce((sum, nanoseconds) => sum + nanoseconds / 1e6, 0);
}

/**
 * The memory of a process that is really there, in kB.
 * @param {number} pid
 */
export function memoryOf(pid) {
	return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

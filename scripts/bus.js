import { existsSync } from 'node:fs';
import { findBus } from '../tests/support/bus.js';
import { run } from './lib/run.js';
import { say } from './lib/say.js';

/**
 * A Valkey or Redis server for the tests, installed when there is none and this is root on Debian.
 * @returns {Promise<string | undefined>}
 */
export async function bus() {
	const present = findBus();
	if (present || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return present;
	say('There is no Valkey or Redis on this machine. Installing the one of this Debian system for the tests.');
	await run('apt-get', ['update', '-q']);
	// In this run level the package does not start a service of its own.
	const env = { RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' };
	for (const name of ['valkey-server', 'redis-server']) {
		await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env, timeout: 300_000 });
		const installed = findBus();
		if (installed) return installed;
	}
	return undefined;
}

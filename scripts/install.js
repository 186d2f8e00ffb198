import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './lib/run.js';
import { root, runIfCalled, say, Stop } from './lib/say.js';

/** Installs the packages unless those of the lockfile are there. */
export async function installIfNeeded() {
	if (isInstalled(root)) return;
	if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
		throw new Stop(
			'node_modules is a link to a folder with other packages than the lockfile names. Install them there.'
		);
	}
	say('Installing packages (npm ci). The first time this takes a few minutes.');
	const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
	const { code, output } = await runNpm(['ci', '--include=dev', '--no-progress', ...patience]);
	if (code !== 0) throw new Stop(whyInstallFailed(output));
}

/**
 * npm writes down at the end of an installation what it has installed. It agrees with the lockfile when every package
 * that is not optional (optional ones are for other platforms) stands in both with the same version.
 * @param {string} folder
 * @returns {boolean}
 */
export function isInstalled(folder) {
	const wanted = packagesIn(join(folder, 'package-lock.json'));
	const present = packagesIn(join(folder, 'node_modules/.package-lock.json'));
	return Object.entries(wanted).every(
		([path, { version, optional, link }]) => path === '' || optional || link || present[path]?.version === version
	);
}

/**
 * @param {string} output What npm said.
 * @returns {string}
 */
export function whyInstallFailed(output) {
	if (
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(output)
	) {
		return 'The packages could not be fetched because there is no network. Connect this machine and try again.';
	}
	if (/ENOSPC/.test(output)) return 'The packages could not be installed because the disk is full.';
	if (/EACCES|EPERM|EROFS/.test(output)) {
		return `The packages could not be installed because this user may not write to ${root}.`;
	}
	return 'The packages could not be installed. What npm said about it stands above.';
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function packagesIn(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
	} catch {
		return {};
	}
}

await runIfCalled(import.meta.url, installIfNeeded);

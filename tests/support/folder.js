import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/**
 * An empty folder that is gone when this process ends.
 * @param {string} purpose
 * @param {string} [parent]
 * @returns {string}
 */
export function temporaryFolder(purpose, parent = tmpdir()) {
	if (folders.size === 0) process.once('exit', () => folders.forEach(remove));
	const folder = mkdtempSync(join(parent, `wr-${purpose}-`));
	folders.add(folder);
	return folder;
}

/** @param {string} folder */
function remove(folder) {
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

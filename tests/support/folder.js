import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/**
 * An empty folder that is gone when this process ends.
 * @param {string} purpose
 * @returns {string}
 */
export function temporaryFolder(purpose) {
	if (folders.size === 0) process.once('exit', () => folders.forEach(remove));
	const folder = mkdtempSync(join(tmpdir(), `wr-${purpose}-`));
	folders.add(folder);
	return folder;
}

/** @param {string} folder */
function remove(folder) {
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

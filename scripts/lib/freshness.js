import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One number for all that the given files and folders hold. Contents count, dates do not: a fresh clone or a touched
 * file builds nothing anew. Tests, papers and generated texts do not enter the build.
 * @param {string} root
 * @param {string[]} inputs
 * @returns {string}
 */
export function fingerprint(root, inputs) {
	const hash = createHash('sha256');
	for (const path of inputs.flatMap((input) => filesBelow(root, input)).sort()) {
		hash
			.update(`${path}\0`)
			.update(readFileSync(join(root, path)))
			.update('\0');
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(root, path) {
	const found = statSync(join(root, path), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return /\.(test|suite)\.ts$|\.md$/.test(path) ? [] : [path];
	if (path === 'src/paraglide') return [];
	return readdirSync(join(root, path)).flatMap((name) => filesBelow(root, `${path}/${name}`));
}

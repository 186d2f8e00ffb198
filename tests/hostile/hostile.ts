import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../support/folder.js';
import { findPostgres, startPostgres } from '../support/postgres.js';
import { SyncChild } from '../support/sync-child.ts';
import { openDoors, siege } from './siege.ts';

/** The long run behind `npm run fuzz -- --hostile`. */
const { values } = parseArgs({
	args: argv.slice(2),
	options: {
		hostile: { type: 'boolean' },
		runs: { type: 'string', default: '100000' },
		seed: { type: 'string', default: String(Date.now() % 2 ** 31) }
	}
});
const seed = Number(values.seed);
// The embedded database would hide the memory of the server behind its own.
const programs = findPostgres();
const cluster = programs ? await startPostgres(programs) : null;
const place = cluster ? { databaseUrl: cluster.url } : { dataDir: temporaryFolder('hostile') };
const server = await SyncChild.start({ ...place, limits: openDoors });
console.warn(`Seed ${seed}; again: npm run fuzz -- --hostile --seed ${seed} --runs ${values.runs}`);
const begin = performance.now();
const { frames, closes, before, after } = await siege(server, Number(values.runs), seed);
const alive = server.running;
await server.kill9();
await cluster?.stop();

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const codes = [...closes].sort(([a], [b]) => a - b).map(([code, count]) => `${code}: ${count}`);
const seconds = ((performance.now() - begin) / 1000).toFixed(0);
console.warn(`${frames} frames in ${seconds} s; connections closed with ${codes.join(', ')}`);
console.warn(`memory in use ${megabytes(before)} before, ${megabytes(after)} after`);
exit(alive && after < before * 1.2 ? 0 : 1);

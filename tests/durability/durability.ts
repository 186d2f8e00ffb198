import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../support/folder.js';
import { findPostgres, startPostgres } from '../support/postgres.js';
import { SyncChild } from '../support/sync-child.ts';
import { fullDisk } from './full-disk.ts';
import { postgresCrashes } from './postgres-crashes.ts';
import { killRounds, type Toll } from './rounds.ts';

/** The long run behind `npm run durability`. */
const { values } = parseArgs({ args: argv.slice(2), options: { rounds: { type: 'string', default: '100' } } });
const rounds = Number(values.rounds);
// Nothing is to be slowed down by the limits: the more is under way, the better.
const limits = { burstTokens: 1_000_000, tokensPerSecond: 1_000_000 };

const tell = (what: string, { rounds, seen, saved, lost }: Toll) =>
	console.warn(`${what}: ${rounds} rounds, ${seen} updates seen, ${saved} saved, ${lost} lost`);
const every10 = (what: string) => (toll: Toll) =>
	(toll.rounds % 10 === 0 || toll.rounds === rounds) && tell(what, toll);

let lost = 0;
const embedded = await SyncChild.start({ dataDir: temporaryFolder('durability'), limits });
lost += (await killRounds(embedded, rounds, every10('kill -9 of the server on PGlite'))).lost;
await embedded.kill9();

const full = await fullDisk(limits);
if (full) {
	const { written, found, lied } = full;
	console.warn(
		`a full disk under PGlite: ${written} letters written, ${written - found} lost${lied ? ', and saved was said too early' : ''}`
	);
	lost += written - found + Number(lied);
} else {
	console.warn('No small file system can be mounted here, so no full disk was tried under PGlite.');
}

const programs = findPostgres();
if (programs) {
	const cluster = await startPostgres(programs, { durable: true });
	try {
		const server = await SyncChild.start({ databaseUrl: cluster.url, limits });
		lost += (await killRounds(server, rounds, every10('kill -9 of the server on PostgreSQL'))).lost;
		const crashes = Math.ceil(rounds / 10);
		const after = await postgresCrashes(server, cluster, crashes);
		tell('kill -9 of PostgreSQL itself', after);
		lost += after.lost;
		await server.kill9();
	} finally {
		await cluster.stop();
	}
} else {
	console.warn('No postgres program was found on this machine, so nothing was tried on PostgreSQL.');
}
exit(lost > 0 ? 1 : 0);

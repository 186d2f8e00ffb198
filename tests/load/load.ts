import { loadavg } from 'node:os';
import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { circumstances } from '../../bench/report.js';
import { findPostgres, startPostgres } from '../support/postgres.js';
import { startServer } from '../support/server.js';
import { evening } from './plan.ts';
import { loadRun } from './run.ts';
import { table } from './times.ts';

/** The long run behind `npm run load`. */
const { values } = parseArgs({
	args: argv.slice(2),
	options: {
		phones: { type: 'string', default: String(evening.phones) },
		groups: { type: 'string', default: String(evening.groups) },
		seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
		postgres: { type: 'boolean', default: false }
	}
});
const plan = { ...evening, phones: Number(values.phones), groups: Number(values.groups), seed: Number(values.seed) };
const programs = values.postgres ? findPostgres() : undefined;
if (values.postgres && !programs) throw new Error('No postgres program was found on this machine.');
const cluster = programs ? await startPostgres(programs, { durable: true }) : undefined;
if (cluster) process.env.DATABASE_URL = cluster.url;
// Each open document of the standard client listens for our end.
process.setMaxListeners(0);
const place = process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite';
const again = `npm run load -- --phones ${plan.phones} --groups ${plan.groups} --seed ${plan.seed}`;
console.warn(`${plan.phones} phones in ${plan.groups} groups on ${place}; again: ${again}`);

const server = await startServer({ env: { DEMO: 'on' } });
const { faults, cards, votes, perPhone, times, gauge } = await loadRun(server, plan);
await server.stop();
await cluster?.stop();

const sent = [...perPhone].sort((a, b) => a - b);
const kilobytes = (at: number) => ((sent[at] ?? 0) / 1000).toFixed(0);
console.warn(`
${circumstances()}, ${place}, load average at the end ${loadavg()[0]?.toFixed(1)}

${table(['ms', 'times', 'p50', 'p95', 'p99', 'longest'], times.rows())}

${table(['phase', 's', 'server CPU s', '% of a core', 'phones’ %', 'memory MB', 'kB per phone'], gauge.rows(plan.phones))}

- ${cards} cards and ${votes} votes were accepted; ${faults.length} lost, doubled, refused or answered otherwise.
- A phone was sent ${kilobytes(Math.floor(sent.length / 2))} kB (at most ${kilobytes(sent.length - 1)}), without headers, scripts and styles.
`);
for (const fault of faults.slice(0, 20)) console.error(fault);
exit(faults.length > 0 ? 1 : 0);

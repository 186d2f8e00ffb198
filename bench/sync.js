/** `npm run bench:sync`: our sync server beside a bare relay and two others, in one run. What it means stands in docs/benchmarks.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child.js';
import { measureColdJoin } from './measures/cold-join.js';
import { measureMemory } from './measures/memory.js';
import { measureFlood, measureRoom } from './measures/rooms.js';
import { operations, writeBoard, writeUpdates } from './operations.js';
import { busyRemark, circumstances, median, publishUnder, table } from './report.js';
import { buildOurs, servers, start } from './servers.js';

const here = import.meta.dirname;
const quick = process.argv.includes('--quick');
const perSecond = 5;
const plan = quick
	? { rounds: 1, seconds: 2, warm: 3, rooms: [50, 200], connections: 300, boards: 20, operations: 20_000, joins: 1 }
	: {
			rounds: 3,
			seconds: 3,
			warm: 30,
			rooms: [50, 100, 200, 500],
			connections: 900,
			boards: 100,
			operations: 100_000,
			joins: 3
		};
const writers = 20;

/** In milliseconds: our `commitEvery`. */
const beat = 16;
/** What may be added to the latency of the relay: a beat of commits and a commit. */
const milliseconds = 17;

const folder = mkdtempSync(join(tmpdir(), 'wr-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
/** @param {string} line */
const say = (line) => console.log(`› ${line}`);

/** @type {import('./report.js').Row[]} */
const rows = [];
/** @type {string[]} */
const remarks = [];

say('Building our server and starting all four.');
await buildOurs();
const people = new Child(join(here, 'clients/commands.js'));

await rooms();
await memory();
await coldJoin();
publish();
process.exit(0);

/** Every round measures every row with every server, each time in another order. */
async function rooms() {
	const running = await Promise.all(servers.map((server) => start(server, join(folder, 'rooms', server.kind))));
	/** @type {Map<string, Awaited<ReturnType<typeof measureRoom>>[]>} */
	const results = new Map();
	/** @type {Awaited<ReturnType<typeof measureFlood>>[]} */
	const floods = [];
	say('Warming up: engines compile what runs often.');
	for (const server of running) await measureRoom(server, people, { people: 50, writers, perSecond }, plan.warm);
	for (let round = 0; round < plan.rounds; round++) {
		for (const size of plan.rooms) {
			say(`Round ${round + 1} of ${plan.rounds}: ${size} people, ${writers} write.`);
			for (const server of rotated(running, round + size / 50)) {
				const result = await measureRoom(server, people, { people: size, writers, perSecond }, plan.seconds);
				results.set(`${server.kind} ${size}`, [...(results.get(`${server.kind} ${size}`) ?? []), result]);
				if (result.lost !== 0) remarks.push(`${server.kind} lost ${result.lost} of the changes in a room of ${size}.`);
			}
		}
		const [ours] = running;
		if (ours) floods.push(await measureFlood(ours, people, plan.seconds));
	}
	for (const { child } of running) await child.stop();

	/** @param {number} size @param {'cpuPerThousand' | 'p50' | 'p95' | 'load'} what */
	const medians = (size, what) =>
		Object.fromEntries(
			servers.map(({ kind }) => [kind, median((results.get(`${kind} ${size}`) ?? []).map((result) => result[what]))])
		);
	for (const size of plan.rooms) {
		const values = medians(size, 'cpuPerThousand');
		const most = size < 200 ? 1.5 : 1.1;
		const ratio = (values.wirkraum ?? NaN) / (values.relay ?? NaN);
		const what = `CPU ms per 1,000 delivered changes, ${size} people`;
		rows.push({ what, values, digits: 2, target: `≤ ${most} × relay`, met: ratio <= most });
	}
	for (const size of plan.rooms) {
		const values = medians(size, 'p95');
		const { wirkraum = NaN, relay = NaN, hocuspocus = NaN } = values;
		const met = wirkraum <= relay + milliseconds || wirkraum < Math.min(values['y-websocket'] ?? NaN, hocuspocus);
		const target = `≤ relay + ${milliseconds} or below both`;
		rows.push({ what: `receive latency p95, ms, ${size} people`, values, digits: 1, target, met });
		rows.push({ what: `receive latency p50, ms, ${size} people`, values: medians(size, 'p50'), digits: 1 });
	}
	const [alone, beside] = [
		median(floods.map(({ alone }) => alone.p95)),
		median(floods.map(({ beside }) => beside.p95))
	];
	rows.push({ what: 'latency p95 in a calm room, ms', values: { wirkraum: alone }, digits: 1 });
	const target = `at most a beat (${beat} ms) more`;
	const what = 'the same beside a flooded room (1,500 changes/s), ms';
	rows.push({ what, values: { wirkraum: beside }, digits: 1, target, met: beside <= alone + beat });
	remarks.push(`A flooded room makes the p95 of a calm one ${(beside / alone).toFixed(1)} times as long.`);
	if (floods.some(({ lost }) => lost !== 0)) remarks.push('Changes were lost in the flood.');
	const busiest = Math.max(...plan.rooms.flatMap((size) => Object.values(medians(size, 'load'))));
	remarks.push(`The people's process used at most ${(busiest * 100).toFixed(0)} % of one processor.`);
}

async function memory() {
	const boardFile = join(folder, 'board');
	writeBoard(boardFile, 326_000);
	/** @type {Record<string, number>} */
	const connections = {};
	/** @type {Record<string, number>} */
	const boards = {};
	for (const server of servers) {
		say(`Memory of ${server.label}: ${plan.connections} idle connections, ${plan.boards} open boards.`);
		const running = await start(server, join(folder, 'memory', server.kind));
		const found = await measureMemory(running, people, { ...plan, boardFile });
		connections[server.kind] = found.perConnection;
		if (server.kind !== 'relay') boards[server.kind] = found.perBoard;
		await running.child.stop();
	}
	const least = (/** @type {Record<string, number>} */ values) =>
		Math.min(values['y-websocket'] ?? NaN, values.hocuspocus ?? NaN);
	const met = (connections.wirkraum ?? NaN) <= least(connections);
	rows.push({ what: 'memory of an idle connection, kB', values: connections, digits: 1, target: '≤ both', met });
	rows.push({ what: 'memory of an open board of 326 kB, kB', values: boards, digits: 0 });
}

async function coldJoin() {
	const file = join(folder, 'operations');
	say(`Cold join: a document of ${plan.operations} operations.`);
	writeUpdates(file, operations(plan.operations));
	/** @type {Record<string, number>} */
	const values = {};
	for (const server of servers.filter(({ keeps }) => keeps)) {
		const options = { folder: join(folder, 'cold', server.kind), file, times: plan.joins };
		const joins = await measureColdJoin(server, people, options);
		values[server.kind] = median(joins.map(({ took }) => took));
		remarks.push(`${server.label} sends the newcomer ${((joins[0]?.bytes ?? 0) / 1e6).toFixed(2)} MB.`);
	}
	const met = 2 * (values.wirkraum ?? NaN) <= (values.hocuspocus ?? NaN);
	const what = `cold join, ${plan.operations.toLocaleString('en')} operations, ms`;
	rows.push({ what, values, digits: 0, target: '≤ ½ × Hocuspocus', met });
}

/** The table goes to the screen and, after a full run, between the two marks in docs/benchmarks.md. */
function publish() {
	const [load = 0] = loadavg();
	remarks.push(...busyRemark('latencies and their verdicts'));
	const text = `${circumstances()}, load average at the end ${load.toFixed(1)}\n\n${table(servers, rows)}\n\n${remarks.map((line) => `- ${line}`).join('\n')}`;
	console.log(`\n${text}\n`);
	if (quick) return;
	publishUnder('measured', text);
	say('Written to docs/benchmarks.md.');
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} by
 */
function rotated(list, by) {
	return list.map((_, index) => /** @type {T} */ (list[(index + by) % list.length]));
}

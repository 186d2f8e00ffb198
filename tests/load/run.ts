import { seededRandom } from '../support/board-tables.ts';
import type { TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { Gauge } from './gauge.ts';
import { Group } from './group.ts';
import type { Plan } from './plan.ts';
import { Times } from './times.ts';

/** What an evening has shown. */
export interface Report {
	/** What was lost, double or refused, one sentence each; nothing is what is promised. */
	faults: string[];
	cards: number;
	votes: number;
	/** What each phone was sent, in bytes. */
	perPhone: number[];
	times: Times;
	gauge: Gauge;
}

/**
 * An evening with several groups at one running program: its phones come in, write, see the reveal and vote, all over HTTP and its
 * streams as browsers do. The groups go through the agenda together, which is harder than any evening that we know of.
 */
export async function loadRun(server: TestServer, plan: Plan): Promise<Report> {
	const lead = await new Visitor(server.url).signIn('moderation@demo.local');
	const processId = /\/p\/([0-9a-f-]{36})/.exec(await (await lead.get('/p')).text())?.[1] ?? '';
	const [times, faults]: [Times, string[]] = [new Times(), []];
	let seed = plan.seed;
	const groups: Group[] = [];
	for (let at = 0; at < plan.groups; at++) {
		const names = Array.from({ length: plan.phones }, (_, guest) => `Gast ${guest + 1}`).filter(
			(_, guest) => guest % plan.groups === at
		);
		const opening = { processId, title: `Gruppe ${at + 1}`, plan, names, random: () => seededRandom(seed++) };
		groups.push(await Group.open(lead, { url: server.url, times, faults }, opening));
	}
	const gauge = new Gauge(server.pid(), () => groups.reduce((sum, { bytes }) => sum + bytes, 0));
	const phases: [string, (group: Group) => Promise<void>][] = [
		['come in', (group) => group.gather()],
		['write', (group) => group.write()],
		['reveal, late cards', (group) => group.reveal()],
		['sort', (group) => group.cluster()],
		['vote', (group) => group.vote()],
		['result, end', (group) => group.close()]
	];
	for (const [name, deed] of phases) await gauge.during(name, () => Promise.all(groups.map(deed)));
	for (const group of groups) group.leave();
	const accepted = groups.map((group) => group.accepted);
	return {
		faults,
		cards: accepted.reduce((sum, { cards }) => sum + cards, 0),
		votes: accepted.reduce((sum, { votes }) => sum + votes, 0),
		perPhone: groups.flatMap(({ phones }) => phones.map(({ bytes }) => bytes)),
		times,
		gauge
	};
}

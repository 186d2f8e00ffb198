import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { standingsOf } from '../auth/standings.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listGroups } from '../db/repositories/groups.ts';
import { findProcess, listProcesses } from '../db/repositories/processes.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import { bodies, people } from '../db/schema/organisation.ts';
import { groupMembers } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';
import { addGroups } from './add-groups.ts';
import { changeGroup } from './change-group.ts';
import { createProcess } from './create-process.ts';
import { createSession } from './create-session.ts';
import { removeGroupMember } from './remove-group-member.ts';
import { setGroupMember } from './set-group-member.ts';
import { setWifi } from './set-wifi.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const six = [
	'Sicherheit und Ordnung',
	'Schule und Kultur',
	'Soziales und Jugend',
	'Gesundheit und Sport',
	'Wirtschaft und Tourismus',
	'Gestaltung der Umwelt'
];

const begin = (input: Record<string, unknown> = {}) =>
	house.done(createProcess, house.steering, {
		title: 'Kreisentwicklungskonzept',
		template: 'potential-analysis',
		groups: six.join('\n'),
		...input
	});

const groupsOf = (processId: string) => listGroups(database.db, house.tenantId, processId);

async function colleague(): Promise<TestActor> {
	const { tenantId } = house;
	const personId = newId();
	const person = { tenantId, id: personId, name: 'Kollegin', kind: 'account' as const, createdAt: new Date() };
	await database.db.insert(people).values(person);
	return { kind: 'person', personId, tenantId, role: 'member' };
}

describe('a new process', () => {
	test('from a pasted list, each group has a session with board, agenda and a code of its own', async () => {
		const { processId } = await begin({ question: 'Was braucht der Landkreis?' });
		const groups = await groupsOf(processId);
		expect(groups.map(({ name }) => name)).toEqual(six);
		expect(new Set(groups.map(({ colour }) => colour)).size).toBe(6);
		expect(groups.map(({ sessions }) => sessions.length)).toEqual([1, 1, 1, 1, 1, 1]);
		expect(new Set(groups.map(({ sessions }) => sessions[0]!.code)).size).toBe(6);
		const { id, title } = groups[1]!.sessions[0]!;
		expect(title).toBe('Potentialworkshop Schule und Kultur');
		const steps = await listSteps(database.db, house.tenantId, id);
		expect(steps.map(({ kind }) => kind)).toEqual(['arrive', 'collect', 'cluster', 'weigh', 'record']);
		expect(steps[1]!.prompt).toBe('Was braucht der Landkreis?');
	});

	test('a name that the organisation knows means the body it has, any other makes a team', async () => {
		const count = async () =>
			(await database.db.select().from(bodies).where(eq(bodies.tenantId, house.tenantId))).length;
		const before = await count();
		await begin({ groups: 'schule und kultur\nKreistag\nStrategiekommission 2035' });
		expect(await count()).toBe(before + 1);
	});

	test('a period that ends before it begins, or a name that is too long, makes nothing', async () => {
		const { db } = database;
		const before = await listProcesses(db, house.tenantId, house.steering.personId, true);
		for (const [input, code] of [
			[{ startsOn: '2026-05-01', endsOn: '2026-04-30' }, 'process.period-reversed'],
			[{ groups: `Eine\n${'x'.repeat(121)}` }, 'group.name-too-long']
		] as const) {
			const asked = { title: 'Nie', template: 'potential-analysis', groups: '', ...input };
			expect(await house.run(createProcess, house.steering, asked)).toMatchObject({ problem: { code } });
		}
		expect(await listProcesses(db, house.tenantId, house.steering.personId, true)).toEqual(before);
	});

	test('a member of the organisation who does not steer begins none', async () => {
		const asked = { title: 'Meiner', template: 'open' };
		expect(await house.run(createProcess, house.member, asked)).toMatchObject({ problem: { code: 'right.missing' } });
	});
});

describe('groups of a process', () => {
	test('are added later by name; one that is there already adds none of the list', async () => {
		const { processId } = await begin({ template: 'open', groups: 'Kernteam Klima' });
		const add = (groups: string) => house.run(addGroups, house.steering, { processId, groups });
		expect(await add('Kernteam Bildung\nkernteam klima')).toMatchObject({
			problem: { code: 'group.exists', name: 'kernteam klima' }
		});
		expect(await groupsOf(processId)).toHaveLength(1);
		await add('Kernteam Bildung');
		expect((await groupsOf(processId)).map(({ name }) => name)).toEqual(['Kernteam Klima', 'Kernteam Bildung']);
	});

	test('whoever moderates a group leads its open session and those that come later', async () => {
		const { processId } = await begin();
		const [first] = await groupsOf(processId);
		const ben = await colleague();
		const member = { groupId: first!.id, personId: ben.personId, role: 'facilitator' };
		await house.done(setGroupMember, house.steering, member);
		const later = { processId, title: 'Zweiter Workshop', bodyId: first!.bodyId, template: 'potential-workshop' };
		const { sessionId } = await house.done(createSession, house.steering, later);
		const { tenantId } = house;
		for (const id of [first!.sessions[0]!.id, sessionId])
			expect(await standingsOf(database.db, ben, { tenantId, processId, sessionId: id })).toContain('facilitator');
		const [, other] = await groupsOf(processId);
		const elsewhere = { tenantId, processId, sessionId: other!.sessions[0]!.id };
		expect(await standingsOf(database.db, ben, elsewhere)).not.toContain('facilitator');
	});

	test('the access of a temporary member ends by itself on the day after her last one', async () => {
		const { processId } = await begin({ template: 'transformation', groups: 'Kernteam Klima' });
		const [group] = await groupsOf(processId);
		const cem = await colleague();
		const at = { tenantId: house.tenantId, processId };
		const member = { groupId: group!.id, personId: cem.personId, role: 'temporary' };
		expect(await house.run(setGroupMember, house.steering, member)).toMatchObject({
			problem: { code: 'group.member-needs-end' }
		});
		await house.done(setGroupMember, house.steering, { ...member, until: '2099-12-31' });
		expect(await standingsOf(database.db, cem, at)).toContain('process-member');
		const mine = () => listProcesses(database.db, house.tenantId, cem.personId, false);
		expect(await mine()).toMatchObject([{ id: processId }]);
		const past = { since: '2026-01-01', until: '2026-01-31' };
		await database.db.update(groupMembers).set(past).where(eq(groupMembers.personId, cem.personId));
		expect(await standingsOf(database.db, cem, at)).not.toContain('process-member');
		expect(await mine()).toEqual([]);
	});

	test('when a group has ended, its members see the process no further', async () => {
		const { processId } = await begin({ groups: 'Auf Zeit' });
		const [group] = await groupsOf(processId);
		const dana = await colleague();
		const groupId = group!.id;
		await house.done(setGroupMember, house.steering, { groupId, personId: dana.personId, role: 'core' });
		await house.done(changeGroup, house.steering, { groupId, room: 'Saal 2', colour: 'blue', endsOn: '2026-01-31' });
		expect((await groupsOf(processId))[0]).toMatchObject({ room: 'Saal 2', colour: 'blue', endsOn: '2026-01-31' });
		const at = { tenantId: house.tenantId, processId };
		expect(await standingsOf(database.db, dana, at)).not.toContain('process-member');
	});

	test('who is taken out of a group has no access through it', async () => {
		const { processId } = await begin({ groups: 'Kleine Runde' });
		const [group] = await groupsOf(processId);
		const eva = await colleague();
		const member = { groupId: group!.id, personId: eva.personId };
		await house.done(setGroupMember, house.steering, { ...member, role: 'core' });
		await house.done(removeGroupMember, house.steering, member);
		const at = { tenantId: house.tenantId, processId };
		expect(await standingsOf(database.db, eva, at)).not.toContain('process-member');
	});

	test('guests cannot be made members: groups are of colleagues with accounts', async () => {
		const { processId } = await begin({ groups: 'Runde' });
		const [group] = await groupsOf(processId);
		const asked = { groupId: group!.id, personId: newId(), role: 'core' };
		expect(await house.run(setGroupMember, house.steering, asked)).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
	});
});

test('the network for guests is kept with the process and taken away again', async () => {
	const { processId } = await begin({ groups: '' });
	const wifi = async () => (await findProcess(database.db, house.tenantId, processId))!.wifi;
	await house.done(setWifi, house.steering, { processId, name: 'Kreishaus-Gast', password: 'helmstedt' });
	expect(await wifi()).toEqual({ name: 'Kreishaus-Gast', password: 'helmstedt' });
	const wrong = await house.run(setWifi, house.steering, { processId, name: 'Kreishaus-Gast', password: 'kurz' });
	expect(wrong).toMatchObject({ problem: { code: 'wifi.invalid' } });
	expect(await wifi()).not.toBeNull();
	await house.done(setWifi, house.steering, { processId, name: '', password: '' });
	expect(await wifi()).toBeNull();
});

test('the example of Helmstedt has its six groups in the process', async () => {
	expect(await groupsOf(house.processId)).toHaveLength(6);
});

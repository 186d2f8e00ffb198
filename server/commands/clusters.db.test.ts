import { pino } from 'pino';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BoardDocs } from '#board/board-docs.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { Origin } from '#board/shape.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import type { LeadState } from '#protocol/session-state.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findSession, listSteps } from '../db/repositories/sessions.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { LiveSessions } from '../live/live-sessions.ts';
import { createSession } from './create-session.ts';
import { dissolveCluster, restoreCluster } from './dissolve-cluster.ts';
import { groupCards } from './group-cards.ts';
import { joinSession } from './join-session.ts';
import { lockCluster } from './lock-cluster.ts';
import { mergeClusters } from './merge-clusters.ts';
import { moveCards } from './move-cards.ts';
import { moveStep } from './move-step.ts';
import { muteParticipant } from './mute-participant.ts';
import { renameCluster } from './rename-cluster.ts';
import { revealCards } from './reveal-cards.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let sessionId: string;
let guest: TestActor, other: TestActor;
let ids: string[];

beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
});
afterAll(async () => {
	live.close();
	await database.close();
});

const lead = async () => (await live.stateFor(house.tenantId, sessionId, 'lead')) as LeadState;
const goTo = async (kind: string) => {
	const steps = await listSteps(database.db, house.tenantId, sessionId);
	const step = steps.find((each) => each.kind === kind);
	await house.done(moveStep, house.facilitator, { sessionId, to: step?.id });
};

/** A workshop in which people order so many cards. */
async function ordering(count: number): Promise<void> {
	const { done, facilitator, tenantId, processId } = house;
	({ sessionId } = await done(createSession, facilitator, {
		processId,
		title: 'Runde',
		template: 'potential-workshop'
	}));
	const { code } = (await findSession(database.db, tenantId, sessionId))!;
	const joins = async (name: string): Promise<TestActor> => {
		const { person } = await done(joinSession, { kind: 'anonymous' }, { code, name, group: 'politics' });
		return { kind: 'person', personId: person.personId, tenantId, role: 'guest' };
	};
	[guest, other] = [await joins('Ada'), await joins('Ben')];
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await goTo('collect');
	for (let at = 0; at < count; at++) await done(submitCard, guest, { sessionId, text: `Idee ${at}` });
	await done(revealCards, facilitator, { sessionId });
	await goTo('cluster');
	ids = (await lead()).cards.map(({ elementId }) => elementId);
}

const group = async (actor: TestActor, elementIds: string[], title: string) =>
	(await house.done(groupCards, actor, { sessionId, elementIds, title })).clusterId;
const sizes = async () => (await lead()).clusters.map(({ title, cards }) => `${title} ${cards}`).sort();

test('people order cards from their phones, and two who take the same card at once lose none', async () => {
	await ordering(6);
	const [one, two] = await Promise.all([
		group(guest, ids.slice(0, 3), 'Pflege'),
		group(other, ids.slice(2, 5), 'Verkehr')
	]);
	expect(one).not.toBe(two);
	const { cards, clusters } = await lead();
	expect(cards).toHaveLength(6);
	expect(clusters.reduce((sum, cluster) => sum + cluster.cards, 0)).toBe(5);
	await house.done(moveCards, other, { sessionId, elementIds: [ids[5]], clusterId: one });
	await house.done(moveCards, other, { sessionId, elementIds: [ids[3]], clusterId: null });
	await house.done(renameCluster, other, { sessionId, clusterId: one, title: '  Pflege  und Alter ' });
	expect((await lead()).cards.filter(({ clusterId }) => clusterId === null)).toHaveLength(1);
	await house.done(mergeClusters, guest, { sessionId, clusterId: two, into: one });
	expect(await sizes()).toEqual(['Pflege und Alter 5']);
	expect((await lead()).dissolved).toEqual([]);
});

test('a cluster is parted, and its cards keep their words', async () => {
	await ordering(5);
	await group(guest, ids, 'Alles');
	await group(house.facilitator, ids.slice(3), 'Davon zwei');
	expect(await sizes()).toEqual(['Alles 3', 'Davon zwei 2']);
	expect((await lead()).cards.map(({ text }) => text).sort()).toEqual([0, 1, 2, 3, 4].map((at) => `Idee ${at}`));
});

test('dissolving a group of 14 cards loses no card and any facilitator can take it back', async () => {
	await ordering(14);
	const clusterId = await group(house.facilitator, ids, 'Pflege');
	await house.done(dissolveCluster, guest, { sessionId, clusterId });
	const { cards, clusters, dissolved, people, now } = await lead();
	expect([cards.length, clusters.length]).toEqual([14, 0]);
	expect(dissolved).toMatchObject([{ elementId: clusterId, title: 'Pflege' }]);
	expect(people.find(({ participantId }) => participantId === dissolved[0]!.participantId)?.name).toBe('Ada');
	expect(dissolved[0]!.until - now).toBeGreaterThan(9 * 60_000);
	for (const view of ['participant', 'projector'] as const) {
		const seen = await live.stateFor(house.tenantId, sessionId, view);
		expect(JSON.stringify(seen)).not.toMatch(/dissolved|\bAda\b/);
	}
	expect(await house.run(moveCards, guest, { sessionId, elementIds: ids.slice(0, 1), clusterId })).toMatchObject({
		problem: { code: 'cluster.gone' }
	});
	await house.done(restoreCluster, house.facilitator, { sessionId, clusterId });
	expect(await sizes()).toEqual(['Pflege 14']);
	expect((await lead()).dissolved).toEqual([]);
});

test('the name of a locked group is changed by facilitators only, and cards still go in', async () => {
	await ordering(3);
	const clusterId = await group(guest, ids.slice(0, 2), 'Pflege');
	await house.done(lockCluster, house.facilitator, { sessionId, clusterId, locked: true });
	expect((await lead()).clusters).toMatchObject([{ locked: true, cards: 2 }]);
	const locked = { problem: { code: 'cluster.locked' } };
	expect(await house.run(renameCluster, guest, { sessionId, clusterId, title: 'Quatsch' })).toMatchObject(locked);
	expect(await house.run(dissolveCluster, guest, { sessionId, clusterId })).toMatchObject(locked);
	expect(await house.run(lockCluster, guest, { sessionId, clusterId, locked: false })).toMatchObject({
		problem: { code: 'right.missing' }
	});
	await house.done(moveCards, guest, { sessionId, elementIds: [ids[2]], clusterId });
	await house.done(renameCluster, house.facilitator, { sessionId, clusterId, title: 'Pflege zu Hause' });
	expect(await sizes()).toEqual(['Pflege zu Hause 3']);
});

test('participants order only while the step is there for it, and who is muted does not', async () => {
	await ordering(2);
	const wish = { sessionId, elementIds: ids, title: 'Pflege' };
	const { participantId } = (await lead()).people.find(({ name }) => name === 'Ben')!;
	await house.done(muteParticipant, house.facilitator, { sessionId, participantId, muted: true });
	expect(await house.run(groupCards, other, wish)).toMatchObject({ problem: { code: 'right.missing' } });
	await goTo('weigh');
	expect(await house.run(groupCards, guest, wish)).toMatchObject({ problem: { code: 'session.step-forbids' } });
	await house.done(groupCards, house.facilitator, wish);
	expect(await sizes()).toEqual(['Pflege 2']);
});

test('cards come onto the board also when the area of their step was thrown away', async () => {
	await ordering(1);
	const [session] = await database.db.select().from(liveSessions).where(eq(liveSessions.id, sessionId));
	const steps = await listSteps(database.db, house.tenantId, sessionId);
	const { areaId } = steps.find(({ kind }) => kind === 'collect')!;
	await house.around.db.transaction(async (tx) => {
		const names = boardDocuments(session!.boardId);
		await house.around.documents.changeDocuments(tx, [names.scaffold, names.cards], (docOf) =>
			deleteElements(
				new BoardDocs(docOf(names.scaffold), docOf(names.cards)),
				[areaId!],
				{ by: 'p', at: 1 },
				new Origin('server')
			)
		);
	});
	await house.done(submitCard, guest, { sessionId, text: 'Trotzdem' });
	expect((await lead()).cards.map(({ text }) => text)).toContain('Trotzdem');
});

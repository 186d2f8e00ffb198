import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ok } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { readLive, saying, writeLive } from '../../tests/support/live-text.ts';
import { standingsOf } from '../auth/standings.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findPause } from '../db/repositories/pauses.ts';
import { auditEvents } from '../db/schema/audit.ts';
import { documents } from '../db/schema/documents.ts';
import { people, tenants } from '../db/schema/organisation.ts';
import { processPauses } from '../db/schema/processes.ts';
import { documentAccess } from '../document-access.ts';
import type { Sessions } from '../auth/sessions.ts';
import { newId } from '../ids.ts';
import { createProcess } from './create-process.ts';
import { createSession } from './create-session.ts';
import { createText } from './create-text.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { erasePerson } from './erase-person.ts';
import { defineCommand, type AnyCommand } from './command.ts';
import type { Announcement } from './context.ts';
import { endSession, moveStep } from './move-step.ts';
import { freezeText } from './freeze-text.ts';
import { joinSession } from './join-session.ts';
import { openGroupRoom } from './open-group-room.ts';
import { continueProcess, pauseProcess } from './pause-process.ts';
import { placeOfProcess } from './process-places.ts';
import { setWifi } from './set-wifi.ts';
import { submitCard } from './submit-card.ts';
import { findSession } from '../db/repositories/sessions.ts';

let database: OpenDatabase;
let house: House;
let processId: string;
beforeAll(async () => void (database = await openOwnTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
	await database.db.update(tenants).set({ key: sql`${tenants.id}::text` });
	house = await furnish(database.db);
	processId = house.processId;
});

const reason = 'Kommunalwahl am 13.09.2026';
const pause = (more: object = {}) => house.done(pauseProcess, house.facilitator, { processId, reason, ...more });
const proceed = () => house.done(continueProcess, house.facilitator, { processId });
const resting = { ok: false, problem: { code: 'process.paused', since: '2026-03-02', reason } };
const about = { kind: 'guiding-principles', title: 'Leitsätze' };
const textOfHouse = async () => (await house.done(createText, house.facilitator, { processId, ...about })).textId;

const stateOf = async (textId: string) => {
	const name = formatDocumentName({ kind: 'text', id: textId });
	const [found] = await database.db.select({ state: documents.state }).from(documents).where(eq(documents.name, name));
	return found?.state;
};

test('while a process rests every change of it is refused with the day and the reason, and afterwards all goes on', async () => {
	const textId = await textOfHouse();
	const { sessionId } = await house.done(createSession, house.facilitator, {
		...{ processId, title: 'Workshop', template: 'potential-workshop' }
	});
	const session = await findSession(database.db, house.tenantId, sessionId);
	await pause({ lookAgainOn: '2026-10-01' });
	const tries: [AnyCommand, object][] = [
		[createSession, { processId, title: 'Zweiter', template: 'potential-workshop' }],
		[moveStep, { sessionId, to: 'next' }],
		[createText, { processId, ...about }],
		[freezeText, { textId, keepOpen: true }],
		[decideSuggestions, { textId, suggestionIds: [newId()], decision: 'accepted' }],
		[openGroupRoom, { textId, groupName: 'Fraktion' }],
		[setWifi, { processId, name: 'Gast', password: '' }],
		[pauseProcess, { processId, reason: 'Noch einmal' }]
	] as unknown as [AnyCommand, object][];
	for (const [command, input] of tries)
		expect(await house.run(command, house.facilitator, input), command.name).toEqual(resting);
	const guest = { code: session?.code, name: 'Gast', group: 'politics' };
	expect(await house.run(joinSession, { kind: 'anonymous' }, guest)).toEqual(resting);

	await proceed();
	await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
	await house.done(freezeText, house.facilitator, { textId, keepOpen: true });
	expect(await house.run(continueProcess, house.facilitator, { processId })).toMatchObject({
		problem: { code: 'process.not-paused' }
	});
});

test('only who leads or steers lets a process rest or go on, and strangers do not learn why it rests', async () => {
	const stranger: TestActor = { ...house.steering, tenantId: newId(), personId: newId() };
	expect(await house.run(pauseProcess, house.member, { processId, reason })).toMatchObject({
		problem: { code: 'right.missing' }
	});
	await pause();
	const missing = { problem: { code: 'right.missing' } };
	expect(await house.run(continueProcess, house.member, { processId })).toMatchObject(missing);
	expect(await house.run(createText, house.member, { processId, ...about })).toMatchObject(missing);
	expect(await house.run(continueProcess, stranger, { processId })).toMatchObject({
		problem: { code: 'thing.not-found' }
	});
	expect(await house.run(createText, { kind: 'anonymous' }, { processId, ...about })).toMatchObject({
		problem: { code: 'right.not-signed-in' }
	});
	await house.done(continueProcess, house.steering, { processId });
});

test('a session that is going on is ended first; nobody is cut off in the middle of it', async () => {
	const { sessionId } = await holdWorkshop(house, ['Radweg']);
	expect(await house.run(pauseProcess, house.facilitator, { processId, reason })).toMatchObject({
		problem: { code: 'process.session-running', session: 'Potentialworkshop Wirtschaft und Tourismus' }
	});
	await house.done(endSession, house.facilitator, { sessionId });
	await pause();
	const [guest] = await database.db
		.select({ personId: people.id })
		.from(people)
		.where(and(eq(people.tenantId, house.tenantId), eq(people.kind, 'guest')));
	const actor: TestActor = { kind: 'person', personId: guest!.personId, tenantId: house.tenantId, role: 'guest' };
	expect(await house.run(submitCard, actor, { sessionId, text: 'Zu spät' })).toEqual(resting);
});

test('texts and boards can be read and not be written, also by a change that was under way', async () => {
	const [textId, frozenId] = [await textOfHouse(), await textOfHouse()];
	await writeLive(house, textId, saying('Leitsätze', 'Neue Leitsätze'));
	await house.done(freezeText, house.facilitator, { textId: frozenId, keepOpen: false });
	const access = documentAccess(database.db, {} as Sessions);
	const rightOf = async (id: string) => {
		const visitor = { personId: house.facilitator.personId, sessionEnds: null };
		await database.db.update(people).set({ name: 'Moderation' }).where(eq(people.id, visitor.personId));
		return (await access.grant(visitor, { kind: 'text', id })).right;
	};
	expect(await rightOf(textId)).toBe('write');
	await pause();
	expect(await rightOf(textId)).toBe('read');
	expect([await stateOf(textId), await stateOf(frozenId)]).toEqual(['resting', 'frozen']);
	await writeLive(house, textId, saying('Neue', 'Heimliche'));
	expect(JSON.stringify(await readLive(house, textId))).toContain('Neue Leitsätze');

	await proceed();
	expect(await rightOf(textId)).toBe('write');
	expect([await stateOf(textId), await stateOf(frozenId)]).toEqual(['open', 'frozen']);
	await writeLive(house, textId, saying('Neue', 'Andere'));
	expect(JSON.stringify(await readLive(house, textId))).toContain('Andere Leitsätze');
});

test('everybody who has something of the process open is told, and other processes are untouched', async () => {
	const textId = await textOfHouse();
	const told: Announcement[] = [];
	house.around.published = (_changes, announcements) => void told.push(...announcements);
	await pause();
	expect(told).toContainEqual({ kind: 'access.changed', documentPrefix: `text:${textId}` });
	expect(told).toContainEqual({ kind: 'text.changed', textId });
	expect(told).toContainEqual({ kind: 'process.changed', processId });

	const other = await house.done(createProcess, house.steering, { title: 'Anderer', template: 'open' });
	const { textId: elsewhere } = await house.done(createText, house.steering, { processId: other.processId, ...about });
	expect(await stateOf(elsewhere)).toBe('open');
	const at = { tenantId: house.tenantId, processId: other.processId };
	expect(await findPause(database.db, at)).toBeNull();
	expect(await standingsOf(database.db, house.steering, at)).not.toContain('in-pause');
});

test('the room of a group rests with its process', async () => {
	const textId = await textOfHouse();
	const { roomId } = await house.done(openGroupRoom, house.facilitator, { textId, groupName: 'Fraktion' });
	await pause();
	expect(await stateOf(roomId)).toBe('resting');
	const held = await standingsOf(database.db, house.facilitator, { tenantId: house.tenantId, groupRoomId: roomId });
	expect(held).toContain('in-pause');
	expect(held).toContain('room-member');
});

test('a person is erased also while a process rests, and it rests on', async () => {
	const textId = await textOfHouse();
	const { personId } = house.facilitator;
	await pause();
	await house.done(erasePerson, { ...house.steering, role: 'admin' }, { personId });
	expect(await stateOf(textId)).toBe('resting');
	expect(await findPause(database.db, { tenantId: house.tenantId, processId })).toMatchObject({ reason });
	await house.done(continueProcess, house.steering, { processId });
	expect(await stateOf(textId)).toBe('open');
});

test('each pause stays on record, without its words in the audit log', async () => {
	await pause();
	await proceed();
	await pause({ reason: 'Haushaltssperre' });
	const kept = await database.db.select().from(processPauses).where(eq(processPauses.processId, processId));
	expect(kept.map(({ reason, endedAt }) => [reason, endedAt !== null]).sort()).toEqual([
		['Haushaltssperre', false],
		[reason, true]
	]);
	const lines = await database.db.select().from(auditEvents).where(eq(auditEvents.tenantId, house.tenantId));
	expect(lines.filter(({ entityId }) => entityId === processId).map(({ command }) => command)).toEqual([
		'pause-process',
		'continue-process',
		'pause-process'
	]);
	expect(JSON.stringify(lines)).not.toMatch(/Kommunalwahl|Haushaltssperre/);
});

test('what is under way while somebody else lets the process rest changes nothing any more', async () => {
	const overtaken = defineCommand({
		name: 'overtaken',
		right: 'text.create',
		input: v.object({ processId: v.string() }),
		place: placeOfProcess,
		async run({ tx, tenantId, personId, now: createdAt, newId }, { processId }) {
			const pause = { id: newId(), since: '2026-03-02', reason, pausedBy: personId ?? '', createdAt };
			await tx.insert(processPauses).values({ tenantId, processId, ...pause });
			return ok({});
		},
		audit: ({ processId }) => ({ entity: 'process', entityId: processId })
	});
	expect(await house.run(overtaken, house.facilitator, { processId })).toEqual(resting);
	expect(await findPause(database.db, { tenantId: house.tenantId, processId })).toBeNull();
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docToPlain, type DocNode } from '#domain/texts/doc.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { comeIn } from '../../tests/support/live-house.ts';
import { readLive, saying, writeLive } from '../../tests/support/live-text.ts';
import { Sessions } from '../auth/sessions.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listRoomMembers, listRoomsOfMember } from '../db/repositories/group-rooms.ts';
import { listTexts } from '../db/repositories/processes.ts';
import { listTextReaders } from '../db/repositories/text-readers.ts';
import { findText } from '../db/repositories/texts.ts';
import { auditEvents } from '../db/schema/audit.ts';
import { documents } from '../db/schema/documents.ts';
import { accounts, people } from '../db/schema/organisation.ts';
import { processMembers, texts } from '../db/schema/processes.ts';
import { documentAccess } from '../document-access.ts';
import { exportedSession } from '../exports/session-export.ts';
import { newId } from '../ids.ts';
import { liveTexts } from '../live/live-texts.ts';
import { touchedByErasure } from '../web/erasure.ts';
import { requireRight, type Visit } from '../web/guard.ts';
import { readHistory } from '../web/history.ts';
import { readSuggestions } from '../web/suggestions.ts';
import type { AnyCommand } from './command.ts';
import { commands } from './commands.ts';
import { createCheckpoint } from './create-checkpoint.ts';
import { createText } from './create-text.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { handInGroupRoom } from './hand-in-group-room.ts';
import { leaveGroupRoom } from './leave-group-room.ts';
import { muteParticipant } from './mute-participant.ts';
import { openGroupRoom } from './open-group-room.ts';
import { setGroupRoomMembers } from './set-group-room-members.ts';
import { startThread } from './start-thread.ts';
import { takeOverOriginal } from './take-over-original.ts';
import { settingOfText } from './text-places.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt.';
const p = (id: string, text: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', text }]
});
const h = (id: string, text: string): DocNode => ({ ...p(id, text), type: 'heading', attrs: { id, level: 2 } });

const read = (textId: string) => readLive(house, textId);
const words = async (textId: string) => docToPlain(await read(textId));
const write = (textId: string, old: string, young: string) => writeLive(house, textId, saying(old, young));

/** A text of two sections in a session, with two people of one group and one of another, who may all suggest. */
async function drafted() {
	const { facilitator, done } = house;
	const { sessionId } = await holdWorkshop(house, ['Radwege']);
	const { textId } = await done(createText, facilitator, { sessionId, title: 'Vision 2035', kind: 'vision' });
	const [dora, emil, other] = await Promise.all(
		['Dora', 'Emil', 'Frida'].map(async (name) => comeIn(house, sessionId, name))
	);
	await writeLive(house, textId, ({ content = [] }) => ({
		type: 'doc',
		content: [
			content[0]!,
			h('soziales', 'Soziales'),
			p('care', care),
			h('wege', 'Wege'),
			p('ways', 'Wir bauen Radwege.')
		]
	}));
	return { sessionId, textId, dora: dora!, emil: emil!, other: other!.guest };
}

/** The same with a room of Dora and Emil for the first section. */
async function withRoom(headingId: string | null = 'soziales') {
	const about = await drafted();
	const { textId, dora, emil } = about;
	const wanted = { textId, headingId, groupName: 'Fraktion Grünes Kreishaus', personIds: [emil.guest.personId] };
	const { roomId } = await house.done(openGroupRoom, dora.guest, wanted);
	return { ...about, roomId, dora: dora.guest, emil: emil.guest, doras: dora.participantId };
}

const handsIn = (actor: TestActor, textId: string, more = {}) => house.run(handInGroupRoom, actor, { textId, ...more });
const suggested = async (textId: string) =>
	(await readSuggestions(database.db, { tenantId: house.tenantId, id: textId }, '')).map(
		({ groupName, before, after, ...each }) => ({
			...each,
			groupName,
			before: docToPlain({ type: 'doc', content: before }),
			after: docToPlain({ type: 'doc', content: after })
		})
	);

describe('a room', () => {
	test('begins with the section that the group has chosen, and its title', async () => {
		const { roomId, textId } = await withRoom();
		expect(await words(roomId)).toBe(`Soziales\n${care}`);
		expect(await findText(database.db, roomId)).toMatchObject({ title: 'Soziales', roomOf: textId, sessionId: null });
		const whole = await withRoom(null);
		expect(await words(whole.roomId)).toBe(await words(whole.textId));
	});

	test('takes in only who may suggest for the live text', async () => {
		const { textId, dora } = await drafted();
		const wanted = { textId, groupName: 'Fraktion' };
		for (const personIds of [[house.member.personId], [newId()]])
			expect(await house.run(openGroupRoom, dora.guest, { ...wanted, personIds })).toMatchObject({
				problem: { code: 'thing.not-found' }
			});
		expect(await house.run(openGroupRoom, house.member, wanted)).toMatchObject({ problem: { code: 'right.missing' } });
		expect(await house.run(openGroupRoom, dora.guest, { ...wanted, headingId: 'nowhere' })).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
	});

	test('is not opened for a text that is frozen', async () => {
		const { textId, dora } = await drafted();
		await house.done(freezeText, house.facilitator, { textId, keepOpen: false });
		expect(await house.run(openGroupRoom, dora.guest, { textId, groupName: 'Fraktion' })).toMatchObject({
			problem: { code: 'document.frozen' }
		});
	});
});

describe('nobody but its members learns anything of a room', () => {
	/** Everybody who might think that her office lets her in. */
	async function strangers(sessionId: string, other: TestActor) {
		const { tenantId, processId, facilitator, steering, member, around } = house;
		const somebody = async (role: TestActor['role'], kind: 'account' | 'guest' = 'account'): Promise<TestActor> => {
			const personId = newId();
			const createdAt = around.clock();
			await database.db.insert(people).values({ tenantId, id: personId, name: role, kind, createdAt });
			if (kind === 'account')
				await database.db.insert(accounts).values({
					...{ tenantId, id: newId(), personId, email: `${personId}@example.org`, passwordHash: '-', createdAt },
					role: role === 'guest' ? 'member' : role
				});
			return { kind: 'person', personId, tenantId, role };
		};
		const lead = await somebody('member');
		await database.db.insert(processMembers).values({ tenantId, processId, personId: lead.personId, role: 'lead' });
		const { guest } = await comeIn(house, sessionId, 'Gast');
		const admin = await somebody('admin');
		return { admin, steering, facilitator, lead, member, other, guest };
	}
	const visit = (actor: TestActor): Visit => ({
		locals: { app: { db: database.db, clock: house.around.clock } as Visit['locals']['app'], actor },
		url: new URL('http://127.0.0.1/')
	});

	test('the page, its history, the socket and its news are absent for all others, whatever their office', async () => {
		const { roomId, sessionId, dora, emil, other } = await withRoom();
		const room = (await findText(database.db, roomId))!;
		const access = documentAccess(database.db, new Sessions(database.db));
		const address = { kind: 'text', id: roomId } as const;
		const rightOf = async ({ personId }: TestActor) =>
			(await access.grant({ personId, sessionEnds: null }, address)).right;
		const screens = liveTexts(database.db);
		for (const [name, actor] of Object.entries(await strangers(sessionId, other))) {
			for (const action of ['text.read', 'text.comment', 'group-room.use'] as const)
				await expect(requireRight(visit(actor), action, settingOfText(room)), name).rejects.toMatchObject({
					status: 404
				});
			await expect(readHistory(visit(actor), { textId: roomId }), name).rejects.toMatchObject({ status: 404 });
			expect(await rightOf(actor), name).toBe('none');
			let open = true;
			screens.watch(roomId, { actor, tell: () => undefined, end: () => (open = false) });
			await screens.recheck({});
			expect(open, name).toBe(false);
			expect(await listRoomsOfMember(database.db, { ...actor, originalId: room.roomOf! }), name).toEqual([]);
		}
		for (const member of [dora, emil]) {
			await requireRight(visit(member), 'text.write', settingOfText(room));
			expect(await rightOf(member)).toBe('write');
		}
	});

	test('every command on it finds nothing for all others', async () => {
		const { roomId, sessionId, other } = await withRoom();
		const inputs: Partial<Record<keyof typeof commands, object>> = {
			'hand-in-group-room': {},
			'leave-group-room': {},
			'set-group-room-members': { personIds: [] },
			'take-over-original': {},
			'create-checkpoint': { name: 'Stand' },
			'restore-checkpoint': { checkpointId: newId() },
			'start-thread': { suggestionId: newId(), text: 'Was?' },
			'answer-thread': { threadId: newId(), text: 'Was?' },
			'freeze-text': { keepOpen: true },
			'consolidate-text': {},
			'invite-drafters': { personIds: [] },
			'open-group-room': { groupName: 'Fraktion' },
			'suggest-wording': { rewordings: [{ before: [p('care', care)], after: [p('care', 'Nein.')] }] },
			'decide-suggestions': { suggestionIds: [newId()], decision: 'accepted' }
		};
		for (const [name, actor] of Object.entries(await strangers(sessionId, other)))
			for (const [command, input] of Object.entries(inputs)) {
				const tried = await house.run(commands[command as keyof typeof commands] as AnyCommand, actor, {
					textId: roomId,
					...input
				});
				expect(tried, `${command} by ${name}`).toMatchObject({ problem: { code: 'thing.not-found' } });
			}
	});

	test('lists of texts, exports and the preview of an erasure do not show it', async () => {
		const { roomId, sessionId, textId, dora } = await withRoom();
		await write(roomId, 'die Pflege', 'geheime Pflege');
		const listed = await listTexts(database.db, house.tenantId, house.processId);
		expect(listed.map(({ id }) => id)).not.toContain(roomId);
		const { admin } = await strangers(sessionId, dora);
		expect(JSON.stringify(await exportedSession(visit(admin), sessionId))).not.toMatch(/geheime|Grünes Kreishaus/);
		const touched = await touchedByErasure(database.db, house.tenantId, dora.personId);
		expect(JSON.stringify(touched)).not.toContain(roomId);
		expect(await words(textId)).not.toContain('geheime');
		expect(await suggested(textId)).toEqual([]);
	});

	test('the audit log knows that it is there, and no word or name of it', async () => {
		const { roomId } = await withRoom();
		await write(roomId, 'die Pflege', 'geheime Pflege');
		const lines = await database.db.select().from(auditEvents).where(eq(auditEvents.tenantId, house.tenantId));
		expect(JSON.stringify(lines)).not.toMatch(/geheime|Grünes Kreishaus|Soziales/);
	});

	test('in a comment nobody outside can be called', async () => {
		const { roomId, dora, emil, other } = await withRoom();
		const room = (await findText(database.db, roomId))!;
		expect((await listTextReaders(database.db, room)).map(({ name }) => name)).toEqual(['Dora', 'Emil']);
		const anchor = { paragraphId: 'care', between: null };
		const says = (mentions: string[]) =>
			house.run(startThread, dora, { textId: roomId, anchor, text: '\uFFFC Gut?', mentions });
		expect(await says([other.personId])).toMatchObject({ problem: { code: 'thing.not-found' } });
		expect(await says([emil.personId])).toMatchObject({ ok: true });
	});
});

describe('in a room', () => {
	test('members write, comment and mark states, and nobody freezes or decides', async () => {
		const { roomId, dora } = await withRoom();
		await house.done(createCheckpoint, dora, { textId: roomId, name: 'Vor der Sitzung' });
		const refused: [keyof typeof commands, object][] = [
			['freeze-text', { keepOpen: true }],
			['consolidate-text', {}],
			['invite-drafters', { personIds: [] }],
			['open-group-room', { groupName: 'Fraktion' }],
			['suggest-wording', { rewordings: [{ before: [p('care', care)], after: [p('care', 'Nein.')] }] }],
			['decide-suggestions', { suggestionIds: [newId()], decision: 'accepted' }]
		];
		for (const [command, input] of refused)
			expect(
				await house.run(commands[command] as AnyCommand, dora, { textId: roomId, ...input }),
				command
			).toMatchObject({
				problem: { code: 'right.missing' }
			});
	});

	test('the opener says who is in it; who is taken out is out at once', async () => {
		const { roomId, dora, emil, other } = await withRoom();
		const access = documentAccess(database.db, new Sessions(database.db));
		const address = { kind: 'text', id: roomId } as const;
		const rightOf = async ({ personId }: TestActor) =>
			(await access.grant({ personId, sessionEnds: null }, address)).right;
		const among = (personIds: string[]) => ({ textId: roomId, personIds });
		expect(await house.run(setGroupRoomMembers, emil, among([]))).toMatchObject({ problem: { code: 'right.missing' } });
		await house.done(setGroupRoomMembers, dora, among([other.personId]));
		expect(await Promise.all([dora, emil, other].map(rightOf))).toEqual(['write', 'none', 'write']);
		expect(await house.run(setGroupRoomMembers, dora, among([house.member.personId]))).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
	});

	test('who leaves is out; the room passes to whoever is longest in it, and goes with the last one', async () => {
		const { roomId, textId, dora, emil } = await withRoom();
		await write(roomId, 'die Pflege', 'gute Pflege');
		await house.done(handInGroupRoom, dora, { textId: roomId });
		expect(await house.done(leaveGroupRoom, dora, { textId: roomId })).toEqual({ removed: false });
		expect(await house.run(leaveGroupRoom, dora, { textId: roomId })).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
		await house.done(setGroupRoomMembers, emil, { textId: roomId, personIds: [] });
		expect(await house.done(leaveGroupRoom, emil, { textId: roomId })).toEqual({ removed: true });
		expect(await findText(database.db, roomId)).toBeNull();
		const name = formatDocumentName({ kind: 'text', id: roomId });
		expect(await database.db.select().from(documents).where(eq(documents.name, name))).toEqual([]);
		expect(await suggested(textId)).toHaveLength(1);
	});

	test('an erased person is no member any more, and a room without members goes', async () => {
		const admin: TestActor = { ...house.steering, role: 'admin' };
		const { roomId, dora, emil } = await withRoom();
		await house.done(erasePerson, admin, { personId: dora.personId });
		expect(await listRoomMembers(database.db, house.tenantId, roomId)).toMatchObject([{ name: 'Emil' }]);
		await house.done(setGroupRoomMembers, emil, { textId: roomId, personIds: [] });
		await house.done(erasePerson, admin, { personId: emil.personId });
		expect(await database.db.select().from(texts).where(eq(texts.id, roomId))).toEqual([]);
	});
});

describe('handing in', () => {
	test('makes the changes of a room suggestions in the name of its group', async () => {
		const { roomId, textId, dora, emil } = await withRoom();
		expect(await handsIn(dora, roomId)).toMatchObject({ problem: { code: 'suggestion.says-nothing' } });
		await write(roomId, 'die Pflege', 'gute Pflege');
		await house.done(handInGroupRoom, emil, { textId: roomId, reason: 'Pflege muss man sich leisten können.' });
		expect(await suggested(textId)).toMatchObject([
			{
				author: 'Emil',
				groupName: 'Fraktion Grünes Kreishaus',
				heading: 'Soziales',
				reason: 'Pflege muss man sich leisten können.',
				after: 'Wir fördern gute Pflege. Wir stärken das Ehrenamt.'
			}
		]);
		expect(await handsIn(dora, roomId)).toMatchObject({ problem: { code: 'suggestion.says-nothing' } });
	});

	test('fits when the live text has moved on meanwhile, and overwrites nothing', async () => {
		const { roomId, textId, dora } = await withRoom();
		await write(roomId, 'die Pflege', 'gute Pflege');
		await write(textId, 'das Ehrenamt', 'alle Ehrenämter');
		await write(textId, 'Radwege', 'Brücken');
		await house.done(handInGroupRoom, dora, { textId: roomId });
		const id = (await suggested(textId))[0]!.id;
		await house.done(decideSuggestions, house.facilitator, { textId, suggestionIds: [id], decision: 'accepted' });
		expect(await words(textId)).toContain(
			'Wir fördern gute Pflege. Wir stärken alle Ehrenämter.\nWege\nWir bauen Brücken.'
		);
		await write(roomId, 'gute Pflege', 'sehr gute Pflege');
		await house.done(handInGroupRoom, dora, { textId: roomId });
		expect((await suggested(textId)).at(-1)).toMatchObject({
			before: 'Wir fördern gute Pflege. Wir stärken alle Ehrenämter.',
			after: 'Wir fördern sehr gute Pflege. Wir stärken alle Ehrenämter.'
		});
	});

	test('hands in only what the member has read', async () => {
		const { roomId, dora } = await withRoom();
		await write(roomId, 'die Pflege', 'gute Pflege');
		expect(await handsIn(dora, roomId, { seen: '1-0' })).toMatchObject({
			problem: { code: 'thing.changed-meanwhile' }
		});
	});

	test('is refused to who may not suggest any more, and for a text that is frozen', async () => {
		const { roomId, textId, sessionId, dora, emil, doras } = await withRoom();
		await write(roomId, 'die Pflege', 'gute Pflege');
		await house.done(muteParticipant, house.facilitator, { sessionId, participantId: doras, muted: true });
		expect(await handsIn(dora, roomId)).toMatchObject({ problem: { code: 'right.missing' } });
		await house.done(freezeText, house.facilitator, { textId, keepOpen: false });
		expect(await handsIn(emil, roomId)).toMatchObject({ problem: { code: 'document.frozen' } });
	});

	test('a passage longer than a suggestion may be is named, and nothing is handed in', async () => {
		const { roomId, textId, dora } = await withRoom();
		const long = Array.from({ length: 100 }, (_, at) => p(`new${at}`, 'Und dies noch. '.repeat(30)));
		await writeLive(house, roomId, (now) => ({ ...now, content: [...now.content!, ...long] }));
		expect(await handsIn(dora, roomId)).toMatchObject({ problem: { code: 'suggestion.too-long' } });
		expect(await suggested(textId)).toEqual([]);
	});
});

describe('taking over what has changed in the live text', () => {
	test('brings it into the room, where the group has not written the same sentence anew', async () => {
		const { roomId, textId, dora } = await withRoom();
		await write(roomId, 'die Pflege', 'gute Pflege');
		await write(textId, 'das Ehrenamt', 'alle Ehrenämter');
		expect(await house.done(takeOverOriginal, dora, { textId: roomId })).toEqual({ taken: 1, left: 0 });
		expect(await words(roomId)).toContain('Wir fördern gute Pflege. Wir stärken alle Ehrenämter.');
		await write(textId, 'die Pflege', 'jede Pflege');
		expect(await house.done(takeOverOriginal, dora, { textId: roomId })).toEqual({ taken: 0, left: 1 });
		await house.done(handInGroupRoom, dora, { textId: roomId });
		expect((await suggested(textId)).at(-1)).toMatchObject({
			before: 'Wir fördern jede Pflege. Wir stärken alle Ehrenämter.',
			after: 'Wir fördern gute Pflege. Wir stärken alle Ehrenämter.'
		});
	});

	test('does nothing where the section is gone', async () => {
		const { roomId, textId, dora } = await withRoom();
		await write(textId, '"soziales"', '"anderes"');
		expect(await house.run(takeOverOriginal, dora, { textId: roomId })).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
	});
});

import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import type { OpenDatabase } from '../db/client.ts';
import { authSessions, people } from '../db/schema/organisation.ts';
import { newId, sha256 } from '../ids.ts';
import { Sessions } from './sessions.ts';

let database: OpenDatabase;
let sessions: Sessions;
const person = { personId: newId(), tenantId: newId() };

beforeEach(async () => {
	database = await openOwnTestDatabase();
	sessions = new Sessions(database.db);
	const { personId: id, tenantId } = person;
	await database.db.insert(people).values({ tenantId, id, name: 'Ada', kind: 'guest', createdAt: new Date() });
});
afterEach(() => database.close());

test('the database never sees the value of a cookie', async () => {
	const cookie = await sessions.start(person);
	const [row] = await database.db.select().from(authSessions);
	expect(row?.idHash).toBe(sha256(cookie));
	expect(JSON.stringify(row)).not.toContain(cookie);
});

test('who comes back with her cookie is the same person', async () => {
	const { actor } = await sessions.identify(await sessions.start(person));
	expect(actor).toEqual({ kind: 'person', ...person, role: 'guest' });
});

test.each(['', 'forged', 'x'.repeat(5_000), sha256('forged')])('a forged cookie %# is nobody', async (forged) => {
	await sessions.start(person);
	expect((await sessions.identify(forged)).actor).toEqual({ kind: 'anonymous' });
});

test('the stored hash is no cookie', async () => {
	await sessions.start(person);
	const [row] = await database.db.select().from(authSessions);
	expect((await sessions.identify(row?.idHash)).actor).toEqual({ kind: 'anonymous' });
});

test('a session that has run out is nobody', async () => {
	const cookie = await sessions.start(person);
	await database.db.update(authSessions).set({ expiresAt: new Date(Date.now() - 1) });
	expect((await sessions.identify(cookie)).actor).toEqual({ kind: 'anonymous' });
});

test('ending all sessions of a person ends them on every device', async () => {
	const [phone, laptop] = [await sessions.start(person), await sessions.start(person)];
	await sessions.endAll(person.personId);
	for (const cookie of [phone, laptop]) expect((await sessions.identify(cookie)).actor.kind).toBe('anonymous');
	expect(await database.db.select().from(authSessions).where(eq(authSessions.personId, person.personId))).toEqual([]);
});

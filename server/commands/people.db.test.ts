import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findPerson, listedPeople, listPeople } from '../db/repositories/people.ts';
import { accounts, people, tenants } from '../db/schema/organisation.ts';
import { newId } from '../ids.ts';
import { erasePerson } from './erase-person.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	await holdWorkshop(house, ['Radweg', 'Bus', 'Bahn']);
}, 120_000);
afterAll(() => database.close());

const names = async (kind: 'account' | 'guest', words = '') =>
	(await listPeople(database.db, house.tenantId, kind, words)).people.map(({ name }) => name);

test('accounts are listed by name, guests the newest first with the session they were in', async () => {
	const account = { tenantId: house.tenantId, id: newId(), kind: 'account' as const, createdAt: new Date() };
	await database.db.insert(people).values({ ...account, name: 'Österreicher' });
	expect(await names('account')).toEqual(['member', 'member', 'Österreicher', 'steering']);
	const { people: guests } = await listPeople(database.db, house.tenantId, 'guest', '');
	expect(guests.map(({ name }) => name)).toEqual(['Gast 2', 'Gast 1', 'Gast 0']);
	expect(guests[0]).toMatchObject({
		email: null,
		role: null,
		sessions: ['Potentialworkshop Wirtschaft und Tourismus']
	});
});

test('somebody is found by a part of her name or address, and signs of the search mean themselves', async () => {
	const { tenantId, steering } = house;
	const account = { tenantId, id: newId(), personId: steering.personId, email: 'oeztuerk@kreis.example' };
	await database.db
		.insert(accounts)
		.values({ ...account, passwordHash: '', role: 'steering' as const, createdAt: new Date() });
	expect(await names('account', 'TUERK@')).toEqual(['steering']);
	expect(await names('guest', 'gast 1')).toEqual(['Gast 1']);
	expect(await names('guest', '%')).toEqual([]);
	expect(await findPerson(database.db, tenantId, steering.personId)).toMatchObject({ role: 'steering' });
});

test('who was erased, and who belongs to another organisation, is not here', async () => {
	const { db } = database;
	const [, guest] = (await listPeople(db, house.tenantId, 'guest', '')).people;
	await house.done(erasePerson, { ...house.steering, personId: newId(), role: 'admin' }, { personId: guest!.id });
	expect(await names('guest')).toEqual(['Gast 2', 'Gast 0']);
	expect(await findPerson(db, house.tenantId, guest!.id)).toBeNull();
	const [tenantId, id, createdAt] = [newId(), newId(), new Date()];
	await db.insert(tenants).values({ id: tenantId, key: tenantId, name: 'Anderswo', kind: 'kreis', createdAt });
	await db.insert(people).values({ tenantId, id, name: 'Gast 9', kind: 'guest', createdAt });
	expect(await names('guest')).not.toContain('Gast 9');
	expect(await findPerson(db, house.tenantId, id)).toBeNull();
});

test('a long list says that there are more', async () => {
	const { tenantId } = house;
	const guests = Array.from({ length: listedPeople }, (_, at) => ({
		tenantId,
		id: newId(),
		name: `Gruppe ${at}`,
		kind: 'guest' as const,
		createdAt: new Date()
	}));
	await database.db.insert(people).values(guests);
	const listed = await listPeople(database.db, tenantId, 'guest', '');
	expect([listed.people.length, listed.more]).toEqual([listedPeople, true]);
	expect((await listPeople(database.db, tenantId, 'guest', 'Gruppe 1')).more).toBe(false);
});

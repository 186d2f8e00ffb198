import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House } from '../../tests/support/house.ts';
import { addMaterial } from '../commands/add-material.ts';
import { removeMaterial } from '../commands/remove-material.ts';
import type { OpenDatabase } from '../db/client.ts';
import { bytesOf } from '../db/repositories/materials.ts';
import { emptyRemoved } from './empty-removed.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

test('the bytes of a removed file go after thirty days, those of the others never', async () => {
	const { processId, facilitator, tenantId } = house;
	const content = Buffer.from('%PDF-1.7').toString('base64');
	const keep = async () =>
		(await house.done(addMaterial, facilitator, { processId, name: 'Studie.pdf', content })).materialId;
	const [kept, removed] = [await keep(), await keep()];
	await house.done(removeMaterial, facilitator, { materialId: removed });
	const inDays = (days: number) => () => new Date(house.around.clock().getTime() + days * 24 * 60 * 60 * 1000);
	const sizes = async () => [
		(await bytesOf(database.db, tenantId, kept)).length,
		(await bytesOf(database.db, tenantId, removed)).length
	];
	await emptyRemoved(database.db, inDays(29));
	expect(await sizes()).toEqual([8, 8]);
	await emptyRemoved(database.db, inDays(31));
	expect(await sizes()).toEqual([8, 0]);
});

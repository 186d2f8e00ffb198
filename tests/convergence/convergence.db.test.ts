import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { openDocumentDatabase } from '../support/sync.ts';
import { convergenceRun } from './run.ts';

let database: Database;
let closeDatabase: () => Promise<void>;

beforeAll(async () => {
	({ database, close: closeDatabase } = await openDocumentDatabase());
});
afterAll(() => closeDatabase());

const budget = 10_000;

test('whatever breaks meanwhile, in the end all have the same board or text, and nothing seen or saved is missing', async () => {
	const end = performance.now() + budget;
	let runs = 0;
	for (let seed = Date.now() % 2 ** 31; performance.now() < end; seed++) {
		await convergenceRun({ database }, seed);
		runs++;
	}
	expect(runs).toBeGreaterThan(0);
}, 60_000);

import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { SyncChild } from '../support/sync-child.ts';
import { openDoors, siege } from './siege.ts';

test(
	'a thousand spoiled and forged messages harm nobody, and nothing of them stays in memory',
	{ timeout: 150_000 },
	async () => {
		const server = await SyncChild.start({ dataDir: temporaryFolder('hostile'), limits: openDoors });
		const { closes, before, after } = await siege(server, 1_000, Date.now() % 2 ** 31);
		expect(server.running).toBe(true);
		expect(closes.get(4400)).toBeGreaterThan(100);
		expect(after).toBeLessThan(before * 1.2);
		await server.kill9();
	}
);

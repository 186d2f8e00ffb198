import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { SyncChild } from '../support/sync-child.ts';
import { killRounds } from './rounds.ts';

test(
	'what anybody was shown or told to be saved is there after kill -9, three times',
	{ timeout: 150_000 },
	async () => {
		const limits = { burstTokens: 1_000_000, tokensPerSecond: 1_000_000 };
		const server = await SyncChild.start({ dataDir: temporaryFolder('durability'), limits });
		const toll = await killRounds(server, 3);
		await server.kill9();
		expect(toll).toMatchObject({ rounds: 3, lost: 0 });
	}
);

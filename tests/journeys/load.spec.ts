import { expect } from '@playwright/test';
import { loadRun } from '../load/run.ts';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';

test('in two groups with a bad network no card and no vote is lost or counted twice', async () => {
	const server = await startServer({ env: { DEMO: 'on' } });
	const hurried = { joining: 1_000, writing: 5_000, voting: 3_000 };
	const plan = { ...hurried, phones: 10, groups: 2, cards: 3, seed: Date.now() % 2 ** 31 };
	const { faults, cards, votes } = await loadRun(server, plan);
	await server.stop();
	expect(faults, `seed ${plan.seed}`).toEqual([]);
	expect(cards).toBeGreaterThanOrEqual(plan.phones * plan.cards);
	expect(votes).toBe(plan.phones);
});

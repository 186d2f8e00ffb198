import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { boardDocuments } from '#protocol/document-names.ts';
import type { LeadState } from '#protocol/session-state.ts';
import { test } from '../support/journey.ts';
import { startServer, type TestServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let here: TestServer;
let there: TestServer;
test.beforeAll(async () => {
	const BUS_URL = `${process.env.TEST_BUS_URL}/${randomUUID()}`;
	here = await startServer({ env: { DEMO: 'on', BUS_URL } });
	const DATABASE_URL = here.databaseUrl;
	there = await startServer({ env: { DEMO: 'on', BUS_URL, DATABASE_URL } });
});
test.afterAll(() => Promise.all([here.stop(), there.stop()]));

/** How long it takes until something holds, in milliseconds. */
async function timeUntil(holds: () => boolean): Promise<number> {
	const begun = performance.now();
	await expect.poll(holds, { intervals: [5] }).toBe(true);
	return performance.now() - begun;
}

test('one workshop on two processes: steps, cards, people and removals are everywhere within a second', async () => {
	const { lead, session } = await openWorkshop(here.url);
	const { sessionId, boardId, joinPath } = session;
	const phone = await new Visitor(there.url).join(joinPath, 'Ada');
	const onPhone = await phone.watch(sessionId, 'participant');
	const onLead = await lead.watch(sessionId, 'lead');
	const people = () => (onLead.latest() as LeadState).people;
	const ada = () => people().find(({ name }) => name === 'Ada');
	expect(await timeUntil(() => ada()?.connected === true)).toBeLessThan(1000);

	const before = onPhone.latest()!.currentStepId;
	await lead.done('move-step', { sessionId, to: 'next' });
	expect(await timeUntil(() => onPhone.latest()!.currentStepId !== before)).toBeLessThan(1000);
	await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('reveal-cards', { sessionId });

	const board = phone.open(boardDocuments(boardId).cards);
	await expect.poll(() => board.provider.synced).toBe(true);
	await lead.done('submit-card', { sessionId, text: 'Radweg nach Schöningen' });
	const shows = () => JSON.stringify(board.doc.getMap('el').toJSON()).includes('Radweg nach Schöningen');
	expect(await timeUntil(shows)).toBeLessThan(1000);
	expect(await timeUntil(() => onPhone.latest()!.cards.length === 1)).toBeLessThan(1000);

	const closed = new Promise<number | undefined>((resolve) =>
		board.provider.once('connection-close', (event) => resolve(event?.code))
	);
	const removed = performance.now();
	await lead.done('remove-participant', { sessionId, participantId: ada()!.participantId });
	expect(await closed).toBe(4403);
	await onPhone.ended;
	expect(performance.now() - removed).toBeLessThan(1000);
	expect(await timeUntil(() => ada()?.connected !== true)).toBeLessThan(1000);
	board.provider.destroy();
	onLead.leave();
});

test('a facilitator whose process was killed goes on at the other, and its screens are not taken for open ones', async () => {
	const { lead, session } = await openWorkshop(here.url);
	const { sessionId, joinPath } = session;
	const phone = await new Visitor(here.url).join(joinPath, 'Ben');
	const onPhone = await phone.watch(sessionId, 'participant');
	const elsewhere = lead.at(there.url);
	const onLead = await elsewhere.watch(sessionId, 'lead');
	const ben = () => (onLead.latest() as LeadState).people.find(({ name }) => name === 'Ben');
	await expect.poll(() => ben()?.connected).toBe(true);
	await here.kill9();
	await onPhone.ended;
	await elsewhere.done('move-step', { sessionId, to: 'next' });
	await expect.poll(() => ben()?.connected).toBe(false);
	expect(ben()?.present).toBe(true);
	await here.restart();
	const again = await phone.watch(sessionId, 'participant');
	await expect.poll(() => ben()?.connected).toBe(true);
	expect(again.latest()!.currentStepId).toBe(onLead.latest()!.currentStepId);
	again.leave();
	onLead.leave();
});

import { expect } from '@playwright/test';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { boardDocuments } from '#protocol/document-names.ts';
import type { LeadState } from '#protocol/session-state.ts';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop, type Workshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let workshop: Workshop;

test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: 'on' } });
	workshop = await openWorkshop(server.url);
	const { lead, session } = workshop;
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
});
test.afterAll(() => server.stop());
test.afterEach(async () => expect((await fetch(`${server.url}/readyz`)).status).toBe(200));

const guest = (name = 'Ada') => new Visitor(server.url).join(workshop.session.joinPath, name);

test('a wrong code is refused in words and leads back', async ({ page }) => {
	const wrong = workshop.session.code === '000000' ? '000001' : '000000';
	await page.goto(server.url);
	await page.getByLabel('Code').fill(wrong);
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page.getByText('Diesen Code gibt es gerade nicht')).toBeVisible();
});

test('an address with something else than an id is a page that does not exist', async () => {
	for (const path of [
		'/p/x',
		'/s/x',
		'/s/x/lead',
		'/s/x/events?view=lead',
		'/b/x',
		'/t/x',
		'/goals/x',
		'/papers/x',
		'/people/x/erase',
		'/reports/x'
	])
		expect((await workshop.lead.get(path)).status, path).toBe(404);
});

test('what is no code at all is refused on the spot', async ({ page }) => {
	await page.goto(server.url);
	await page.getByLabel('Code').fill('12ab');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page.getByRole('alert')).toContainText('Diesen Code gibt es gerade nicht');
	await expect(page).toHaveURL(`${server.url}/`);
});

test('an ended session lets nobody in any more and says so', async ({ page }) => {
	const { lead, session } = await openWorkshop(server.url);
	await lead.done('end-session', { sessionId: session.sessionId });
	const refused = await new Visitor(server.url).command('join-session', {
		token: session.joinPath.slice(3),
		name: 'Zu spät',
		group: 'politics'
	});
	expect(refused.problem).toEqual({ code: 'session.closed' });
	await page.goto(server.url + session.joinPath);
	await expect(page.locator('body')).toContainText('beendet');
});

test('five megabytes on one card are refused, and the next card arrives', async () => {
	const ada = await guest();
	const { sessionId } = workshop.session;
	const huge = await ada.post(`/s/${sessionId}/take-part?/card`, { text: 'x'.repeat(5_000_000) });
	expect(huge.status).toBe(413);
	const long = await ada.command('submit-card', { sessionId, text: 'x'.repeat(100_000) });
	expect(long.problem?.code).toBe('card.too-long');
	expect((await ada.command('submit-card', { sessionId, text: 'Ein Radweg nach Schöningen' })).problem).toBeUndefined();
});

test('emoji and right-to-left names arrive as they were typed, without turning the line around', async () => {
	for (const name of ['👩🏽‍🌾 Ärztin', 'محمد', 'דוד']) await new Visitor(server.url).join(workshop.session.joinPath, name);
	await new Visitor(server.url).join(workshop.session.joinPath, '\u202Eevil\u202C Eva');
	const watched = await workshop.lead.watch(workshop.session.sessionId, 'lead');
	const names = (watched.latest() as LeadState).people.map(({ name }) => name);
	watched.leave();
	expect(names).toEqual(expect.arrayContaining(['👩🏽‍🌾 Ärztin', 'محمد', 'דוד', 'evil Eva']));
});

test('a forged session cookie is nobody', async () => {
	const answer = await fetch(`${server.url}/p`, { headers: { cookie: 'wr_session=forged' }, redirect: 'manual' });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login?back=%2Fp']);
	const socket = new WebSocket(
		`${server.url.replace('http', 'ws')}/sync/${boardDocuments(workshop.session.boardId).cards}`,
		{
			headers: { cookie: 'wr_session=forged', origin: server.url }
		}
	);
	const [code] = await once(socket, 'close');
	expect(code).toBe(4401);
});

test('a form that comes from a foreign page does nothing', async () => {
	const ada = await guest();
	const { sessionId } = workshop.session;
	for (const origin of ['https://evil.example', 'null', server.url.replace('127.0.0.1', 'localhost')]) {
		const answer = await ada.post(`/s/${sessionId}/take-part?/card`, { text: 'fremd' }, { origin });
		expect(answer.status).toBe(403);
		expect(await answer.text()).toContain('fremden');
	}
	const watched = await workshop.lead.watch(sessionId, 'lead');
	expect(JSON.stringify(watched.latest())).not.toContain('fremd');
	watched.leave();
});

test('a page of a foreign origin cannot open a document', async () => {
	const socket = new WebSocket(
		`${server.url.replace('http', 'ws')}/sync/${boardDocuments(workshop.session.boardId).cards}`,
		{
			headers: { cookie: workshop.lead.cookie, origin: 'https://evil.example' }
		}
	);
	const [error] = (await once(socket, 'error')) as [Error];
	expect(error.message).toContain('403');
});

test('a malformed frame closes its own connection and nobody else’s', async () => {
	const { cards } = boardDocuments(workshop.session.boardId);
	const honest = workshop.lead.open(cards);
	await new Promise<void>((resolve) => honest.provider.once('sync', () => resolve()));
	const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${cards}`, {
		headers: { cookie: workshop.lead.cookie, origin: server.url }
	});
	await once(socket, 'open');
	socket.send(new Uint8Array([0, 2, 255, 255, 255, 255, 15, 1, 2, 3]));
	const [code] = await once(socket, 'close');
	expect(code).toBe(4400);
	expect(honest.provider.wsconnected).toBe(true);
	honest.provider.destroy();
});

test('who signs out sees nothing more of the session, while her other device goes on', async () => {
	const { sessionId } = workshop.session;
	const [desk, tablet] = await Promise.all([0, 1].map(() => new Visitor(server.url).signIn('moderation@demo.local')));
	const [left, stays] = await Promise.all([desk!.watch(sessionId, 'lead'), tablet!.watch(sessionId, 'lead')]);
	await desk!.post('/logout', {});
	await left.ended;
	const before = stays.latest()!.seq;
	await tablet!.done('set-timer', { sessionId, action: 'extend' });
	await expect.poll(() => stays.latest()!.seq).toBeGreaterThan(before);
	stays.leave();
});

test('somebody who was removed is out at once and cannot come back', async () => {
	const eva = await guest('Eva');
	const { lead, session } = workshop;
	const screen = await eva.watch(session.sessionId, 'participant');
	expect(screen.latest()).toBeDefined();
	const watched = await lead.watch(session.sessionId, 'lead');
	const { participantId } = (watched.latest() as LeadState).people.findLast(({ name }) => name === 'Eva')!;
	watched.leave();
	const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${boardDocuments(session.boardId).cards}`, {
		headers: { cookie: eva.cookie, origin: server.url }
	});
	await once(socket, 'message');
	const closed = once(socket, 'close');
	await lead.done('remove-participant', { sessionId: session.sessionId, participantId });
	expect((await closed)[0]).toBe(4403);
	const again = await eva.command('submit-card', { sessionId: session.sessionId, text: 'noch da?' });
	expect(again.problem?.code).toBe('right.missing');
	const back = await eva.command('join-session', { token: session.joinPath.slice(3), name: 'Eva', group: 'politics' });
	expect(back.problem?.code).toBe('session.removed');
});

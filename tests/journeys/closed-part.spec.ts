import { expect, type Page } from '@playwright/test';
import { boardDocuments } from '#protocol/document-names.ts';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const secret = 'Grundstück am Elmweg';

/** The page is as good for everybody, also on the narrowest phone. */
async function suitsEverybody(page: Page, where: string) {
	await expectAccessible(page, where);
	const wide = page.viewportSize()!;
	await page.setViewportSize({ width: 320, height: 700 });
	await expectNoSidewaysScrolling(page);
	await page.setViewportSize(wide);
}

/** A workshop that collects: one card is on the board, and there are a guest with a phone, a council member, the lead and a projector. */
async function aSitting(browser: Parameters<typeof signIn>[0]) {
	const { lead: program, session } = await openWorkshop(server.url);
	const { sessionId, joinPath } = session;
	const guest = await joinByPhone(browser, server.url, joinPath, 'Ada Gast', 'Politik');
	const insider = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await insider.goto(joinPath);
	await insider.getByRole('radio', { name: 'Politik' }).check();
	await insider.getByRole('button', { name: 'Los geht’s' }).click();
	await insider.waitForURL(/take-part/);
	await program.done('move-step', { sessionId, to: 'next' });
	await program.done('move-step', { sessionId, to: 'next' });
	await sends(guest, 'Radweg nach Schöningen');
	await program.done('reveal-cards', { sessionId });
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	const projector = await lead.context().newPage();
	await projector.goto(`/s/${sessionId}/projector`);
	return { ...session, program, guest, insider, lead, projector };
}

async function sends(page: Page, text: string) {
	await page.getByLabel('Ihre Idee in einem Satz').fill(text);
	await page.getByRole('button', { name: 'Idee absenden' }).click();
	await expect(page.getByLabel('Ihre Idee in einem Satz')).toHaveValue('');
}

/** The board on which the session works at this moment. */
async function boardOf(program: Visitor, sessionId: string) {
	const watched = await program.watch(sessionId, 'lead');
	const { boardId } = watched.latest() as LeadState;
	watched.leave();
	return boardId;
}

const slide = (page: Page) => page.getByRole('heading', { name: 'Nichtöffentlicher Teil', level: 1 });

test('a sitting goes on behind closed doors: guests and projector see a neutral slide at once, and are back afterwards', async ({
	browser
}) => {
	const { sessionId, boardId, program, guest, insider, lead, projector } = await aSitting(browser);
	const onBoard = await guest.context().newPage();
	await onBoard.goto(`/b/${boardId}?view=list`);
	await expect(onBoard.getByText('Radweg nach Schöningen').first()).toBeVisible();
	await guest.getByLabel('Ihre Idee in einem Satz').fill('Noch nicht abgeschickt');

	await lead.getByRole('button', { name: 'Nichtöffentlich' }).click();
	for (const page of [guest, onBoard, projector]) {
		await expect(slide(page)).toBeVisible();
		await expect(page.getByText('Schöningen')).toHaveCount(0);
		await expect(page.getByText('Probe')).toHaveCount(0);
	}
	await expect(guest).toHaveURL(/\/outside/);
	await suitsEverybody(guest, 'outside, on a phone');
	await suitsEverybody(projector, 'neutral slide');
	await expect(lead.getByRole('heading', { name: /^Nichtöffentlich seit/ })).toBeVisible();
	await expect(lead.getByText('1 Person wartet draußen.')).toBeVisible();
	await suitsEverybody(lead, 'leading a closed part');

	// Those inside go on, on a board of their own that begins with what was there.
	await expect(insider.getByText('Gäste und Projektor sehen nichts davon.')).toBeVisible();
	await suitsEverybody(insider, 'inside');
	await sends(insider, secret);
	const part = await boardOf(program, sessionId);
	expect(part).not.toBe(boardId);
	await insider.goto(`/b/${part}?view=list`);
	await expect(insider.getByText(secret).first()).toBeVisible();
	await expect(insider.getByText('Radweg nach Schöningen').first()).toBeVisible();
	await expect(insider.getByText('Gäste sehen es nie.')).toBeVisible();
	await suitsEverybody(insider, 'board of a closed part');
	await insider.goto(`/b/${boardId}?view=list`);
	await expect(insider.getByText('Dieses Board ruht')).toBeVisible();

	// Leaving it needs a second tap.
	await lead.getByRole('button', { name: 'Wieder öffentlich' }).click();
	await expectAccessible(lead, 'opening again');
	await lead.getByRole('dialog').getByRole('button', { name: 'Wieder öffentlich' }).click();
	await expect(guest).toHaveURL(/take-part/);
	await expect(guest.getByLabel('Ihre Idee in einem Satz')).toHaveValue('Noch nicht abgeschickt');
	await expect(onBoard).toHaveURL(new RegExp(`/b/${boardId}`));
	await expect(onBoard.getByText('Radweg nach Schöningen').first()).toBeVisible();
	await expect(slide(projector)).toHaveCount(0);
	for (const page of [guest, onBoard, projector]) await expect(page.getByText(secret)).toHaveCount(0);
	await insider.goto(`/b/${part}?view=list`);
	await expect(insider.getByText('Der nichtöffentliche Teil ist vorbei.')).toBeVisible();
});

test('what was written inside is nowhere for the public: not on board, results, minutes or exports; the other file is for those inside', async ({
	browser
}) => {
	const { sessionId, boardId, program, guest, insider, lead } = await aSitting(browser);
	await program.done('close-to-public', { sessionId });
	await expect(slide(guest)).toBeVisible();
	await sends(insider, secret);
	const part = await boardOf(program, sessionId);

	// Every way in is shut meanwhile, also those that no page shows.
	for (const path of [`/b/${boardId}`, `/b/${part}`, `/s/${sessionId}/results`, `/s/${sessionId}/minutes`]) {
		await guest.goto(path);
		await expect(slide(guest), path).toBeVisible();
	}
	const ways = (board: string) =>
		['', '?view=list', '/export/board.svg', '/export/board.txt', '/linked', '/templates', '/threads', '/votes'].map(
			(way) => `/b/${board}${way}`
		);
	const files = ['cards.csv', 'session.json'].map((file) => `/s/${sessionId}/export/${file}`);
	for (const path of [...ways(part), ...ways(boardId), ...files]) {
		const answer = await guest.request.get(path, { maxRedirects: 0 });
		expect(answer.status(), path).not.toBe(200);
	}
	const stream = await guest.request.get(`/s/${sessionId}/events?view=participant`);
	expect(await stream.text()).not.toContain(secret);

	await program.done('reopen-to-public', { sessionId });
	await program.done('end-session', { sessionId });
	await guest.goto(`/b/${boardId}?view=list`);
	await expect(guest.getByText('Radweg nach Schöningen').first()).toBeVisible();
	await expect(guest.getByText(secret)).toHaveCount(0);
	await guest.goto(`/s/${sessionId}/results`);
	await expect(guest.getByText(secret)).toHaveCount(0);
	for (const path of ways(part)) expect((await guest.request.get(path)).status(), path).toBe(403);

	await lead.goto(`/s/${sessionId}/minutes`);
	await expect(lead.getByRole('heading', { name: 'Das Protokoll hat zwei Teile' })).toBeVisible();
	await expect(lead.getByText(/^Nichtöffentlicher Teil von/).first()).toBeVisible();
	await expect(lead.getByText(secret)).toHaveCount(0);
	await expect(lead.getByText('Radweg nach Schöningen').first()).toBeVisible();
	await suitsEverybody(lead, 'minutes, public file');
	await lead.getByRole('button', { name: 'Freigeben' }).click();
	await expect(lead.getByText('Freigegeben.')).toBeVisible();
	for (const file of files) expect(await (await lead.request.get(file)).text(), file).not.toContain(secret);

	await lead.getByRole('link', { name: 'Nichtöffentlicher Teil', exact: true }).click();
	await expect(lead.getByText(secret).first()).toBeVisible();
	await expect(lead.getByText('Gäste lesen es nie')).toBeVisible();
	await suitsEverybody(lead, 'minutes, file of the closed part');
	await lead.getByRole('button', { name: 'Freigeben' }).click();
	await expect(lead.getByText('Freigegeben.')).toBeVisible();

	await guest.goto(`/s/${sessionId}/minutes`);
	await expect(guest.getByText('Radweg nach Schöningen').first()).toBeVisible();
	await expect(guest.getByText(secret)).toHaveCount(0);
	expect((await guest.request.get(`/s/${sessionId}/minutes?part=non-public`)).status()).toBe(404);
	await insider.goto(`/s/${sessionId}/minutes?part=non-public`);
	await expect(insider.getByText(secret).first()).toBeVisible();
});

test('a text in discussion goes behind closed doors with the sitting: from phones and wall at once, and nobody writes into it', async ({
	browser
}) => {
	const { sessionId, program, guest, lead } = await aSitting(browser);
	const { textId } = await program.done<{ textId: string }>('create-text', {
		...{ sessionId, kind: 'vision', title: 'Vision 2035' }
	});
	await guest.goto(`/t/${textId}`);
	await expect(guest.locator('h1')).toHaveText('Vision 2035');
	const wall = await lead.context().newPage();
	await wall.goto(`/t/${textId}/projector`);
	await expect(wall.getByText('Vision 2035').first()).toBeVisible();
	await lead.goto(`/t/${textId}`);
	await expect(lead.getByText('Gespeichert')).toBeVisible();

	await program.done('close-to-public', { sessionId });
	for (const page of [guest, wall]) {
		await expect(slide(page)).toBeVisible();
		await expect(page.getByText('Vision 2035')).toHaveCount(0);
	}
	await suitsEverybody(wall, 'wall of a text, neutral slide');
	await expect(lead.getByText('Dieser Text ruht')).toBeVisible();
	await expect(lead.locator('[contenteditable="true"]')).toHaveCount(0);
	await suitsEverybody(lead, 'text at rest');

	await program.done('reopen-to-public', { sessionId });
	await expect(guest).toHaveURL(new RegExp(`/t/${textId}`));
	await expect(guest.locator('h1')).toHaveText('Vision 2035');
	await expect(wall.getByText('Vision 2035').first()).toBeVisible();
	await expect(lead.locator('[contenteditable="true"]')).toHaveCount(1);
});

test('the sockets of a guest end when the sitting is closed, and nothing written inside comes through one', async () => {
	const { lead, session } = await openWorkshop(server.url);
	const { sessionId, boardId, joinPath } = session;
	const guest = await new Visitor(server.url).join(joinPath, 'Ada Gast');
	await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('reveal-cards', { sessionId });
	const { provider, doc } = guest.open(boardDocuments(boardId).cards);
	await expect.poll(() => provider.synced).toBe(true);
	const ended = new Promise<number | undefined>((resolve) =>
		provider.once('connection-close', (event) => resolve(event?.code))
	);
	await lead.done('close-to-public', { sessionId });
	expect(await ended).toBe(4403);
	await lead.done('submit-card', { sessionId, text: secret });
	await lead.done('reopen-to-public', { sessionId });
	provider.connect();
	await expect.poll(() => provider.synced).toBe(true);
	expect(JSON.stringify(doc.toJSON())).not.toContain(secret);
	expect(JSON.stringify(doc.getMap('el').toJSON())).not.toContain(secret);
	provider.destroy();
});

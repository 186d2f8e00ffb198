import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** Writes a card on a phone. */
async function write(page: Page, text: string): Promise<void> {
	await page.getByLabel('Ihre Idee in einem Satz').fill(text);
	await page.getByRole('button', { name: 'Idee absenden' }).click();
	await expect(page.getByText('Angekommen. Noch eine?')).toBeVisible();
}

/** A workshop that collects, with its facilitator and two guests. */
async function collecting(browser: Parameters<typeof signIn>[0]) {
	const { session, lead: host } = await openWorkshop(server.url);
	const phone = (name: string) => joinByPhone(browser, server.url, session.joinPath, name, 'Politik');
	const [ada, ben] = [await phone('Ada Lindner'), await phone('Ben Yıldız')];
	for (let step = 0; step < 2; step++) await host.done('move-step', { sessionId: session.sessionId, to: 'next' });
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);
	return { session, host, ada, ben, lead };
}

test('the cards of one guest are hidden in one click and come back where they were', async ({ browser }) => {
	const { session, ada, ben, lead } = await collecting(browser);
	await write(ben, 'Lauter Quatsch');
	await write(ada, 'Mehr Radwege');
	await lead.getByRole('button', { name: 'Karten aufdecken' }).click();
	const board = await ada.context().newPage();
	await board.goto(`/b/${session.boardId}?view=list`);
	const projector = await lead.context().newPage();
	await projector.goto(`/s/${session.sessionId}/projector`);
	const wall = projector.getByText('Lauter Quatsch');
	await ada.getByRole('link', { name: /Alle/ }).click();
	for (const seen of [wall, board.getByText('Lauter Quatsch'), ada.getByText('Lauter Quatsch')])
		await expect(seen.first()).toBeVisible();

	await lead.getByRole('button', { name: 'Alle Karten von Ben Yıldız ausblenden' }).click();
	for (const page of [projector, board, ada]) await expect(page.getByText('Lauter Quatsch')).toHaveCount(0);
	await expect(ada.getByText('Mehr Radwege').first()).toBeVisible();
	await expect(board.getByRole('heading', { name: 'Papierkorb' })).toHaveCount(0);
	await expect(lead.getByText('Karten ausgeblendet')).toBeVisible();
	await expectAccessible(lead, 'lead with hidden cards');
	await write(ben, 'Noch mehr davon');
	await board.reload();
	await expect(board.getByText('Mehr Radwege').first()).toBeVisible();
	await expect(board.getByText(/Quatsch|davon/)).toHaveCount(0);

	await lead.getByRole('button', { name: 'Karten von Ben Yıldız wieder einblenden' }).click();
	for (const page of [projector, board, ada]) {
		await expect(page.getByText('Lauter Quatsch').first()).toBeVisible();
		await expect(page.getByText('Noch mehr davon').first()).toBeVisible();
		await expect(page.getByText('nachgereicht').first()).toBeVisible();
	}
});

test('a name and a diagnosis on a card: blackened it is gone from the board, its history and what is exported', async ({
	browser
}) => {
	const { session, ada, ben, lead } = await collecting(browser);
	await write(ben, 'Erika Mustermann hat Demenz');
	await write(ada, 'Mehr Radwege');
	await lead.getByRole('button', { name: 'Karten aufdecken' }).click();
	const board = await ada.context().newPage();
	await board.goto(`/b/${session.boardId}?view=list`);
	await expect(board.getByText('Erika Mustermann').first()).toBeVisible();

	await lead.getByRole('button', { name: 'Schwärzen: Erika Mustermann hat Demenz' }).click();
	await expectAccessible(lead, 'blackening a card');
	await lead.getByRole('button', { name: 'Endgültig schwärzen' }).click();
	await expect(lead.getByText('[geschwärzt]').first()).toBeVisible();
	await expect(board.getByText('[geschwärzt]').first()).toBeVisible();
	await ben.reload();
	await expect(ben.getByText('[geschwärzt]').first()).toBeVisible();
	await expect(board.getByText('Mehr Radwege').first()).toBeVisible();
	await lead.goto(`/b/${session.boardId}/history`);
	await expect(lead.getByText('nach einer Löschung')).toBeVisible();
	await expect(lead.getByRole('listitem').filter({ hasText: 'Aufdecken' })).toHaveCount(0);
	for (const page of [lead, ada, ben, board]) {
		await page.reload();
		expect(await page.content()).not.toMatch(/Mustermann|Demenz/);
	}
	await lead.goto(`/s/${session.sessionId}/results`);
	expect(await lead.content()).not.toMatch(/Mustermann|Demenz/);
});

test('a table without a device has its cards typed, unseen until the reveal', async ({ browser }) => {
	const { ada, lead } = await collecting(browser);
	await lead.getByText('Karte für jemanden ohne Gerät schreiben').click();
	await lead.getByLabel('für', { exact: true }).fill('Tisch 3');
	for (const text of ['Dorfladen', 'Mitfahrbank']) {
		await lead.getByLabel('Idee in einem Satz', { exact: true }).fill(text);
		await lead.getByRole('button', { name: 'Karte ablegen' }).click();
		await expect(lead.getByText('Angekommen, für Tisch 3.')).toBeVisible();
		await expect(lead.getByLabel('Idee in einem Satz', { exact: true })).toHaveValue('');
	}
	await expect(lead.getByText('2 Karten sind eingegangen')).toBeVisible();
	await expectAccessible(lead, 'typing for a table');
	for (const width of [390, 320]) {
		await lead.setViewportSize({ width, height: 800 });
		await expectNoSidewaysScrolling(lead);
	}
	await ada.getByRole('link', { name: /Alle/ }).click();
	await expect(ada.getByText('Dorfladen')).toHaveCount(0);
	await lead.getByRole('button', { name: 'Karten aufdecken' }).click();
	await expect(ada.getByText('Dorfladen')).toBeVisible();
	await expect(lead.getByText('Tisch 3').first()).toBeVisible();
	expect(await ada.content()).not.toContain('Tisch 3');
});

test('deleting more than five things on a board asks first, and all of it comes back', async ({ browser }) => {
	const { session, host, lead } = await collecting(browser);
	const { sessionId } = session;
	for (let card = 0; card < 6; card++) await host.done('submit-card', { sessionId, text: `Idee ${card}` });
	await host.done('reveal-cards', { sessionId });
	await lead.goto(`/b/${session.boardId}?view=list`);
	for (let card = 0; card < 6; card++) await lead.getByRole('checkbox', { name: `Auswählen: Idee ${card}` }).check();
	await lead.getByRole('toolbar', { name: 'Auswahl' }).getByRole('button', { name: 'Mehr …' }).click();
	await lead.getByRole('button', { name: 'Löschen', exact: true }).click();
	await expect(lead.getByRole('heading', { name: '6 Elemente in den Papierkorb legen?' })).toBeVisible();
	await expectAccessible(lead, 'asking before many are deleted');
	await lead.getByRole('button', { name: 'Abbrechen' }).click();
	await expect(lead.getByText('Idee 0').first()).toBeVisible();
	await lead.getByRole('toolbar', { name: 'Auswahl' }).getByRole('button', { name: 'Mehr …' }).click();
	await lead.getByRole('button', { name: 'Löschen', exact: true }).click();
	await lead.getByRole('button', { name: '6 Elemente löschen' }).click();
	await expect(lead.getByRole('checkbox', { name: /Auswählen: Idee/ })).toHaveCount(0);
	await lead.getByRole('button', { name: 'Rückgängig', exact: true }).last().click();
	await expect(lead.getByRole('checkbox', { name: /Auswählen: Idee/ })).toHaveCount(6);
});

import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expectReady } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { expectReflow } from '../support/reflow.ts';
import { startServer } from '../support/server.js';
import { openWorkshop, type Workshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const ideas = ['Radweg nach Schöningen', 'Radwegenetz am Elm', 'Kurzzeitpflege'];

/** A workshop whose cards lie in two topics. */
async function ordered(): Promise<Workshop & { elementIds: string[] }> {
	const workshop = await openWorkshop(server.url);
	const { lead, session } = workshop;
	const { sessionId } = session;
	for (let step = 0; step < 2; step++) await lead.done('move-step', { sessionId, to: 'next' });
	const elementIds: string[] = [];
	for (const text of ideas)
		elementIds.push((await lead.done<{ elementId: string }>('submit-card', { sessionId, text })).elementId);
	await lead.done('reveal-cards', { sessionId });
	await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('group-cards', { sessionId, elementIds: elementIds.slice(0, 2), title: 'Verkehr' });
	await lead.done('group-cards', { sessionId, elementIds: elementIds.slice(2), title: 'Pflege' });
	return { ...workshop, elementIds };
}

async function newText(page: Page, processId: string, title: string, button: string): Promise<void> {
	await page.goto(`/p/${processId}/texts/new`);
	await page.getByLabel('Titel').fill(title);
	await page.getByRole('button', { name: button, exact: true }).click();
}

test('topics of a board become headings of a new text, and each heading leads back to its cards', async ({
	browser
}) => {
	const { session, lead: tells, elementIds } = await ordered();
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await newText(lead, session.processId, 'Leitbild', 'Mit Themen vom Board beginnen');

	// All of it by keys.
	const dialog = lead.getByRole('dialog', { name: 'Aus dem Board übernehmen' });
	await expect(dialog.getByRole('checkbox', { name: 'Verkehr 2 Karten' })).toBeVisible();
	await expectAccessible(lead, 'topics to take');
	await dialog.getByRole('checkbox', { name: 'Verkehr 2 Karten' }).press('Space');
	await expect(dialog.getByRole('radio', { name: 'Überschriften und Karten' })).toBeChecked();
	await dialog.getByRole('button', { name: 'Übernehmen', exact: true }).press('Enter');
	await expect(dialog).toHaveCount(0);
	const paper = lead.getByRole('textbox', { name: 'Leitbild' });
	await expect(paper.getByRole('heading', { name: 'Verkehr', level: 2 })).toBeVisible();
	// In which order cards are laid out when they are revealed is nobody's choice.
	await expect(paper.getByRole('listitem')).toHaveCount(2);
	for (const idea of ideas.slice(0, 2))
		await expect(paper.getByRole('listitem').filter({ hasText: idea })).toHaveCount(1);

	await lead.getByRole('button', { name: 'Aus dem Board übernehmen' }).click();
	await expect(dialog.getByRole('checkbox', { name: 'Verkehr 2 Karten, schon übernommen' })).not.toBeChecked();
	await dialog.getByRole('checkbox', { name: 'Pflege 1 Karte' }).check();
	await dialog.getByRole('radio', { name: 'Nur Überschriften' }).check();
	await dialog.getByRole('button', { name: 'Übernehmen', exact: true }).click();
	await expect(paper.getByRole('heading', { name: 'Pflege', level: 2 })).toBeVisible();
	await expect(paper.getByRole('listitem')).toHaveCount(2);
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	await expect(
		lead.getByRole('region', { name: 'Quellen' }).getByRole('button', { name: 'Pflege, 1 Karte' })
	).toBeVisible();

	// Whoever reads finds a quiet mark at the heading, on a phone, too.
	await lead.setViewportSize({ width: 390, height: 844 });
	await lead.getByRole('radio', { name: 'Lesen' }).check();
	await tells.done('blacken-card', { sessionId: session.sessionId, elementId: elementIds[0] });
	await lead.reload();
	await lead.getByRole('radio', { name: 'Lesen' }).check();
	await lead.getByRole('button', { name: 'Quellen: 2 Karten' }).click();
	const sources = lead.getByRole('dialog', { name: 'Quellen zu „Verkehr“' });
	await expect(sources).toContainText('Radwegenetz am Elm');
	await expect(sources).not.toContainText('Schöningen');
	await expectAccessible(lead, 'sources of a heading');
	await expectReflow(lead, 'sources on a phone');
	await lead.setViewportSize({ width: 1440, height: 900 });
	await sources.getByRole('link', { name: 'Auf dem Board zeigen: Radwegenetz am Elm' }).click();
	await lead.waitForURL(/\/b\/.*show=/);
	await expectReady(lead);
	await expect(lead.getByRole('group', { name: 'Karte: Radwegenetz am Elm' })).toBeFocused();
});

test('what goes wrong: the heading is deleted, and its sources are kept without a place', async ({ browser }) => {
	const { session } = await ordered();
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await newText(lead, session.processId, 'Ziele', 'Text anlegen');
	await lead.getByRole('button', { name: 'Aus dem Board übernehmen' }).click();
	const dialog = lead.getByRole('dialog', { name: 'Aus dem Board übernehmen' });
	await dialog.getByRole('checkbox', { name: 'Verkehr 2 Karten' }).check();
	await dialog.getByRole('button', { name: 'Übernehmen', exact: true }).click();
	const paper = lead.getByRole('textbox', { name: 'Ziele' });
	await expect(paper.getByRole('heading', { name: 'Verkehr' })).toBeVisible();
	await expect(lead.getByRole('heading', { name: 'Ohne Stelle im Text' })).toHaveCount(0);
	await paper.press('Control+a');
	await lead.keyboard.press('Delete');
	await expect(lead.getByRole('heading', { name: 'Ohne Stelle im Text' })).toBeVisible();
	await lead.getByRole('button', { name: 'Verkehr, 2 Karten' }).click();
	await expect(lead.getByRole('dialog', { name: 'Quellen zu „Verkehr“' })).toContainText('Radwegenetz am Elm');
});

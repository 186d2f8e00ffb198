import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { caretHeard, toTheEnd } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('two people write a text, the facilitator freezes it, and nobody changes it afterwards', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neuer Text' }).click();
	await lead.getByLabel('Titel').fill('Vision 2035');
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = lead.getByRole('textbox', { name: 'Vision 2035' });
	await expect(paper.getByRole('heading', { name: 'Vision 2035' })).toBeVisible();
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();

	await toTheEnd(paper);
	await caretHeard(lead);
	await lead.getByRole('button', { name: 'Fett' }).click();
	await lead.keyboard.type('Wir gestalten');
	await expect(lead.getByRole('button', { name: 'Fett' })).toHaveAttribute('aria-pressed', 'true');
	await lead.getByRole('button', { name: 'Fett' }).press('ArrowRight');
	await expect(lead.getByRole('button', { name: 'Kursiv' })).toBeFocused();

	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await expect(council.getByText('Sie schlagen vor.')).toBeVisible();
	await expect(council.locator('strong', { hasText: 'Wir gestalten' })).toBeVisible();
	await toTheEnd(paper);
	await caretHeard(lead);
	await lead.keyboard.type(' gemeinsam');
	await expect(council.getByText('Wir gestalten gemeinsam')).toBeVisible();
	await expect(lead.getByText('Herr Brandt (Kreistag)').first()).toBeVisible();

	await lead.getByLabel('Herr Brandt (Kreistag)').check();
	await lead.getByRole('button', { name: 'Schreibgruppe übernehmen' }).click();
	await expect(council.getByRole('radio', { name: 'Bearbeiten' })).toBeChecked();
	const theirs = council.getByRole('textbox', { name: 'Vision 2035' });
	await expect(theirs).toContainText('Wir gestalten gemeinsam');
	await toTheEnd(theirs);
	await caretHeard(council);
	await council.keyboard.press('Enter');
	await council.keyboard.type('unseren Landkreis.');
	await expect(paper.getByText('unseren Landkreis.')).toBeVisible();
	await expect(paper.locator('.wr-caret-name')).toHaveText('Herr Brandt (Kreistag)');
	await expect(council.getByText('Gespeichert', { exact: true })).toBeVisible();

	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(lead.getByText('Der Text entspricht Fassung 1.')).toBeVisible();
	await toTheEnd(theirs);
	await caretHeard(council);
	await council.keyboard.type(' Heute.');
	await expect(paper.getByText('unseren Landkreis. Heute.')).toBeVisible();
	await expect(lead.getByText('Der Text wurde seit Fassung 1 geändert.')).toBeVisible();

	await lead.getByLabel('Danach weiterschreiben').uncheck();
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(lead.getByText('Fassung 2 ist festgehalten.')).toBeVisible();
	await expect(council.getByText('Dieser Text ist festgehalten')).toBeVisible();
	await expect(theirs).toHaveCount(0);

	await council.getByRole('link', { name: 'Fassung 2', exact: true }).click();
	await expect(council.getByText('unseren Landkreis. Heute.')).toBeVisible();
	await expect(council.getByText('Der Wortlaut stimmt mit der Prüfsumme überein.')).toBeVisible();
});

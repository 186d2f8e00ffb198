import { expect } from '@playwright/test';
import { dayIn, daysAfter } from '#domain/house-time.ts';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { beginText } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const today = () => dayIn('Europe/Berlin', new Date());

test('a round for a live text has a last day that everybody sees, and that can be moved and taken away', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Runde 1', ['Wir bauen Radwege.']);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await expect(council.getByRole('radio', { name: 'Vorschlagen' })).toBeChecked();
	const field = lead.getByLabel('Vorschläge bis');
	await expect(field).toHaveValue(daysAfter(today(), 10));
	await field.fill(daysAfter(today(), 1));
	await field.press('Enter');
	await expect(council.getByText('Morgen ist der letzte Tag.')).toBeVisible();
	await field.fill(daysAfter(today(), -1));
	await lead.getByRole('button', { name: 'Tag festlegen' }).click();
	await expect(council.getByText('Sie können weiter lesen, kommentieren')).toBeVisible();
	await expect(council.getByRole('radio', { name: 'Vorschlagen' })).toHaveCount(0);
	await expect(lead.getByText('Wer den Text schreibt, kann weiter vorschlagen.')).toBeVisible();
	await expectAccessible(lead, 'a round that is over');
	await lead.getByRole('button', { name: 'Ohne Frist' }).click();
	await expect(lead.getByText('Es gibt keine Frist mehr.')).toBeVisible();
	await expect(council.getByRole('radio', { name: 'Vorschlagen' })).toBeChecked();
});

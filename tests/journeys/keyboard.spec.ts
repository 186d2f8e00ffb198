import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { expectPlaceKept, press, walkTo } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('a facilitator without a mouse holds a session from its beginning to its end', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const button = (name: string | RegExp) => lead.getByRole('button', { name });
	await lead.goto('/p');
	await press(lead, lead.locator('main a[href^="/p/"]').first());
	await press(lead, lead.getByRole('link', { name: 'Neue Sitzung' }));
	await walkTo(lead, lead.getByRole('textbox', { name: 'Titel' }));
	await lead.keyboard.type('Ohne Maus');
	await lead.keyboard.press('Enter');
	await lead.waitForURL(/\/lead$/);
	const sessionId = /\/s\/([^/]+)/.exec(lead.url())![1]!;
	const joinPath = new URL(
		(await lead.getByRole('link', { name: 'Link zum Teilnehmen' }).getAttribute('href')) ?? '',
		server.url
	).pathname;
	const ada = await new Visitor(server.url).join(joinPath, 'Ada Lindner');
	const ben = await new Visitor(server.url).join(joinPath, 'Ben Yıldız');

	await press(lead, button('Sitzung starten'));
	await expect(button(/^Weiter zu: Sammeln/)).toBeVisible();
	await expectPlaceKept(lead, 'the start');
	await press(lead, button(/^Weiter zu: Sammeln/), 'Space');
	await expect(lead.getByRole('heading', { level: 1, name: 'Sammeln' })).toBeVisible();
	await expectPlaceKept(lead, 'a step');

	await ada.done('submit-card', { sessionId, text: 'Radwege' });
	await ben.done('submit-card', { sessionId, text: 'Busse' });
	await expect(lead.getByText('2 Karten').first()).toBeVisible();
	await press(lead, button('Karten aufdecken'));
	await expect(button('Karten aufdecken')).toHaveCount(0);
	await expectPlaceKept(lead, 'the reveal');

	await ben.done('raise-hand', { sessionId, raised: true });
	await press(lead, button('Ben Yıldız war dran'));
	await expect(lead.getByRole('region', { name: 'Wortmeldungen' })).toHaveCount(0);
	await expectPlaceKept(lead, 'a hand');
	await press(lead, button('Ada Lindner das Schreiben sperren'));
	await expect(button('Ada Lindner wieder schreiben lassen')).toBeVisible();
	await expectPlaceKept(lead, 'muting somebody');
	await press(lead, button('Ben Yıldız umbenennen'));
	await walkTo(lead, lead.getByLabel('Name', { exact: true }));
	await lead.keyboard.press('Control+a');
	await lead.keyboard.type('Ben Yildiz');
	await lead.keyboard.press('Enter');
	await expect(button('Ben Yildiz umbenennen')).toBeVisible();
	await expectPlaceKept(lead, 'another name');

	await makeGroup(lead);
	await press(lead, button(/^Weiter zu: Ordnen/));
	await expect(lead.getByRole('heading', { level: 1, name: 'Ordnen' })).toBeVisible();
	await lead.keyboard.press('PageDown');
	await expect(lead.getByRole('heading', { level: 1, name: 'Gewichten' })).toBeVisible();
	await press(lead, button('Abstimmung öffnen'));
	await expect(button('Abstimmung schließen')).toBeVisible();
	await expectPlaceKept(lead, 'the opening of a vote');
	await press(lead, button('Abstimmung schließen'));
	await expect(button('Abstimmung schließen')).toHaveCount(0);
	await expectPlaceKept(lead, 'the close of a vote');

	await walkTo(lead, button('Sitzung beenden'), 'Shift+Tab');
	await lead.keyboard.press('Enter');
	await lead.keyboard.press('Escape');
	await expectPlaceKept(lead, 'a question that was not answered');
	await lead.keyboard.press('Enter');
	await press(lead, lead.getByRole('dialog').getByRole('button', { name: 'Sitzung beenden' }));
	await expect(lead.getByRole('link', { name: 'Zum Ergebnis' })).toBeVisible();
	await expectPlaceKept(lead, 'the end');
	await press(lead, lead.getByRole('link', { name: 'Zum Ergebnis' }));
	await lead.waitForURL(/\/results$/);
});

/** On the board, which has its own keys, the facilitator makes a named group of both cards in its list. */
async function makeGroup(lead: Page): Promise<void> {
	const board = await lead.context().newPage();
	const path = await lead.getByRole('link', { name: /Board öffnen/ }).first();
	await board.goto(`${await path.getAttribute('href')}?view=list`);
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
	for (const card of ['Radwege', 'Busse'])
		await press(board, board.getByRole('checkbox', { name: `Auswählen: ${card}` }), 'Space');
	await press(board, board.getByRole('button', { name: 'Thema bilden' }));
	await expect(board.getByLabel('Name des Bereichs')).toBeFocused();
	await board.keyboard.press('Control+a');
	await board.keyboard.type('Wege');
	await board.keyboard.press('Enter');
	await expect(board.getByRole('heading', { name: 'Wege 2 Einträge' })).toBeVisible();
	await board.close();
}

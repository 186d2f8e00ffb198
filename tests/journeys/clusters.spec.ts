import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop, type Workshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** A workshop in which these cards are put in order. */
async function ordering(texts: readonly string[]): Promise<Workshop> {
	const workshop = await openWorkshop(server.url);
	const { sessionId } = workshop.session;
	for (let step = 0; step < 2; step++) await workshop.lead.done('move-step', { sessionId, to: 'next' });
	for (const text of texts) await workshop.lead.done('submit-card', { sessionId, text });
	await workshop.lead.done('reveal-cards', { sessionId });
	await workshop.lead.done('move-step', { sessionId, to: 'next' });
	return workshop;
}

const group = (page: Page, title: string) => page.getByRole('region', { name: new RegExp(`^${title}`) });
const cardsOf = (page: Page, title: string) => group(page, title).locator('input[data-card]');
const pick = (page: Page, text: string) => page.getByRole('checkbox', { name: text });

async function makeGroup(page: Page, title: string): Promise<void> {
	await page.getByRole('button', { name: 'Zu einem Thema zusammenfassen' }).click();
	await page.getByLabel('Name des Themas').fill(title);
	await page.getByRole('button', { name: 'Thema bilden' }).click();
	await expect(group(page, title)).toBeVisible();
}

test('two facilitators and a phone order cards together, and everything is seen everywhere', async ({ browser }) => {
	const ideas = ['Radweg nach Schöningen', 'Radwegenetz am Elm', 'Kurzzeitpflege', 'Pflegestützpunkt', 'Glasfaser'];
	const { session } = await ordering(ideas);
	const ada = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);

	await pick(lead, 'Kurzzeitpflege').check();
	await pick(lead, 'Pflegestützpunkt').check();
	await makeGroup(lead, 'Pflege');
	await expect(cardsOf(ada, 'Pflege')).toHaveCount(2);

	await ada.getByRole('button', { name: 'gehört zu …: Glasfaser' }).click();
	await expectAccessible(ada, 'where a card belongs');
	await ada.getByRole('button', { name: 'Neues Thema …' }).click();
	await ada.getByLabel('Name des Themas').fill('Netze');
	await ada.getByRole('button', { name: 'Thema bilden' }).click();
	await expect(cardsOf(lead, 'Netze')).toHaveCount(1);

	await lead.getByRole('button', { name: 'Mehr zu „Netze“' }).click();
	await lead.getByRole('button', { name: 'Zusammenführen mit …' }).click();
	await expectAccessible(lead, 'merging two groups');
	await lead.getByRole('button', { name: /^Pflege/ }).click();
	await expect(cardsOf(ada, 'Pflege')).toHaveCount(3);
	await expect(group(lead, 'Netze')).toHaveCount(0);

	await pick(ada, 'Glasfaser').check();
	await ada.getByRole('button', { name: 'Verschieben nach …' }).click();
	await ada.getByRole('button', { name: 'Zu keinem Thema' }).click();
	await expect(cardsOf(lead, 'Noch nicht zugeordnet')).toHaveCount(3);

	await pick(lead, 'Radweg nach Schöningen').check();
	await lead.getByRole('button', { name: 'Ähnliche suchen' }).click();
	await expectAccessible(lead, 'similar cards');
	await lead.getByRole('button', { name: 'Dazunehmen: Radwegenetz am Elm' }).click();
	await lead.keyboard.press('Escape');
	await makeGroup(lead, 'Verkehr');
	await expect(cardsOf(ada, 'Verkehr')).toHaveCount(2);

	await lead.getByRole('button', { name: 'Mehr zu „Verkehr“' }).click();
	await lead.getByRole('button', { name: 'Name sperren' }).click();
	await expect(group(ada, 'Verkehr').getByText('Name gesperrt')).toBeVisible();
	await expect(ada.getByRole('button', { name: 'Mehr zu „Verkehr“' })).toHaveCount(0);
	await expectAccessible(lead, 'desk with groups');
	// So tall that the bar at the foot of a phone covers half of no button.
	await ada.setViewportSize({ width: 390, height: 2400 });
	await expectAccessible(ada, 'phone with groups');
	for (const width of [390, 320]) {
		for (const page of [lead, ada]) {
			await page.setViewportSize({ width, height: 800 });
			await expectNoSidewaysScrolling(page);
		}
	}
});

test('dissolving a group of 14 cards loses no card and any facilitator can take it back', async ({ browser }) => {
	const { session, lead: host } = await ordering(Array.from({ length: 14 }, (_, at) => `Pflege-Idee ${at + 1}`));
	const { sessionId } = session;
	const watched = await host.watch(sessionId, 'lead');
	const elementIds = watched.latest()!.cards.map(({ elementId }) => elementId);
	watched.leave();
	await host.done('group-cards', { sessionId, elementIds, title: 'Pflege' });
	const ada = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	const second = await lead.context().newPage();
	await openLead(second, sessionId);

	await ada.getByRole('button', { name: 'Mehr zu „Pflege“' }).click();
	await ada.getByRole('button', { name: 'Thema auflösen' }).click();
	await expect(cardsOf(ada, 'Noch nicht zugeordnet')).toHaveCount(14);
	for (const page of [lead, second]) await expect(page.getByText('Ada Lindner hat „Pflege“ aufgelöst.')).toBeVisible();
	await expect(ada.getByText(/hat „Pflege“ aufgelöst/)).toHaveCount(0);
	await expectAccessible(lead, 'a group was dissolved');
	await second.getByRole('button', { name: 'Rückgängig: Pflege' }).click();
	for (const page of [lead, ada]) await expect(cardsOf(page, 'Pflege')).toHaveCount(14);
	await expect(lead.getByText('Ada Lindner hat „Pflege“ aufgelöst.')).toHaveCount(0);
});

test('300 cards can be put in order on an old tablet: list first, keyboard alone', async ({ browser }) => {
	test.setTimeout(180_000);
	const { session } = await ordering(Array.from({ length: 300 }, (_, at) => `Idee ${at + 1} für Raum ${(at % 6) + 1}`));
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.setViewportSize({ width: 820, height: 1180 });
	const slow = await lead.context().newCDPSession(lead);
	await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await openLead(lead, session.sessionId);
	await expect(cardsOf(lead, 'Noch nicht zugeordnet')).toHaveCount(300);

	// By words, and all that were found.
	await lead.getByLabel('Karten suchen').focus();
	await lead.keyboard.type('Raum 3');
	await expect(lead.getByText('50 von 300 Karten gefunden')).toBeVisible();
	await lead.keyboard.press('Tab');
	await expect(lead.getByLabel('Alle in „Noch nicht zugeordnet“ auswählen')).toBeFocused();
	await lead.keyboard.press('Space');
	await expect(lead.getByText('50 Karten ausgewählt').first()).toBeAttached();
	await lead.getByRole('button', { name: 'Zu einem Thema zusammenfassen' }).focus();
	await lead.keyboard.press('Enter');
	await lead.getByLabel('Name des Themas').focus();
	await lead.keyboard.type('Raum 3');
	await lead.keyboard.press('Enter');
	await expect(cardsOf(lead, 'Raum 3')).toHaveCount(50);

	// A range, from card to card by the arrow keys.
	await lead.getByLabel('Karten suchen').fill('');
	const unsorted = cardsOf(lead, 'Noch nicht zugeordnet');
	await expect(unsorted).toHaveCount(250);
	await unsorted.first().focus();
	await lead.keyboard.press('Space');
	for (let down = 0; down < 9; down++) await lead.keyboard.press('ArrowDown');
	await expect(unsorted.nth(9)).toBeFocused();
	await lead.keyboard.press('Shift+Space');
	await expect(lead.getByText('10 Karten ausgewählt').first()).toBeAttached();
	await lead.getByRole('button', { name: 'Verschieben nach …' }).focus();
	await lead.keyboard.press('Enter');
	await lead.getByRole('button', { name: /^Raum 3/ }).focus();
	await lead.keyboard.press('Enter');
	await expect(cardsOf(lead, 'Raum 3')).toHaveCount(60);
	await expect(lead.getByText('240 Karten sind noch keinem Thema zugeordnet').first()).toBeVisible();
	await expectNoSidewaysScrolling(lead);
});

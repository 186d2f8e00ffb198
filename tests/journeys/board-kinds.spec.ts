import { expect, type Page } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible } from '../support/axe.ts';
import { expectSaid } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { press } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The board of the workshop of the demonstration, as its facilitator sees it. */
async function openBoard(browser: Parameters<typeof signIn>[0]): Promise<Page> {
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
	await page.waitForURL(/\/lead$/);
	const href = await page
		.getByRole('link', { name: /Board öffnen/ })
		.first()
		.getAttribute('href');
	await page.goto(`${new URL(href ?? '', server.url).pathname}?view=canvas`);
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
	return page;
}

async function insert(page: Page, what: RegExp): Promise<void> {
	await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
	await page.getByRole('button', { name: what }).click();
}

test('a facilitator makes a matrix and moves a card into a quarter by keyboard; the list says where it lies', async ({
	browser
}) => {
	const page = await openBoard(browser);
	await insert(page, /^Matrix/);
	await page.keyboard.type('Womit fangen wir an?');
	await page.keyboard.press('Enter');
	const matrix = page.getByRole('group', { name: /^Bereich: Womit fangen wir an\?/ });
	await expect(matrix).toHaveAccessibleName(/Waagerecht: Aufwand von wenig bis viel/);

	await page.keyboard.press('n');
	await page.keyboard.type('Radweg zum Bahnhof');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Shift+F10');
	await page.getByRole('button', { name: 'In ein Viertel legen …' }).press('Enter');
	await expectAccessible(page, 'the dialog of quarters');
	await page.getByRole('button', { name: 'oben links: viel Wirkung, wenig Aufwand' }).press('Enter');
	const card = page.getByRole('group', { name: /^Karte: Radweg zum Bahnhof/ });
	await expect(card).toHaveAccessibleName(/oben links: viel Wirkung, wenig Aufwand$/);
	await expectAccessible(page, 'a matrix on the canvas');

	// Its axes get other words, which say at once what the place of the card means.
	await matrix.focus();
	await page.keyboard.press('Shift+F10');
	await page.getByRole('button', { name: 'Aufteilung …' }).click();
	await page.getByRole('group', { name: 'Von unten nach oben' }).getByLabel('Viel davon heißt').fill('große');
	await expect(page.getByText('So wird es vorgelesen: oben links: große Wirkung, wenig Aufwand')).toBeVisible();
	await expectAccessible(page, 'the dialog of layouts');
	await page.getByRole('button', { name: 'Übernehmen' }).click();

	await page.getByRole('link', { name: 'Liste' }).click();
	const entry = page.getByRole('listitem').filter({ hasText: 'Radweg zum Bahnhof' });
	await expect(entry).toContainText('oben links: große Wirkung, wenig Aufwand');
	await expectAccessible(page, 'a matrix in the list');
});

test('cards in a lane come into line by its menu', async ({ browser }) => {
	const page = await openBoard(browser);
	await insert(page, /^Bahn/);
	await page.keyboard.type('Für die Menschen');
	await page.keyboard.press('Enter');
	const lane = page.getByRole('group', { name: /^Bereich: Für die Menschen/ });
	for (const goal of ['Erstes Ziel', 'Zweites Ziel']) {
		await page.keyboard.press('n');
		await page.keyboard.type(goal);
		await page.keyboard.press('Escape');
	}
	await page.keyboard.press('Control+ArrowDown');
	await lane.focus();
	await page.keyboard.press('Shift+F10');
	await page.getByRole('button', { name: 'Inhalt ordnen' }).click();
	await expect(page.getByText('Inhalt geordnet.').first()).toBeVisible();
	const [one, other] = await Promise.all(
		['Erstes Ziel', 'Zweites Ziel'].map((goal) => page.getByRole('group', { name: `Karte: ${goal}` }).boundingBox())
	);
	expect(Math.abs(one!.y - other!.y)).toBeLessThan(2);
	expect(other!.x).toBeGreaterThan(one!.x + one!.width);
});

test('a goal of the goal system lies on the board with its state of today and leads to the goal', async ({
	browser
}) => {
	const page = await openBoard(browser);
	await insert(page, /^Ziel aus dem Zielsystem/);
	const goals = page.getByRole('list', { name: 'Gefunden' }).getByRole('button');
	await expect(goals.first()).toContainText(/Nr\. .*Entwurf/);
	await expectAccessible(page, 'the dialog of goals');
	const words = (await goals.first().innerText()).split('\n')[0]!;
	await page.getByLabel('Suchen').last().fill(words);
	await goals.first().click();
	const goal = page.getByRole('group', { name: `Ziel: ${words}` });
	await expect(goal).toHaveAccessibleName(/Nr\. .*, Entwurf/);
	await expectAccessible(page, 'a goal on the canvas');

	// A card acts on it, by keyboard.
	await page.keyboard.press('n');
	await page.keyboard.type('Radweg');
	await page.keyboard.press('Escape');
	await page.keyboard.press('v');
	await page
		.getByRole('list')
		.getByRole('button', { name: `Ziel: ${words}` })
		.click();
	await page.getByRole('link', { name: 'Liste' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Radweg wirkt auf' })).toBeVisible();
	const entry = page.getByRole('listitem').filter({ hasText: 'Ziel öffnen' });
	await expect(entry).toContainText('Entwurf');
	await expectAccessible(page, 'a goal in the list');
	await entry.getByRole('link', { name: 'Ziel öffnen' }).click();
	await page.waitForURL(/\/goals\//);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(words);
});

/** A strategy card of the process, for an action space with the one topic that a group of it has made. Returns how to rename the space. */
async function makeStrategyCard(title: string, definition: string): Promise<(title: string) => Promise<unknown>> {
	const { lead, session } = await openWorkshop(server.url);
	const { sessionId, processId } = session;
	const watched = await lead.watch(sessionId, 'lead');
	const stepOf = (wanted: string) => (watched.latest() as LeadState).steps.find(({ kind }) => kind === wanted)!.id;
	for (const to of ['next', stepOf('collect')]) await lead.done('move-step', { sessionId, to });
	const { elementId } = await lead.done('submit-card', { sessionId, text: 'Radweg zum Bahnhof' });
	await lead.done('reveal-cards', { sessionId });
	await lead.done('move-step', { sessionId, to: stepOf('cluster') });
	await lead.done('group-cards', { sessionId, title: 'Radwege', elementIds: [elementId] });
	watched.leave();
	const steering = await new Visitor(server.url).signIn('steuerung@demo.local');
	const { actionSpaceId } = await steering.done('add-action-space', { processId, title, definition });
	await steering.done('take-topics', { processId });
	const page = await (await steering.get(`/p/${processId}/synthesis`)).text();
	const topics = new Set([...page.matchAll(/name="topicId" value="([0-9a-f-]{36})"/g)].map(([, id]) => id));
	for (const topicId of topics) await steering.done('place-topic', { topicId, actionSpaceId, placed: true });
	await steering.done('create-strategy-cards', { processId });
	return (renamed) =>
		steering.done('change-action-space', {
			actionSpaceId,
			title: renamed,
			definition,
			before: { title, definition }
		});
}

test('a strategy card of the process is found and laid by keys, says how it stands today, and leads to its page', async ({
	browser
}) => {
	const rename = await makeStrategyCard('Mobilität für alle', 'Ohne Auto gut ans Ziel.');
	const page = await openBoard(browser);
	await expect(page.getByRole('button', { name: 'Hinzufügen', exact: true })).toBeVisible();
	// What has the focus on the canvas is framed there; the tools come after it.
	const onCanvas = () => page.evaluate(() => document.activeElement?.closest('[data-element]') !== null);
	for (let presses = 0; presses < 20 && !(await onCanvas()); presses++) await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await press(page, page.getByRole('button', { name: 'Hinzufügen', exact: true }));
	await press(page, page.getByRole('dialog').getByRole('button', { name: /^Strategiekarte/ }));
	await expect(page.getByRole('dialog', { name: 'Strategiekarte legen' })).toBeVisible();
	await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('mobil');
	const found = page.getByRole('list', { name: 'Gefunden' }).getByRole('button', { name: 'Mobilität für alle' });
	await expect(found).toContainText('1 Thema');
	await expectAccessible(page, 'the dialog of strategy cards');
	await press(page, found);
	const card = page.getByRole('group', { name: /^Strategiekarte: Mobilität für alle/ });
	await expect(card).toBeFocused();
	await expect(card).toHaveAccessibleName(/1 Thema/);
	await expectSaid(page, /^Gelegt: Strategiekarte: Mobilität für alle/);
	await expectAccessible(page, 'a strategy card on the canvas');

	// Its words are those of the day on which it was laid; that they are others by now, it says itself.
	await rename('Mobilität im ganzen Landkreis');
	await page.keyboard.press('l');
	await page.reload();
	const entry = page.getByRole('listitem').filter({ hasText: 'Mobilität für alle' });
	await expect(entry).toContainText('1 Thema');
	await expect(entry).toContainText('Wortlaut geändert');
	await expectAccessible(page, 'a strategy card in the list');
	await press(page, entry.getByRole('link', { name: 'Strategiekarte öffnen' }));
	await page.waitForURL(/\/c\//);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Mobilität');
	await expect(page.getByText('Radweg zum Bahnhof').first()).toBeVisible();
});

test('a note becomes a text card whose first line is its title, and a note again', async ({ browser }) => {
	const page = await openBoard(browser);
	await insert(page, /^Textkarte/);
	await page.keyboard.type('Radverkehr');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Sichere Wege zu allen Schulen.');
	await page.keyboard.press('Escape');
	const card = page.getByRole('group', { name: /^Textkarte: Radverkehr/ });
	await expect(card.getByText('Sichere Wege zu allen Schulen.')).toBeVisible();
	await expectAccessible(page, 'a text card on the canvas');
	await page.keyboard.press('Shift+F10');
	await page.getByRole('button', { name: 'In „Karte“ umwandeln' }).click();
	await expect(page.getByRole('group', { name: /^Karte: Radverkehr/ })).toBeVisible();
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	await expect(card).toBeVisible();
});

import { expect, type Browser, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { cardOf } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { expectPlaceKept, press, walkTo } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop, type Workshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** A board with the topic "Wege" of two cards, as it was marked before the break. */
async function orderedBoard(): Promise<Workshop> {
	const workshop = await openWorkshop(server.url);
	const { lead, session } = workshop;
	const { sessionId, boardId } = session;
	const guest = await new Visitor(server.url).join(session.joinPath, 'Gast Ada');
	for (let steps = 0; steps < 2; steps++) await lead.done('move-step', { sessionId, to: 'next' });
	const elementIds: string[] = [];
	for (const text of ['Radweg', 'Bus am Abend'])
		elementIds.push((await guest.done<{ elementId: string }>('submit-card', { sessionId, text })).elementId);
	await lead.done('reveal-cards', { sessionId });
	await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('group-cards', { sessionId, elementIds, title: 'Wege' });
	await lead.done('create-checkpoint', { boardId, name: 'Vor der Pause' });
	return workshop;
}

const topic = (page: Page) => page.getByRole('region', { name: /^Wege/ });
const entry = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

/** The facilitator opens the list of the board and throws the topic and its cards away, by keyboard alone. */
async function throwAway(browser: Browser, { boardId }: Workshop['session']): Promise<Page> {
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.goto(`/b/${boardId}?view=list`);
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
	const menu = (name: string) => press(page, page.getByRole('button', { name: `Mehr zu: ${name}` }));
	const choose = (name: string) => press(page, page.getByRole('dialog').getByRole('button', { name }));
	await menu('Wege');
	await choose('Bereich auflösen');
	await expect(topic(page)).toHaveCount(0);
	for (const card of ['Radweg', 'Bus am Abend']) {
		await menu(card);
		await choose('Löschen');
		await expect(page.getByRole('checkbox', { name: `Auswählen: ${card}` })).toHaveCount(0);
	}
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
	return page;
}

test('a facilitator without a mouse finds a lost card in the history and brings it back to its place', async ({
	browser
}) => {
	const { session } = await orderedBoard();
	const page = await throwAway(browser, session);
	await press(page, page.getByRole('link', { name: 'Verlauf' }));
	await expect(page.getByRole('heading', { name: 'Verlauf: Probe' })).toBeVisible();
	await expectAccessible(page, 'the history');
	await press(page, page.getByRole('link', { name: /– „Vor der Pause“/ }));

	const slider = page.getByRole('slider', { name: 'Zeitpunkt' });
	const state = (words: RegExp) => page.getByRole('region', { name: 'Früherer Stand' }).getByText(words);
	await walkTo(page, slider);
	await expect(slider).toHaveAttribute('aria-valuetext', /^\d\d:\d\d, „Vor der Pause“$/);
	await page.keyboard.press('ArrowLeft');
	await expect(state(/vor „Ordnen“/)).toBeVisible();
	await expect(topic(page)).toHaveCount(0);
	await expect(slider).toBeFocused();
	await expectPlaceKept(page, 'a moment back');
	await page.keyboard.press('ArrowRight');
	await expect(topic(page).getByRole('listitem')).toHaveCount(2);
	await expectAccessible(page, 'an earlier state');

	await walkTo(page, page.getByRole('link', { name: 'Zurück', exact: true }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(state(/vor „Ordnen“/)).toBeVisible();
	await expectPlaceKept(page, 'a step back');
	await press(page, page.getByRole('link', { name: 'Weiter' }));
	await expect(state(/Vor der Pause/)).toBeVisible();

	await walkTo(page, page.getByRole('link', { name: 'Mit heute vergleichen' }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Wege', exact: true })).toBeVisible();
	await expect(page.getByRole('checkbox', { name: 'Bereich: Wege – im Papierkorb' })).toBeVisible();
	await press(page, page.getByRole('checkbox', { name: 'Karte: Radweg – im Papierkorb' }), 'Space');
	await expectAccessible(page, 'the comparison');
	await page.setViewportSize({ width: 320, height: 844 });
	await expectNoSidewaysScrolling(page);
	await page.setViewportSize({ width: 1440, height: 900 });
	await press(page, page.getByRole('button', { name: 'Ausgewählte zurückholen (1)' }));
	await expect(page.getByText('Ein Element ist wieder so, wie es damals war.')).toBeVisible();
	await expectPlaceKept(page, 'the return');
	await expect(page.getByRole('checkbox')).toHaveCount(1);

	await press(page, page.getByRole('status').getByRole('link', { name: 'Zum Board' }));
	await expect(cardOf(page, 'Radweg, in Wege')).toBeVisible();
	await press(page, page.getByRole('link', { name: 'Liste' }));
	await expect(topic(page).getByRole('listitem')).toHaveCount(1);
	await expect(entry(page, 'Radweg')).toBeVisible();
});

test('what is chosen on the canvas of an earlier state comes back, and one goes on from the same place', async ({
	browser
}) => {
	const { session } = await orderedBoard();
	const page = await throwAway(browser, session);
	await page.getByRole('link', { name: 'Verlauf' }).click();
	await page.getByRole('link', { name: /– „Vor der Pause“/ }).click();
	await page.getByRole('link', { name: 'Fläche' }).click();
	await page.getByRole('button', { name: 'Vergrößern' }).click();
	const area = page.getByRole('group', { name: /^Bereich: Sammeln/ });
	const before = await area.boundingBox();
	await page.getByRole('link', { name: 'Zurück', exact: true }).click();
	await expect(cardOf(page, 'Radweg, in Sammeln')).toBeVisible();
	expect(await area.boundingBox()).toEqual(before);
	await page.getByRole('link', { name: 'Weiter' }).click();
	await cardOf(page, 'Radweg, in Wege').click();
	await page.keyboard.down('Shift');
	await cardOf(page, 'Bus am Abend, in Wege').click();
	await page.keyboard.up('Shift');
	await page.getByRole('button', { name: 'Auswahl zurückholen (2)' }).click();
	await expect(page.getByText('2 Elemente sind wieder so, wie sie damals waren.')).toBeVisible();
	await expect(page.getByText('Seit diesem Stand hat sich nichts geändert.')).toBeVisible();
	await expectAccessible(page, 'a comparison without differences');
});

test('without scripts one goes from state to state, compares, and brings a card back', async ({ browser }) => {
	const { lead, session } = await orderedBoard();
	await throwAway(browser, session);
	const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' });
	await context.addCookies([
		{ name: 'wr_session', value: lead.cookie.split('wr_session=')[1]!.split(';')[0]!, url: server.url }
	]);
	const page = await context.newPage();
	await page.goto(`${server.url}/b/${session.boardId}/history`);
	await page.getByRole('link', { name: /– „Vor der Pause“/ }).click();
	await expect(page.getByRole('slider')).toHaveCount(0);
	await page.getByRole('link', { name: 'Zurück', exact: true }).click();
	await expect(page.getByText(/vor „Ordnen“/)).toBeVisible();
	await page.getByRole('link', { name: 'Weiter' }).click();
	await page.getByRole('link', { name: 'Mit heute vergleichen' }).click();
	await page.getByRole('button', { name: 'Ausgewählte zurückholen' }).click();
	await expect(page.getByText('Wählen Sie zuerst etwas aus')).toBeVisible();
	await page.getByRole('checkbox', { name: /^Karte: Radweg/ }).check();
	await page.getByRole('button', { name: 'Ausgewählte zurückholen' }).click();
	await expect(page.getByText('Ein Element ist wieder so, wie es damals war.')).toBeVisible();
	await page.goto(`${server.url}/b/${session.boardId}?view=list`);
	await expect(topic(page).getByRole('listitem')).toHaveCount(1);
	await context.close();
});

import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { plainToDoc } from '#domain/texts/doc.ts';
import { freeze } from '#domain/texts/text-version.ts';
import type { Hop, Provenance } from '#protocol/provenance.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { expectNothingLeft, joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { toTheEnd } from '../support/text-page.ts';

const ideas = {
	ada: ['Radweg von Helmstedt nach Schöningen', 'Wanderwege im Elm ausschildern'],
	ben: ['Gründerzentrum im alten Bahnhof', 'Gewerbeflächen an der A2'],
	cem: ['Ein Tourismusbüro für alle Kommunen', 'Schnelles Internet in jedem Dorf']
};
const wording = 'Rad- und Wanderwege verbinden alle Orte des Landkreises.';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('an idea goes from a phone to an adopted goal with its first report', async ({ browser }) => {
	test.setTimeout(300_000);
	const { url } = server;

	// The facilitator opens the workshop; the projector shows how to join.
	const lead = await signIn(browser, url, 'Als Moderation');
	await expectAccessible(lead, 'start');
	await lead.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
	await lead.waitForURL(/\/lead$/);
	const session = lead.url().replace(/\/lead$/, '');
	await expect(lead.getByRole('button', { name: 'Sitzung starten' })).toBeVisible();
	await expectAccessible(lead, 'lead before the start');
	const projector = await lead.context().newPage();
	await projector.goto(`${session}/projector`);
	await expectAccessible(projector, 'projector before the start');
	const joinPath = new URL(
		(await lead.getByRole('link', { name: 'Link zum Teilnehmen' }).getAttribute('href')) ?? '',
		url
	).pathname;

	// Three guests come in without an account.
	const visitor = await browser.newPage({ baseURL: url, viewport: { width: 390, height: 844 } });
	for (const door of ['/', '/login', joinPath]) {
		await visitor.goto(door);
		await expectAccessible(visitor, `door ${door}`);
		await expectNoSidewaysScrolling(visitor);
	}
	const ada = await joinByPhone(browser, url, joinPath, 'Ada', 'Politik');
	const ben = await joinByPhone(browser, url, joinPath, 'Ben', 'Verwaltung');
	const cem = await joinByPhone(browser, url, joinPath, 'Cem', 'Wirtschaft');
	const phones = { ada, ben, cem };
	await expect(projector.getByText('3 Personen sind da')).toBeVisible();
	await expectAccessible(ada, 'phone before the start');
	await lead.getByRole('button', { name: 'Sitzung starten' }).click();
	await lead.getByRole('button', { name: 'Weiter zu: Sammeln' }).click();

	// They write; nobody sees the others' cards before the reveal.
	for (const [who, phone] of Object.entries(phones)) {
		for (const idea of ideas[who as keyof typeof ideas]) {
			await phone.getByLabel('Ihre Idee in einem Satz').fill(idea);
			await phone.getByRole('button', { name: 'Idee absenden' }).click();
			await expect(phone.getByText('Angekommen. Noch eine?')).toBeVisible();
			await expect(phone.getByLabel('Ihre Idee in einem Satz')).toHaveValue('');
		}
	}
	await expect(projector.getByText('6 Karten')).toBeVisible();
	await expectAccessible(ada, 'phone while collecting');
	await expectNoSidewaysScrolling(ada);
	await expectAccessible(lead, 'lead while collecting');
	await expectAccessible(projector, 'projector while collecting');
	for (const page of [projector, ben]) expect(await page.content()).not.toContain(ideas.ada[0]);

	// Same phone, same person.
	await ada.reload();
	await expect(ada.getByText(ideas.ada[0]!).first()).toBeVisible();

	await lead.getByRole('button', { name: 'Karten aufdecken' }).click();
	await ben.getByRole('link', { name: /^Alle/ }).click();
	for (const page of [projector, ben]) await expect(page.getByText(ideas.ada[0]!).first()).toBeVisible();
	expect(await projector.content()).not.toMatch(/\bAda\b/);
	await expectAccessible(projector, 'projector after the reveal');
	await expectAccessible(ben, 'phone with all cards');
	await ben.getByRole('link', { name: /^Jetzt/ }).click();

	// Two clusters on the board: one in the list, one on the canvas.
	await lead.getByRole('button', { name: 'Weiter zu: Ordnen' }).click();
	const boardPath = new URL(
		(await lead
			.getByRole('link', { name: /Board öffnen/ })
			.first()
			.getAttribute('href')) ?? '',
		url
	).pathname;
	const board = await lead.context().newPage();
	await board.goto(`${boardPath}?view=list`);
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
	const cardIds = await Promise.all(
		ideas.ada.map(
			async (text) => (await board.locator('li[data-entry]', { hasText: text }).getAttribute('data-entry')) ?? ''
		)
	);
	await cluster(board, ideas.ada, 'Wege');
	await cluster(board, [...ideas.ben], 'Wirtschaft');
	await expectAccessible(board, 'board as list');
	await board.goto(`${boardPath}?view=canvas`);
	await expect(board.getByRole('group', { name: /Wege/ }).first()).toBeVisible();
	await expectAccessible(board, 'board as canvas');
	for (const page of [projector, cem]) await expect(page.getByText('Wege').first()).toBeVisible();

	await expectAccessible(lead, 'lead while sorting');
	await expectAccessible(projector, 'projector while sorting');
	await expectAccessible(cem, 'phone while sorting');

	// Dots, with the rules first and the result after the close.
	await lead.getByRole('button', { name: 'Weiter zu: Gewichten' }).click();
	await lead.getByRole('button', { name: 'Abstimmung öffnen' }).click();
	await expectAccessible(lead, 'lead while voting');
	for (const [phone, choice] of [
		[ada, 'Wege'],
		[ben, 'Wege'],
		[cem, 'Wirtschaft']
	] as const) {
		await phone.getByRole('button', { name: `Ein Punkt mehr für ${choice}` }).click();
		await phone.getByRole('button', { name: 'Stimme abgeben' }).click();
		await expect(phone.getByText('Ihre Stimme ist gezählt.')).toBeVisible();
	}
	await expectAccessible(cem, 'phone while voting');
	await expect(projector.getByText('3 von 3 haben abgestimmt')).toBeVisible();
	await expectAccessible(projector, 'projector while voting');
	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(projector.getByText('Rang 1').first()).toBeVisible();
	await expectAccessible(projector, 'projector with the result');
	await expectAccessible(lead, 'lead with the result');
	await expectAccessible(cem, 'phone with the result');

	// Agreed, and put into words by two people at once.
	await lead.getByRole('button', { name: 'Weiter zu: Festhalten' }).click();
	await lead.getByRole('button', { name: 'Als Vereinbarung festhalten: Wege' }).click();
	await lead.getByText('In Worte fassen').first().click();
	await lead.getByRole('checkbox', { name: 'Ada' }).check();
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const textLink = lead.getByRole('link', { name: /Text öffnen/ });
	const textPath = new URL((await textLink.getAttribute('href')) ?? '', url).pathname;
	await writeTogether(lead, ada, textPath);
	await lead.goto(`${session}/lead`);
	await lead.getByRole('button', { name: 'Wortlaut bestätigen' }).click();
	await lead.getByRole('dialog').getByRole('button', { name: 'Wortlaut bestätigen' }).click();
	await expect(lead.getByText(wording).first()).toBeVisible();
	await expectAccessible(lead, 'lead with agreements');
	await expectAccessible(projector, 'projector with agreements');
	await expectAccessible(cem, 'phone with agreements');
	await lead.goto(`${session}/results`);
	await expectAccessible(lead, 'results');

	// The steering service promotes the agreement into the draft goal system.
	const steering = await signIn(browser, url, 'Als Steuerung');
	await steering.goto('/goals');
	await steering.getByRole('link', { name: `Übernehmen: ${wording}` }).click();
	await steering.waitForURL(/goals\/promote/);
	await steering.getByLabel('Ebene', { exact: true }).selectOption({ label: 'Maßnahme' });
	await steering.getByLabel('Gehört zu').selectOption({ label: '2 Wirtschaft' });
	await steering.getByLabel('Verantwortlich').fill('Referat Wirtschaft');
	await expectAccessible(steering, 'promotion');
	await steering.getByRole('button', { name: 'Ins Zielsystem übernehmen' }).click();
	await steering.waitForURL(/\/goals\/[0-9a-f-]{36}/);
	await expect(steering.getByRole('heading', { name: wording })).toBeVisible();
	await expectAccessible(steering, 'goal');
	const goalPath = new URL(steering.url()).pathname;
	await steering.goto('/goals');
	await expectAccessible(steering, 'goal system');

	await takeThroughTheBodies(steering);
	await handInAReport(steering);

	// At the end, what was typed is what stands in the goal, by the screen and by the database.
	await steering.goto(goalPath);
	for (const words of [wording, ...ideas.ada]) await expect(steering.getByText(words).first()).toBeVisible();
	await expect(steering.getByText('Gesichert').first()).toBeVisible();
	await expectAccessible(steering, 'adopted goal');
	await checkProvenance(steering, goalPath, cardIds);
	expectNothingLeft([lead, projector, board, ada, ben, cem, steering]);
});

/** A paper goes through the committee, the executive committee and the council; only the council adopts. */
async function takeThroughTheBodies(steering: Page) {
	await steering.goto('/papers');
	await expectAccessible(steering, 'papers');
	await steering.getByRole('link', { name: 'Neue Vorlage' }).first().click();
	await expectAccessible(steering, 'new paper');
	await steering.getByRole('button', { name: 'Vorlage anlegen' }).click();
	await steering.waitForURL(/\/papers\/[0-9a-f-]{36}/);
	const stops = [
		{ body: 'Ausschuss für Wirtschaft und Strategie', date: '2026-12-01', role: 'Vorberatung', public: true },
		{ body: 'Kreisausschuss', date: '2026-12-08', role: 'Vorberatung', public: null },
		{ body: 'Kreistag', date: '2026-12-16', role: 'Entscheidung', public: true }
	];
	for (const stop of stops) await addStop(steering, stop);
	await expectAccessible(steering, 'paper with its stops');
	await steering.getByRole('button', { name: 'Freigeben' }).click();
	await expect(steering.getByText('Freigegeben').first()).toBeVisible();
	for (const { body } of stops) {
		await expect(steering.getByText('Beschlossenes Zielsystem ansehen')).toHaveCount(0);
		await steering.getByText('Ergebnis erfassen', { exact: true }).click();
		await steering.getByRole('radio', { name: 'Angenommen' }).check();
		if (body === 'Kreistag') {
			await steering.getByLabel('Ja', { exact: true }).fill('30');
			await steering.getByLabel('Nein', { exact: true }).fill('2');
			await steering.getByLabel('Enthaltung', { exact: true }).fill('1');
		}
		await steering.getByRole('button', { name: 'Ergebnis festhalten' }).click();
		await expect(
			steering.getByRole('listitem').filter({ hasText: body }).getByText('Angenommen').first()
		).toBeVisible();
	}
	await expect(steering.getByText(/Beschlossen am .* durch: Kreistag/)).toBeVisible();
	await expectAccessible(steering, 'adopted paper');
}

async function addStop(page: Page, stop: { body: string; date: string; role: string; public: boolean | null }) {
	await page.getByRole('link', { name: stop.body, exact: true }).click();
	await page.getByLabel('Sitzungstag').fill(stop.date);
	if (stop.public !== null) await page.getByRole('radio', { name: 'öffentlich', exact: true }).check();
	await page.getByRole('radio', { name: stop.role }).check();
	await page.getByRole('button', { name: 'Station anfügen' }).click();
	await expect(page.getByRole('button', { name: `Station ${stop.body} entfernen` })).toBeVisible();
}

/** One sheet of the first period says how the new goal stands. */
async function handInAReport(steering: Page) {
	await steering.goto('/reports');
	await expectAccessible(steering, 'reports');
	await steering.getByRole('button', { name: 'Berichtszeitraum öffnen' }).click();
	await steering.waitForURL(/\/reports\/[0-9a-f-]{36}/);
	await expectAccessible(steering, 'report period');
	await steering.getByRole('link', { name: wording }).click();
	await steering.getByLabel('Beitrag im Zeitraum').fill('Die Planung für den ersten Abschnitt ist beauftragt.');
	await steering.getByLabel('Risiken').fill('keine');
	await steering.getByRole('radio', { name: 'Gesichert' }).check();
	await expectAccessible(steering, 'report sheet');
	await steering.getByRole('button', { name: 'Abgeben' }).click();
	await expect(steering.getByText(/Abgegeben am/)).toBeVisible();
}

/** The chain in the database leads from the goal to exactly these words, this vote and these cards. */
async function checkProvenance(steering: Page, goalPath: string, cardIds: readonly string[]) {
	const answer = await steering.request.get(`/api/v1${goalPath}`);
	const { provenance } = (await answer.json()) as { provenance: Provenance };
	const [path = []] = provenance.paths;
	const hop = <Kind extends Hop['kind']>(kind: Kind) =>
		path.filter((one): one is Extract<Hop, { kind: Kind }> => one.kind === kind);
	const expected = freeze(plainToDoc(wording), sha256);
	const [promotion] = hop('promotion');
	const agreed = hop('agreement');
	expect(promotion?.textSha256).toBe(agreed[0]?.sha256);
	expect(agreed.map(({ text }) => text)).toEqual([wording, 'Wege']);
	expect(agreed[1]?.sha256).toBe(freeze(plainToDoc('Wege'), sha256).sha256);
	expect(expected.plain).toBe(wording);
	const [round] = hop('round');
	expect(round).toMatchObject({ method: 'dots', cast: 3, eligible: 3 });
	expect(round?.options.map(({ label, total, rank, chosen }) => ({ label, total, rank, chosen }))).toEqual([
		{ label: 'Wege', total: 2, rank: 1, chosen: true },
		{ label: 'Wirtschaft', total: 1, rank: 2, chosen: false }
	]);
	expect(round?.sha256).toMatch(/^[0-9a-f]{64}$/);
	const [cards] = hop('cards');
	expect(cards?.cards.map(({ text }) => text).sort()).toEqual([...ideas.ada].sort());
	expect(cards?.cards.map(({ elementId }) => elementId).sort()).toEqual([...cardIds].sort());
}

/** Chooses cards in the list and makes a named group of them. */
async function cluster(board: Page, cards: readonly string[], name: string) {
	for (const card of cards) await board.getByRole('checkbox', { name: `Auswählen: ${card}` }).check();
	await board.getByRole('button', { name: 'Thema bilden' }).click();
	const title = board.getByLabel('Name des Bereichs');
	await title.fill(name);
	await title.press('Enter');
	await expect(board.getByRole('heading', { name: `${name} 2 Einträge` })).toBeVisible();
}

/** The facilitator begins the sentence, the guest ends it; both see all of it. */
async function writeTogether(lead: Page, guest: Page, path: string) {
	await lead.goto(path);
	await guest.goto(path);
	const [hers, theirs] = [lead.getByRole('textbox').first(), guest.getByRole('textbox').first()];
	await expect(theirs).toBeVisible();
	await hers.press('Control+a');
	await lead.keyboard.type('Rad- und Wanderwege verbinden');
	await expect(theirs).toContainText('Rad- und Wanderwege verbinden');
	await toTheEnd(theirs);
	await guest.keyboard.type(' alle Orte des Landkreises.');
	await expect(hers).toContainText(wording);
	await expectAccessible(lead, 'live text');
	await expectNoSidewaysScrolling(guest);
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	await expect(guest.getByText('Gespeichert', { exact: true })).toBeVisible();
}

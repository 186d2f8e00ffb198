import { expect, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { expectNothingLeft, joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';
import { card, caretBehind, saved, toTheEnd } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const title = 'Vision und Leitsätze';
const paper = (page: Page) => page.getByRole('textbox', { name: title });
/** Suggests words behind some others, for a group. */
async function suggest(page: Page, behind: string, words: string, group: string, reason: string): Promise<void> {
	await caretBehind(page, behind, paper(page));
	await page.keyboard.type(words);
	await page.getByLabel('Begründung (freiwillig)').fill(reason);
	await page.getByLabel('Im Namen von (freiwillig)').fill(group);
	await page.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(page.getByText('Der Vorschlag ist eingereicht.')).toBeVisible();
}

/** The text as the Geschäftsstelle begins it, in a session in which members of Fraktionen take part. */
async function begin(browser: Browser): Promise<{ lead: Page; address: string; joinPath: string }> {
	const { lead: visitor, session } = await openWorkshop(server.url);
	const { textId } = await visitor.done<{ textId: string }>('create-text', {
		...{ sessionId: session.sessionId, title, kind: 'guiding-principles' }
	});
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(`/t/${textId}`);
	await saved(lead);
	await toTheEnd(paper(lead));
	for (const words of ['Wir fördern die Pflege.', 'Wir bauen Radwege.', 'Wir sparen bis 2030.']) {
		await lead.keyboard.type(words);
		if (!words.includes('2030')) await lead.keyboard.press('Enter');
	}
	await saved(lead);
	return { lead, address: `/t/${textId}`, joinPath: session.joinPath };
}

/** A Fraktion writes in a room of its own and hands in what it has written. */
async function draftInRoom(member: Page, address: string): Promise<void> {
	await member.goto(address);
	await member.getByRole('link', { name: 'Neuer Raum' }).click();
	await member.getByLabel('Name der Fraktion oder Gruppe').fill('Fraktion Grünes Kreishaus');
	await member.getByRole('button', { name: 'Raum öffnen' }).click();
	await saved(member);
	await caretBehind(member, 'Wir fördern die Pflege');
	await member.keyboard.type(' und wer pflegt');
	await expect(member.locator('.ProseMirror ins').first()).toHaveText(' und wer pflegt');
	await saved(member);
	await member.getByRole('button', { name: 'Als Vorschläge der Fraktion einreichen' }).click();
	const dialog = member.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Als Vorschläge der Fraktion einreichen' }).click();
	await expect(member.getByText(/Vorschlag ist eingereicht/).first()).toBeVisible();
}

/** In the session: a compromise is built and accepted, others are put off and rejected with a reason. */
async function decideTogether(lead: Page, council: Page): Promise<void> {
	await card(council, 'und wer pflegt').getByRole('button', { name: 'Kompromiss bauen' }).click();
	const compromise = council.getByRole('dialog', { name: 'Kompromiss bauen' });
	await compromise.getByRole('button', { name: 'Als Grundlage nehmen' }).first().click();
	await expect(compromise.getByRole('textbox', { name: 'So soll die Stelle lauten' })).toContainText('fördern');
	await council.keyboard.type(' Das gilt für den ganzen Kreis.');
	await compromise.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	const built = card(lead, 'Das gilt für den ganzen Kreis.');
	await built.getByRole('button', { name: /^Einwand/ }).click();
	await built.getByLabel('Was spricht dagegen?').fill('Das kostet.');
	await built.getByRole('button', { name: 'Einwand festhalten' }).click();
	await expect(card(council, 'ganzen Kreis').getByText('Das kostet.')).toBeVisible();
	await built.getByRole('button', { name: 'Übernehmen' }).click();
	await expect(paper(lead)).toContainText('Das gilt für den ganzen Kreis.');

	const costs = card(lead, 'und Brücken');
	await costs.getByRole('button', { name: 'Ablehnen' }).click();
	await costs.getByLabel('Warum wird der Vorschlag abgelehnt?').fill('Brücken baut das Land.');
	await costs.getByRole('button', { name: 'Ablehnen' }).last().click();
	await expect(costs).toHaveCount(0);
}

/** What was agreed goes into a paper for the Kreistag. */
async function takeIntoPaper(steering: Page, address: string): Promise<string> {
	await steering.goto(`${address}/versions/2`);
	await steering.getByRole('link', { name: 'Beschlussvorlage erzeugen' }).click();
	await expect(steering.getByLabel('Betreff')).toHaveValue(title);
	await expect(steering.getByRole('link', { name: `${title}, Fassung 2` })).toBeVisible();
	await expectAccessible(steering, 'a paper for a text');
	await steering.getByRole('button', { name: 'Vorlage anlegen' }).click();
	await steering.waitForURL(/\/papers\/[0-9a-f-]{36}/);
	await steering.getByRole('link', { name: 'Kreistag', exact: true }).click();
	await steering.getByLabel('Sitzungstag').fill('2026-12-16');
	await steering.getByRole('radio', { name: 'öffentlich', exact: true }).check();
	await steering.getByRole('radio', { name: 'Entscheidung' }).check();
	await steering.getByRole('button', { name: 'Station anfügen' }).click();
	await expect(steering.getByRole('button', { name: 'Station Kreistag entfernen' })).toBeVisible();
	await steering.getByLabel('Nummer der Drucksache').fill('120/2026');
	await steering.getByRole('button', { name: 'Nummer eintragen' }).click();
	await steering.getByRole('button', { name: 'Freigeben' }).click();
	await expect(steering.getByText('Freigegeben').first()).toBeVisible();
	return steering.url();
}

/** Hands in a motion that puts other words behind some. */
async function move(page: Page, motions: string, line: number, behind: string, words: string, group: string) {
	await page.goto(motions.replace(/\/amendments$/, ''));
	await page.getByLabel('Von Zeile').fill(String(line));
	await page.getByLabel('Bis Zeile').fill(String(line));
	await page.getByRole('button', { name: 'Wortlaut schreiben' }).click();
	await caretBehind(page, behind, page.getByRole('textbox', { name: 'Neuer Wortlaut' }));
	await page.keyboard.type(words);
	await page.getByLabel('Fraktion oder Gruppe').fill(group);
	await page.getByRole('button', { name: 'Einreichen' }).click();
	await expect(page.getByText(/ÄA-\d ist eingereicht\./)).toBeVisible();
}

/** Writes down what the Kreistag has done with a motion. */
async function settle(steering: Page, number: number, decision: string, votes: readonly number[] = []) {
	const motion = steering.getByRole('article', { name: `ÄA-${number}` });
	await motion.getByText('Entscheidung festhalten').click();
	await motion.getByRole('radio', { name: decision, exact: true }).check();
	for (const [at, name] of ['Ja', 'Nein', 'Enthaltung'].entries())
		if (votes[at] !== undefined) await motion.getByLabel(name, { exact: true }).fill(String(votes[at]));
	await motion.getByRole('button', { name: 'Festhalten', exact: true }).click();
	await expect(steering.getByText(`Die Entscheidung über ÄA-${number} ist festgehalten.`)).toBeVisible();
}

test('guiding principles go from the first sentence through two Fraktionen and a motion to the resolution of the Kreistag', async ({
	browser
}) => {
	test.setTimeout(300_000);
	const { lead, address, joinPath } = await begin(browser);
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(lead.getByText('Fassung 1 ist festgehalten.')).toBeVisible();

	// The round: one Fraktion suggests in the text, the other from a room of its own.
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(address);
	await suggest(council, 'Wir fördern die ', 'bezahlbare ', 'CDU-Fraktion', 'Pflege muss man sich leisten können.');
	await suggest(council, 'Wir bauen Radwege', ' und Brücken', 'CDU-Fraktion', 'Der Fluss trennt den Kreis.');
	await suggest(council, 'Wir sparen bis 20', '2', 'CDU-Fraktion', 'Früher.');
	const dora = await joinByPhone(browser, server.url, joinPath, 'Dora Grün', 'Politik');
	await draftInRoom(dora, address);
	await expect(lead.getByText('4 offene Vorschläge')).toBeVisible();

	// In the Kreishaus all look at the paragraph in discussion and at what the Fraktionen suggest for it.
	const wall = await signIn(browser, server.url, 'Als Steuerung');
	await wall.goto(`${address}/projector`);
	await card(lead, 'und wer pflegt').getByRole('button', { name: 'Im Text zeigen' }).click();
	await card(lead, 'und wer pflegt')
		.getByRole('button', { name: /^In Beratung nehmen/ })
		.click();
	await expect(wall.getByRole('article').filter({ hasText: 'CDU-Fraktion' })).toContainText('bezahlbare');
	await expect(wall.getByRole('article').filter({ hasText: 'Grünes Kreishaus' })).toContainText('und wer pflegt');
	await expect(wall.locator('body')).not.toContainText(/Brandt|Dora/);
	await decideTogether(lead, council);
	await expect(wall.locator('[data-discussed]')).toContainText('Das gilt für den ganzen Kreis.');

	// Rivals for the same sentence wait on; the round says so and becomes version 2.
	await lead.getByRole('button', { name: 'Runde abschließen' }).click();
	const asked = lead.getByRole('dialog', { name: 'Runde abschließen?' });
	await expect(asked).toContainText('1 übernommen, 3 offen werden mitgenommen, 1 abgelehnt → Fassung 2.');
	await asked.getByRole('button', { name: 'Runde abschließen' }).click();
	await expect(lead.getByText('Der Text entspricht Fassung 2.')).toBeVisible();
	await lead.goto(`${address}/compare/1..2`);
	await expect(lead.locator('main ins')).toContainText(['Das gilt für den ganzen Kreis.']);

	// Into a paper, and from it to the motions of the Fraktionen.
	const steering = await signIn(browser, server.url, 'Als Steuerung');
	const vorlage = await takeIntoPaper(steering, address);
	await steering.getByRole('link', { name: 'Änderungsanträge zu diesem Wortlaut' }).click();
	await steering.waitForURL(/\/amendments$/);
	const motions = new URL(steering.url()).pathname;
	await move(council, motions, 3, 'Wir bauen Radwege', ' und sichere Kreuzungen', 'CDU-Fraktion');
	await move(council, motions, 3, 'Wir bauen Radwege', ' ab 2027', 'SPD-Fraktion');
	await expect(council.getByRole('article', { name: 'ÄA-2' })).toContainText('Widerspricht ÄA-1');

	await wall.goto(`${motions}?view=projector`);
	await expect(wall.getByText('CDU-Fraktion').first()).toBeVisible();
	await steering.goto(motions);
	await settle(steering, 1, 'angenommen', [31, 1, 2]);
	await settle(steering, 2, 'abgelehnt');
	await expect(wall.getByText('Beschlussfassung vor der Schlussabstimmung')).toBeVisible();
	await expect(wall.getByText('Wir bauen Radwege und sichere Kreuzungen.')).toBeVisible();
	await steering.getByRole('button', { name: 'Beschlussfassung festhalten' }).click();
	await expect(steering.getByText('Die Beschlussfassung ist festgehalten als Fassung 2.')).toBeVisible();

	// What the Niederschrift says; the words are those of the motions.
	await steering.goto(vorlage);
	await steering.getByText('Ergebnis erfassen', { exact: true }).click();
	await steering.getByRole('radio', { name: 'Geändert' }).check();
	await expect(steering.getByLabel(/Beschlussfassung aus den Änderungsanträgen \(Fassung 2\)/)).toBeChecked();
	await expectAccessible(steering, 'recording an amended resolution');
	for (const [name, votes] of [
		['Ja', '33'],
		['Nein', '0'],
		['Enthaltung', '1']
	] as const)
		await steering.getByLabel(name, { exact: true }).fill(votes);
	await steering.getByRole('button', { name: 'Ergebnis festhalten' }).click();
	await expect(steering.getByText('Geändert beschlossen', { exact: true }).first()).toBeVisible();
	await expect(steering.getByText('Wir bauen Radwege und sichere Kreuzungen.').first()).toBeVisible();

	// The text itself says what became of it.
	await council.goto(address);
	await expect(
		council.getByText('Geändert beschlossen am 16.12.2026 durch: Kreistag (Vorschlag war Fassung 2).')
	).toBeVisible();
	await expect(council.getByRole('link', { name: 'Drucksache 120/2026' })).toHaveAttribute(
		'href',
		new URL(vorlage).pathname
	);
	await expectAccessible(council, 'a resolved text');
	expectNothingLeft([lead, council, dora, steering, wall]);
});

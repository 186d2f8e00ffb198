import { expect, type Page } from '@playwright/test';
import type { Doc } from '#domain/texts/doc.ts';
import { dayIn, daysAfter } from '#domain/house-time.ts';
import { readBody } from '#text/read-body.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { beginText, card, caretBehind, saved, toTheEnd } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const idOf = (page: Page) => /\/t\/([0-9a-f-]{36})/.exec(page.url())![1]!;
const german = (day: string) => day.split('-').reverse().join('.');
const today = () => dayIn('Europe/Berlin', new Date());

/** What a text says at this moment. */
async function read(visitor: Visitor, textId: string): Promise<Doc> {
	const { doc, provider } = visitor.open(`text:${textId}`);
	await new Promise<void>((go) => provider.once('sync', () => go()));
	const body = readBody(doc);
	provider.destroy();
	return body;
}

/** Somebody suggests other words for some words of a text. */
async function suggest(visitor: Visitor, textId: string, old: string, young: string): Promise<string> {
	const now = await read(visitor, textId);
	const then = JSON.parse(JSON.stringify(now).replace(old, young)) as Doc;
	const input = { textId, rewordings: changesBetween(now, then), reason: '' };
	const { suggestionIds } = await visitor.done<{ suggestionIds: string[] }>('suggest-wording', input);
	return suggestionIds[0]!;
}

test('after a sitting the minutes name the fate of each suggestion and who was there; members object until a day, then they are frozen', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Vision 2035', ['Wir fördern die Pflege.', 'Wir bauen Radwege.', 'Wir stärken das Ehrenamt.']);
	const textId = idOf(lead);
	const [moderation, member, steering] = await Promise.all(
		['moderation', 'rat', 'steuerung'].map((name) => new Visitor(server.url).signIn(`${name}@demo.local`))
	);
	const care = await suggest(member!, textId, 'die Pflege', 'gute Pflege');
	const ways = await suggest(member!, textId, 'Radwege', 'Straßen');
	const bridges = await suggest(steering!, textId, 'Radwege', 'Radwege und Brücken');
	await suggest(member!, textId, 'das Ehrenamt', 'die Feuerwehr');
	await steering!.done('take-stance', { textId, suggestionId: care, stance: 'agree', objection: '' });
	await moderation!.done('take-stance', { textId, suggestionId: care, stance: 'object', objection: 'Nicht messbar.' });
	const decide = (id: string, decision: string, reason = '') =>
		moderation!.done('decide-suggestions', { textId, suggestionIds: [id], decision, reason });
	await decide(care, 'accepted');
	await decide(ways, 'rejected', 'Das gehört in den Verkehrsplan.');
	await decide(bridges, 'deferred');

	// One dialog: what is known is filled in, and nothing of it is claimed.
	await lead.reload();
	await lead.getByRole('link', { name: 'Niederschrift beginnen' }).click();
	await lead.waitForURL(/minutes\/new/);
	await expect(lead.getByLabel('Tag', { exact: true })).toHaveValue(today());
	await expect(lead.getByLabel('Beginn')).toHaveValue(/^\d\d:\d\d$/);
	await expect(lead.getByRole('group', { name: 'Anwesend' })).toContainText('Bitte prüfen');
	for (const name of ['Frau Seidel (Moderation)', 'Herr Brandt (Kreistag)', 'Frau Öztürk (Steuerung)'])
		await expect(lead.getByLabel(name)).toBeChecked();
	await lead.getByLabel('Frau Öztürk (Steuerung)').uncheck();
	await lead.getByLabel('Weitere Anwesende').fill('Landrätin Wolf\n\nHerr Kaya');
	await expectAccessible(lead, 'beginning minutes');
	await lead.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(lead);
	await lead.setViewportSize({ width: 1440, height: 900 });
	const sitting = lead.getByLabel('Sitzung', { exact: true });
	await sitting.fill('Strategiekommission, 3. Sitzung');
	await sitting.press('Enter');

	// The draft opens at once.
	await expect(
		lead.getByRole('heading', { name: 'Niederschrift: Strategiekommission, 3. Sitzung' }).first()
	).toBeVisible();
	await expect(lead.getByText('Das ist ein Entwurf; bitte prüfen Sie ihn.')).toBeVisible();
	await saved(lead);
	const minutesId = idOf(lead);
	const paper = lead.getByRole('textbox', { name: 'Niederschrift: Strategiekommission, 3. Sitzung' });
	await expect(paper.getByRole('listitem')).toHaveText([
		'Frau Seidel (Moderation)',
		'Herr Brandt (Kreistag)',
		'Landrätin Wolf',
		'Herr Kaya'
	]);
	await expect(paper.getByRole('heading', { level: 3 })).toHaveText([
		'Zeile 2: Wir fördern gute Pflege.',
		'Zeile 3: Wir bauen Radwege.',
		'Zeile 4: Wir stärken das Ehrenamt.'
	]);
	await expect(paper).toContainText('Stimmungsbild: 1 Zustimmung, 0 kann ich mittragen, 1 Einwand');
	await expect(paper).toContainText('Einwand von Frau Seidel (Moderation): „Nicht messbar.“');
	await expect(paper.locator('strong').filter({ hasText: /Übernommen|Abgelehnt|Zurückgestellt|Offen/ })).toHaveText([
		/^Übernommen am/,
		/^Abgelehnt am/,
		/^Zurückgestellt am/,
		/^Offen$/
	]);
	await expect(paper).toContainText('Begründung: Das gehört in den Verkehrsplan.');
	await expectAccessible(lead, 'the draft of minutes');

	// It is edited like any text, and opened for objections until a day.
	await caretBehind(lead, 'Herr Kaya');
	await lead.keyboard.type(' (ab 10 Uhr)');
	await saved(lead);
	await expect(lead.getByLabel('Einwände bis')).toHaveValue(daysAfter(today(), 10));
	await lead.getByRole('button', { name: 'Tag festlegen' }).click();
	await expect(lead.getByRole('status').filter({ hasText: 'Noch 10 Tage.' })).toBeVisible();
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(`/t/${textId}`);
	await council.getByRole('link', { name: `Niederschrift vom ${german(today())} (Entwurf)` }).click();
	await council.waitForURL(`/t/${minutesId}`);
	await expect(council.getByText(/^Einwände bis \w+, \d+\. \w+\.$/)).toBeVisible();
	await expect(council.getByText('Noch 10 Tage.')).toBeVisible();
	await expect(council.getByLabel('Einwände bis')).toHaveCount(0);
	await caretBehind(council, 'Landrätin ');
	await council.keyboard.type('Dr. ');
	await council.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(council.getByText('Der Vorschlag ist eingereicht.')).toBeVisible();
	await expectAccessible(council, 'objecting to minutes');

	// She is just writing another objection on her phone when the day has passed.
	await council.setViewportSize({ width: 390, height: 844 });
	await council.getByRole('radio', { name: 'Lesen' }).check();
	await council.getByRole('button', { name: 'Formulierung vorschlagen für: Landrätin Wolf' }).click();
	await toTheEnd(council.getByRole('textbox', { name: 'So soll die Stelle lauten' }));
	await council.keyboard.type(' (entschuldigt)');
	await moderation!.done('set-last-day', { textId: minutesId, until: '2026-01-02' });
	await expect(council.getByText('Einwände wurden bis zum 02.01.2026 gesammelt.')).toBeAttached();
	await council.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(council.getByRole('dialog').getByRole('alert')).toContainText('bis zum 02.01.2026 gesammelt');
	await council.getByRole('button', { name: 'Schließen' }).click();
	await expect(council.getByText('Sie können weiter lesen, kommentieren')).toBeVisible();
	await expect(council.getByRole('radio', { name: 'Vorschlagen' })).toHaveCount(0);
	await expect(council.getByRole('button', { name: 'Formulierung vorschlagen' })).toHaveCount(0);
	await expectAccessible(council, 'minutes after the last day');
	for (const width of [390, 320]) {
		await council.setViewportSize({ width, height: 844 });
		await expectNoSidewaysScrolling(council);
	}

	// The lead goes on: she accepts the objection and freezes the minutes.
	await card(lead, 'Dr.').getByRole('button', { name: 'Übernehmen' }).click();
	await expect(paper).toContainText('Landrätin Dr. Wolf');
	await expect(lead.getByText('Einwände wurden bis zum 02.01.2026 gesammelt.')).toBeVisible();
	await lead.getByRole('button', { name: 'Runde abschließen' }).click();
	await lead.getByRole('dialog').getByRole('button', { name: 'Runde abschließen' }).click();
	await expect(lead.getByText('Runde abgeschlossen: 1 übernommen, 0 mitgenommen, 0 abgelehnt')).toBeVisible();
	await lead.getByLabel('Danach weiterschreiben').uncheck();
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(lead.getByText('Festgehalten', { exact: true })).toBeVisible();
	await expect(lead.getByText('Das ist ein Entwurf')).toHaveCount(0);

	await council.goto(`/t/${textId}`);
	await council.getByRole('link', { name: `Niederschrift vom ${german(today())}`, exact: true }).click();
	await council.getByRole('link', { name: 'Fassung 1', exact: true }).click();
	await expect(council.getByText('Landrätin Dr. Wolf')).toBeVisible();
	await expect(council.getByText('Der Wortlaut stimmt mit der Prüfsumme überein.')).toBeVisible();
});

test('minutes of a sitting without a single suggestion are begun on a phone', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Stille Sitzung', ['Wir bauen Radwege.']);
	await lead.setViewportSize({ width: 320, height: 640 });
	await lead.goto(`/t/${idOf(lead)}/minutes/new`);
	await expect(lead.getByText('Seit der letzten Niederschrift wurde nichts beraten oder entschieden.')).toBeVisible();
	await lead.setViewportSize({ width: 320, height: 1800 });
	await expectAccessible(lead, 'beginning minutes of nothing');
	await expectNoSidewaysScrolling(lead);
	await lead.getByLabel('Beginn', { exact: true }).fill('22:30');
	await lead.getByLabel('Ende', { exact: true }).fill('00:15');
	await lead.getByRole('button', { name: 'Niederschrift beginnen' }).click();
	const paper = lead.getByRole('textbox', { name: 'Niederschrift: Stille Sitzung' });
	await expect(paper).toContainText(`Beginn: 22:30 Uhr, Ende: ${german(daysAfter(today(), 1))}, 00:15 Uhr`);
	await expect(paper).toContainText('Noch niemand eingetragen.');
	await expect(paper).toContainText('In dieser Sitzung lagen keine Vorschläge vor.');
	await expectNoSidewaysScrolling(lead);
});

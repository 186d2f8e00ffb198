import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { beginText, card, caretBehind, caretHeard, toTheEnd } from '../support/text-page.ts';
import { paragraph } from '#text/blocks.ts';
import { readBody } from '#text/read-body.ts';
import { writeBody } from '#text/write-body.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('a council member suggests in the text, the facilitator decides, and the round ends with a version', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Vision', ['Wir fördern die Pflege. Wir stärken das Ehrenamt.', 'Wir bauen Radwege.']);

	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await expect(council.getByRole('radio', { name: 'Vorschlagen' })).toBeChecked();
	await expect(council.getByRole('radio', { name: 'Bearbeiten' })).toHaveCount(0);
	const theirs = council.getByRole('textbox', { name: 'Vision' });
	await expect(theirs).toContainText('Wir bauen Radwege.');
	await caretBehind(council, 'Wir fördern ');
	await council.keyboard.type('gute und bezahlbare ');
	await expect(theirs.locator('ins')).toHaveText('gute und bezahlbare ');
	await expect(council.getByText('Ihr Vorschlag: eine Stelle geändert')).toBeVisible();
	await expectAccessible(council, 'suggesting');

	// What others write meanwhile comes in, what she suggests stays with her until it is handed in.
	await toTheEnd(lead.getByRole('textbox', { name: 'Vision' }));
	await lead.keyboard.type(' Und Brücken.');
	await expect(theirs).toContainText('Und Brücken.');
	await expect(lead.getByRole('textbox', { name: 'Vision' })).not.toContainText('bezahlbare');

	await council.getByLabel('Begründung (freiwillig)').fill('Pflege muss man sich leisten können.');
	await council.getByLabel('Im Namen von (freiwillig)').fill('Fraktion Grünes Kreishaus');
	await council.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(council.getByText('Der Vorschlag ist eingereicht.')).toBeVisible();
	await expect(theirs.locator('ins')).toHaveCount(0);

	const suggested = card(lead, 'gute und bezahlbare');
	await expect(suggested.getByRole('heading')).toHaveText('Herr Brandt (Kreistag) für Fraktion Grünes Kreishaus');
	await expect(suggested.getByText('Pflege muss man sich leisten können.')).toBeVisible();
	await suggested.getByRole('button', { name: 'Im Text zeigen' }).click();
	await expect(lead.getByRole('textbox', { name: 'Vision' }).locator('ins')).toHaveText('gute und bezahlbare ');
	await expectAccessible(lead, 'deciding');

	await card(council, 'gute und bezahlbare')
		.getByRole('button', { name: /^Zustimmung/ })
		.click();
	await expect(suggested.getByRole('button', { name: 'Zustimmung: 1' })).toBeVisible();
	await suggested.getByRole('button', { name: /^Einwand/ }).click();
	await suggested.getByLabel('Was spricht dagegen?').fill('Nicht messbar.');
	await suggested.getByRole('button', { name: 'Einwand festhalten' }).click();
	await expect(card(council, 'gute und bezahlbare').getByText('Nicht messbar.')).toBeVisible();

	await suggested.getByRole('button', { name: 'Übernehmen' }).click();
	await expect(lead.getByRole('textbox', { name: 'Vision' })).toContainText(
		'Wir fördern gute und bezahlbare die Pflege. Wir stärken das Ehrenamt.'
	);
	await expect(theirs).toContainText('gute und bezahlbare');
	await expect(suggested).toHaveCount(0);

	await lead.getByRole('button', { name: 'Runde abschließen' }).click();
	const asked = lead.getByRole('dialog', { name: 'Runde abschließen?' });
	await expect(asked).toContainText('1 übernommen, 0 offen werden mitgenommen, 0 abgelehnt → Fassung 1.');
	await asked.getByRole('button', { name: 'Runde abschließen' }).click();
	await expect(lead.getByText('Der Text entspricht Fassung 1.')).toBeVisible();
	await council.reload();
	await expect(council.getByText('Fassung 1: 1 übernommen, 0 abgelehnt, 0 mitgenommen')).toBeVisible();
});

test('two members rewrite the same sentence at once: both are suggestions, and a compromise is built out of them', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Leitsatz', ['Wir stärken das Ehrenamt.']);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await caretBehind(council, 'Wir stärken ');
	await council.keyboard.type('und ehren ');
	await council.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(card(lead, 'und ehren')).toBeVisible();

	await lead.getByRole('radio', { name: 'Vorschlagen' }).check();
	await caretBehind(lead, 'das Ehrenamt');
	await lead.keyboard.type(' und die Feuerwehr');
	await lead.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(card(council, 'und die Feuerwehr')).toBeVisible();

	await card(council, 'und ehren').getByRole('button', { name: 'Kompromiss bauen' }).click();
	const compromise = council.getByRole('dialog', { name: 'Kompromiss bauen' });
	await expect(compromise).toContainText('Wir stärken und ehren das Ehrenamt.');
	await compromise.getByRole('button', { name: 'Als Grundlage nehmen' }).last().click();
	const wording = compromise.getByRole('textbox', { name: 'So soll die Stelle lauten' });
	await expect(wording).toContainText('Feuerwehr');
	await expect(wording).toBeFocused();
	await council.keyboard.type(' Wir ehren beide.');
	await expectAccessible(council, 'a compromise');
	await compromise.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(card(lead, 'Wir ehren beide.')).toBeVisible();

	await card(lead, 'Wir ehren beide.').getByRole('button', { name: 'Übernehmen' }).click();
	await expect(card(lead, 'und ehren').getByText('Derselbe Satz lautet inzwischen anders')).toBeVisible();
	await expect(card(lead, 'und ehren').getByRole('button', { name: 'Übernehmen' })).toHaveCount(0);
	await lead.getByRole('radio', { name: 'Lesen' }).check();
	await expect(lead.getByText('Wir stärken das Ehrenamt und die Feuerwehr. Wir ehren beide.')).toBeVisible();
});

test('a suggestion whose passage was deleted is kept without anchor, with the words it was about', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Ziele', ['Wir bauen Radwege.', 'Wir bauen Brücken.']);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await caretBehind(council, 'Wir bauen Brücken');
	await council.keyboard.type(' und Tunnel');
	await council.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(card(lead, 'und Tunnel')).toBeVisible();
	await caretBehind(lead, 'Wir bauen Brücken.');
	await lead.keyboard.press('Shift+Home');
	await caretHeard(lead);
	await lead.keyboard.press('Delete');
	await expect(lead.getByRole('textbox', { name: 'Ziele' })).not.toContainText('Brücken');
	await lead.keyboard.press('Backspace');
	await expect(lead.getByRole('heading', { name: 'Ohne Anker' })).toBeVisible();
	await expect(card(lead, 'und Tunnel').getByText('Stand unter „Ziele“')).toBeVisible();
});

test('somebody says how she stands, then the text is changed: it says what the poll was about', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Pflege', ['Wir fördern die Pflege. Wir bauen Radwege.']);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await caretBehind(council, 'Wir fördern ');
	await council.keyboard.type('gute und bezahlbare ');
	await council.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	const theirs = card(council, 'gute und bezahlbare');
	await theirs.getByRole('button', { name: /^Zustimmung/ }).click();
	await expect(card(lead, 'bezahlbare').getByRole('button', { name: 'Zustimmung: 1' })).toBeVisible();
	await expect(theirs.getByText('Das Stimmungsbild gilt dem Vorschlag')).toHaveCount(0);
	await caretBehind(lead, 'Wir bauen Radwege');
	await lead.keyboard.type(' und Brücken');
	for (const page of [lead, council])
		await expect(card(page, 'bezahlbare').getByText('Das Stimmungsbild gilt dem Vorschlag')).toBeVisible();
	await expect(theirs.getByRole('button', { name: 'Zustimmung: 1' })).toBeVisible();
});

test('a suggestion that is not handed in survives a reload, and can be thrown away', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Entwurf', ['Wir bauen Radwege.']);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await caretBehind(council, 'Radwege');
	await council.keyboard.type(' und Brücken');
	await expect(council.getByText('Ihr Vorschlag: eine Stelle geändert')).toBeVisible();
	await council.reload();
	await expect(council.getByRole('textbox', { name: 'Entwurf' }).locator('ins')).toHaveText(' und Brücken');
	await council.getByRole('button', { name: 'Verwerfen' }).click();
	await council.getByRole('dialog').getByRole('button', { name: 'Verwerfen' }).click();
	await expect(council.getByText('Ihr Vorschlag: noch nichts geändert')).toBeVisible();
	await expect(council.getByRole('textbox', { name: 'Entwurf' }).locator('ins')).toHaveCount(0);
});

test('a phone reads, and suggests a wording for one paragraph', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Am Telefon', ['Wir bauen Radwege.']);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.setViewportSize({ width: 320, height: 640 });
	await council.goto(lead.url());
	await expect(council.getByRole('radio', { name: 'Lesen' })).toBeChecked();
	await council.getByRole('button', { name: 'Formulierung vorschlagen für: Wir bauen Radwege.' }).click();
	const field = council.getByRole('textbox', { name: 'So soll die Stelle lauten' });
	await toTheEnd(field);
	await council.keyboard.type(' Und Brücken.');
	await expectAccessible(council, 'suggesting');
	await council.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(council.getByRole('dialog')).toHaveCount(0);
	await expect(card(lead, 'Und Brücken.')).toBeVisible();
	await expect(council.getByText('1 Vorschlag', { exact: true })).toBeVisible();
	expect(await council.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('hundreds of suggestions are leafed through, and the next one is always in sight', async ({ browser }) => {
	const council = await new Visitor(server.url).signIn('rat@demo.local');
	const moderation = await new Visitor(server.url).signIn('moderation@demo.local');
	const processId = /\/p\/([0-9a-f-]{36})/.exec(await (await moderation.get('/p')).text())?.[1];
	const { textId } = await moderation.done('create-text', { processId, kind: 'vision', title: 'Viele' });
	const { doc, provider } = moderation.open(`text:${textId}`);
	await new Promise<void>((go) => provider.once('sync', () => go()));
	doc.getXmlFragment('body').delete(0, doc.getXmlFragment('body').length);
	const blocks = Array.from({ length: 45 }, (_, at) => paragraph(`Satz ${at + 1}.`));
	writeBody(doc, { type: 'doc', content: blocks }, () => crypto.randomUUID());
	const rewordings = readBody(doc).content!.map((before, at) => ({
		before: [before],
		after: [{ ...before, content: [{ type: 'text', text: `Neuer Satz ${at + 1}.` }] }]
	}));
	await council.done('suggest-wording', { textId, rewordings, reason: '' });
	provider.destroy();

	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(`/t/${textId}`);
	await expect(lead.getByText('45 offene Vorschläge')).toBeVisible();
	await expect(lead.getByRole('article')).toHaveCount(20);
	const pages = lead.getByRole('navigation', { name: 'Seiten der Vorschläge' });
	await expect(pages.getByRole('button', { name: 'Vorherige' })).toBeDisabled();
	await pages.getByRole('button', { name: 'Weitere' }).click();
	await expect(pages.getByRole('status')).toHaveText('21 bis 40 von 45');
	await expect(lead.getByRole('article').first()).toContainText('21.');
	// Walking backwards from nowhere begins at the end.
	await lead.getByRole('button', { name: 'Vorheriger Vorschlag' }).click();
	await expect(pages.getByRole('status')).toHaveText('41 bis 45 von 45');
	await expect(lead.getByRole('article').last()).toBeInViewport();
	await expectAccessible(lead, 'pages of suggestions');
});

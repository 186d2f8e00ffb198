import { expect, type Browser, type Page } from '@playwright/test';
import { paragraph } from '#text/blocks.ts';
import { readBody } from '#text/read-body.ts';
import { writeBody } from '#text/write-body.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { toTheEnd } from '../support/text-page.ts';
import { Visitor } from '../support/visitor.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const names = /Brandt|Seidel|Öztürk/;
const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt.';
const filler = 'Wir bauen in allen Gemeinden Wege für Räder, Rollstühle und alle, die lieber zu Fuß gehen wollen.';

/** A text in which one paragraph about care stands far below, with a suggestion of the council for it. Gives its address. */
async function prepare(title: string): Promise<string> {
	const moderation = await new Visitor(server.url).signIn('moderation@demo.local');
	const council = await new Visitor(server.url).signIn('rat@demo.local');
	const processId = /\/p\/([0-9a-f-]{36})/.exec(await (await moderation.get('/p')).text())?.[1];
	const { textId } = await moderation.done('create-text', { processId, kind: 'vision', title });
	const { doc, provider } = moderation.open(`text:${textId}`);
	await new Promise<void>((go) => provider.once('sync', () => go()));
	const body = doc.getXmlFragment('body');
	body.delete(0, body.length);
	const words = [...Array.from({ length: 20 }, (_, at) => `${at + 1}. ${filler}`), care, 'Wir halten zusammen.'];
	writeBody(doc, { type: 'doc', content: words.map((each) => paragraph(each)) }, () => crypto.randomUUID());
	const before = readBody(doc).content![20]!;
	const after = { ...before, content: [{ type: 'text', text: care.replace('die Pflege', 'gute Pflege') }] };
	const rewordings = [{ before: [before], after: [after] }];
	await council.done('suggest-wording', { textId, rewordings, reason: '', groupName: 'Fraktion Kreishaus' });
	provider.destroy();
	return `/t/${textId}`;
}

async function openPhone(browser: Browser, address: string): Promise<Page> {
	const phone = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await phone.setViewportSize({ width: 320, height: 640 });
	await phone.goto(address);
	return phone;
}

/** At the end of a page, what sticks to the screen covers nothing by half. */
const scrollDown = (page: Page) => page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));

test('a paragraph is discussed: the projector shows it with its suggestions, phones suggest and say how they stand', async ({
	browser
}) => {
	const address = await prepare('Vision 2035');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(address);
	const opening = lead.waitForEvent('popup');
	await lead.getByRole('link', { name: 'Projektor öffnen' }).click();
	const wall = await opening;
	await expect(wall.getByRole('heading', { name: 'Vision 2035', level: 1 })).toBeVisible();
	await expect(wall.locator('[data-number="5"]')).toBeAttached();
	await expect(wall.getByText('In Beratung')).toHaveCount(0);
	await expect(wall.getByText(care)).not.toBeInViewport();
	const phone = await openPhone(browser, address);
	await expect(phone.getByRole('radio', { name: 'Lesen' })).toBeChecked();

	await lead.getByRole('radio', { name: 'Lesen' }).check();
	await lead.getByRole('button', { name: `In Beratung nehmen: ${care}` }).click();
	const bar = lead.getByRole('region', { name: 'In Beratung: Zeile 41' });
	await expect(bar).toBeInViewport();
	await expect(lead.getByRole('button', { name: `Beratung beenden: ${care}` })).toBeVisible();
	await scrollDown(lead);
	await expectAccessible(lead, 'leading a discussion');

	await expect(wall.getByText('In Beratung: Zeile 41')).toBeVisible();
	await expect(wall.locator('p[data-discussed]')).toBeInViewport();
	const first = wall.getByRole('article').filter({ hasText: 'Vorschlag 1 · Fraktion Kreishaus' });
	await expect(first.locator('del')).toContainText('die');
	await expect(first.locator('ins')).toContainText('gute');
	await expect(first.getByText('Kann ich mittragen: 0')).toBeVisible();

	const theirs = phone.getByRole('region', { name: 'In Beratung: Zeile 41' });
	await expect(theirs).toBeInViewport();
	await expect(phone.getByRole('status').filter({ hasText: 'In Beratung: Zeile 41. Wir fördern' })).toBeAttached();
	await theirs.getByRole('button', { name: 'Zum Absatz' }).click();
	await expect(phone.locator('p[data-discussed]')).toBeInViewport();
	await expect(phone.locator('p[data-discussed]')).toBeFocused();
	await theirs.getByRole('button', { name: /^Kann ich mittragen/ }).click();
	await expect(first.getByText('Kann ich mittragen: 1')).toBeVisible();
	await scrollDown(phone);
	await expectAccessible(phone, 'the paragraph in discussion on a phone');
	await expectNoSidewaysScrolling(phone);
	await theirs.getByRole('button', { name: 'Formulierung vorschlagen' }).click();
	await toTheEnd(phone.getByRole('textbox', { name: 'So soll die Stelle lauten' }));
	await phone.keyboard.type(' Und die Feuerwehr.');
	await phone.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(phone.getByRole('dialog')).toHaveCount(0);

	const second = wall.getByRole('article').filter({ hasText: 'Vorschlag 2' });
	await expect(second.locator('ins')).toContainText('Und die Feuerwehr.');
	await expect(wall.locator('body')).not.toContainText(names);
	await expect(wall.getByRole('button')).toHaveCount(0);
	await expectAccessible(wall, 'a text on the wall');

	const card = lead.getByRole('article').filter({ hasText: 'Und die Feuerwehr.' });
	await card.getByRole('button', { name: 'Übernehmen' }).click();
	await expect(wall.locator('p[data-discussed]')).toContainText('Und die Feuerwehr.');
	await expect(second).toHaveCount(0);
	await expect(first).toBeVisible();
	await expect(wall.locator('p[data-discussed]')).toBeInViewport();

	await bar.getByRole('button', { name: 'Nächster Absatz' }).click();
	await expect(wall.locator('p[data-discussed]')).toContainText('Wir halten zusammen.');
	await expect(wall.getByRole('article')).toHaveCount(0);
	await lead.getByRole('button', { name: 'Beratung beenden', exact: true }).click();
	await expect(wall.getByText('In Beratung')).toHaveCount(0);
	await expect(phone.getByRole('region', { name: /^In Beratung/ })).toHaveCount(0);
	await expect(phone.getByText('Die Beratung über diesen Absatz ist beendet.')).toBeAttached();
});

test('who writes in the paragraph in discussion is asked to suggest, and kept from nothing', async ({ browser }) => {
	const address = await prepare('Leitsätze');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(address);
	const paper = lead.getByRole('textbox', { name: 'Leitsätze' });
	await paper.locator('p').last().click();
	const tool = lead.getByRole('toolbar').getByRole('button', { name: 'In Beratung nehmen' });
	await tool.click();
	await expect(tool).toHaveAttribute('aria-pressed', 'true');
	await expect(paper.locator('.wr-discussed')).toContainText('Wir halten zusammen.');
	await expect(lead.getByText('Bitte schlagen Sie Änderungen vor.')).toHaveCount(0);

	const other = await signIn(browser, server.url, 'Als Steuerung');
	await other.goto(address);
	const theirs = other.getByRole('textbox', { name: 'Leitsätze' });
	await expect(theirs.locator('.wr-discussed')).toContainText('Wir halten zusammen.');
	await theirs.locator('p').first().click();
	await expect(other.getByText('Bitte schlagen Sie Änderungen vor.')).toHaveCount(0);
	await theirs.locator('.wr-discussed').click();
	const asked = other.getByRole('status').filter({ hasText: 'Dieser Absatz ist gerade in Beratung.' });
	await expect(asked).toBeVisible();
	await scrollDown(other);
	await expectAccessible(other, 'writing where others talk');
	await other.keyboard.press('End');
	await other.keyboard.type(' Immer.');
	await expect(paper).toContainText('Wir halten zusammen. Immer.');
	await other.getByRole('radio', { name: 'Vorschlagen' }).check();
	await expect(asked).toHaveCount(0);
	await expect(other.locator('.ProseMirror .wr-discussed')).toContainText('Wir halten zusammen. Immer.');

	// Whoever deletes the paragraph ends its discussion, and brings it back with it.
	await paper.locator('.wr-discussed').click({ clickCount: 3 });
	await lead.keyboard.press('Delete');
	await lead.keyboard.press('Backspace');
	await expect(other.getByRole('region', { name: /^In Beratung/ })).toHaveCount(0);
	await lead.keyboard.press('Control+z');
	await expect(other.getByRole('region', { name: /^In Beratung/ })).toBeVisible();
});

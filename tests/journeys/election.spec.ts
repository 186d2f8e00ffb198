import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { expectNothingLeft, joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { beginText, saved, toTheEnd } from '../support/text-page.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeEach(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterEach(() => server.stop());

const title = 'Leitsätze 2020';
const principles = ['Wir bauen Radwege.', 'Wir fördern die Pflege.', 'Wir sparen bis 2025.'];
const rests = /Dieser Prozess ruht seit \d\d\.\d\d\.\d{4}\. Grund: Kommunalwahl am 13\.09\.2026/;
const pathOf = (page: Page) => new URL(page.url()).pathname;

/** The first process of the demonstration. */
async function toProcess(page: Page): Promise<string> {
	await page.goto('/p');
	await page.locator('main h2 a').first().click();
	await page.waitForURL(/\/p\/[0-9a-f-]{36}$/);
	return pathOf(page);
}

test('a paused process can be read by all and changed by nobody, and goes on as it stood', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, title, principles);
	const text = pathOf(lead);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(text);
	await expect(
		council.getByRole('button', { name: 'Neuer Raum' }).or(council.getByRole('link', { name: 'Neuer Raum' }))
	).toBeVisible();
	const steering = await signIn(browser, server.url, 'Als Steuerung');
	const process = await toProcess(steering);

	await steering.getByText('Prozess ruhen lassen', { exact: true }).first().click();
	await steering.getByLabel('Grund').fill('Kommunalwahl am 13.09.2026');
	await steering.getByLabel('Wieder ansehen am (freiwillig)').fill('2026-10-01');
	await expectAccessible(steering, 'letting a process rest');
	await steering.getByRole('button', { name: 'Prozess ruhen lassen' }).click();
	await expect(steering.getByText('Der Prozess ruht jetzt.')).toBeVisible();
	await expect(steering.getByText(rests)).toBeVisible();
	await expect(steering.getByText('Wieder angesehen wird er am 01.10.2026.')).toBeVisible();
	await expect(steering.getByRole('link', { name: 'Neue Sitzung' })).toHaveCount(0);
	await expectAccessible(steering, 'a process at rest');

	// Whoever was writing or reading learns of it where she is, and reads on.
	for (const page of [lead, council]) {
		await expect(page.getByText(rests)).toBeVisible();
		await expect(page.getByText('Frau Seidel (Moderation)').last()).toBeVisible();
		await expect(page.locator('main')).toContainText('Wir fördern die Pflege.');
		await expect(page.getByRole('textbox', { name: title })).toHaveCount(0);
		await expect(page.getByRole('button', { name: /Vorschl/ })).toHaveCount(0);
	}
	await expectAccessible(council, 'a text of a process at rest');
	await council.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(council);
	await council.goto(process);
	await expect(council.getByText(rests)).toBeVisible();
	await expect(council.getByRole('button', { name: 'Prozess fortsetzen' })).toHaveCount(0);
	await expectNoSidewaysScrolling(council);
	await council.goto('/p');
	await expect(council.getByText('ruht', { exact: true })).toBeVisible();

	// Who comes by an old link, or with an old page, meets one clear sentence.
	await lead.goto(`${process}/sessions/new`);
	await expect(lead.getByRole('heading', { name: 'Der Prozess ruht' })).toBeVisible();
	await expect(lead.getByText(rests)).toBeVisible();
	await lead.goto(`${process}/cockpit`);
	await expect(lead.getByText(rests)).toBeVisible();
	const refused = await lead.request.post('/api/v1/commands/create-text', {
		data: { processId: process.split('/').at(-1), title: 'Doch', kind: 'note' },
		headers: { origin: server.url }
	});
	expect(await refused.json()).toMatchObject({
		problem: { code: 'process.paused', reason: 'Kommunalwahl am 13.09.2026' }
	});

	await lead.goto(process);
	await lead.getByRole('button', { name: 'Prozess fortsetzen' }).click();
	await expect(lead.getByText('Der Prozess geht weiter.')).toBeVisible();
	await expect(lead.getByText(rests)).toHaveCount(0);
	await lead.goto(text);
	await saved(lead);
	const paper = lead.getByRole('textbox', { name: title });
	for (const words of principles) await expect(paper).toContainText(words);
	await toTheEnd(paper);
	await lead.keyboard.type(' Und weiter.');
	await saved(lead);
	await council.setViewportSize({ width: 1440, height: 900 });
	await council.goto(text);
	await expect(council.getByText('Und weiter.').first()).toBeVisible();
	expectNothingLeft([lead, council, steering]);
});

test('a board says at once that its process rests, and so does a phone that comes back', async ({ browser }) => {
	const { lead: program, session } = await openWorkshop(server.url);
	const { processId, sessionId } = session;
	const phone = await joinByPhone(browser, server.url, session.joinPath, 'Ada Gast', 'Politik');
	const board = await signIn(browser, server.url, 'Als Moderation');
	await board.goto(`/b/${session.boardId}?view=canvas`);
	await expect(board.getByRole('application')).toBeVisible();
	await program.done('end-session', { sessionId });
	await program.done('pause-process', { processId, reason: 'Kommunalwahl am 13.09.2026', lookAgainOn: null });
	await expect(board.getByText(rests)).toBeVisible();
	for (const page of [phone, board]) {
		await page.reload();
		await expect(page.getByText(rests)).toBeVisible();
	}
	await expectAccessible(phone, 'a phone of a process at rest');
	await expectAccessible(board, 'a board of a process at rest');
	await program.done('continue-process', { processId });
	await expect(board.getByText(rests)).toHaveCount(0);
	await phone.reload();
	await expect(phone.getByText(rests)).toHaveCount(0);
});

const passage = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });
const choose = (page: Page, words: string, choice: string) =>
	passage(page, words).getByRole('radio', { name: choice }).check();

test('an old resolution is presented again, each Leitsatz is continued, changed or given up with reason, and the new text begins from that', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, title, principles);
	const old = pathOf(lead);
	await lead.getByRole('checkbox', { name: 'Danach weiterschreiben' }).uncheck();
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await lead.getByRole('link', { name: 'Fassung 1', exact: true }).click();
	await lead.getByRole('link', { name: 'Wiedervorlage' }).click();
	await lead.getByRole('button', { name: 'Wiedervorlage beginnen' }).click();
	await expect(lead.getByText('Noch 3 Leitsätze von 3 sind offen.')).toBeVisible();
	await expect(lead.getByRole('button', { name: 'Neuen Text daraus beginnen' })).toBeDisabled();

	// Two fill it in together; each sees what the other chooses.
	const steering = await signIn(browser, server.url, 'Als Steuerung');
	await steering.goto(pathOf(lead));
	await choose(lead, principles[0]!, 'Fortführen');
	await expect(passage(steering, principles[0]!).getByText('Fortgeführt')).toBeVisible();
	await choose(steering, principles[1]!, 'Ändern');
	await expect(passage(lead, principles[1]!).getByText('Zu ändern')).toBeVisible();
	await choose(lead, principles[2]!, 'Aufgeben');
	await expect(lead.getByText('Noch ein Leitsatz von 3 ist offen.')).toBeVisible();
	await expectAccessible(lead, 'a Wiedervorlage');

	// By keyboard, and in another sitting.
	await lead.reload();
	await lead.getByRole('link', { name: 'Zum nächsten offenen' }).first().press('Enter');
	await passage(lead, principles[2]!).getByLabel('Grund (nötig, wenn aufgegeben wird)').focus();
	await lead.keyboard.type('Das Ziel ist erreicht.');
	await lead.keyboard.press('Tab');
	await expect(lead.getByText('Alle Leitsätze sind entschieden.')).toBeVisible();
	await expect(steering.getByText('Alle Leitsätze sind entschieden.')).toBeVisible();
	await steering.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(steering);

	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(pathOf(lead));
	await expect(council.getByText('Sie können hier lesen.')).toBeVisible();
	await expect(council.getByRole('radio')).toHaveCount(0);
	await expect(council.getByText('Grund: Das Ziel ist erreicht.')).toBeVisible();

	await lead.getByLabel('Titel des neuen Textes').fill('Leitsätze 2026');
	await lead.getByRole('button', { name: 'Neuen Text daraus beginnen' }).click();
	await lead.waitForURL(/\/t\/[0-9a-f-]{36}$/);
	const young = lead.getByRole('textbox', { name: 'Leitsätze 2026' });
	await expect(young).toContainText(principles[1]!);
	await expect(young).not.toContainText(principles[2]!);
	const beside = lead.getByRole('region', { name: 'Wiedervorlage' });
	await expect(beside).toContainText(/Leitsätze 2020, Fassung 1 \(festgehalten am/);
	await beside.getByRole('button', { name: principles[1]! }).click();
	await expect(beside).toContainText(principles[2]!);
	await expect(beside).toContainText('Grund: Das Ziel ist erreicht.');
	await expectAccessible(lead, 'a text that began from a Wiedervorlage');

	await council.goto(old);
	await expect(council.getByText(/Fassung 1 wieder vorgelegt am/)).toBeVisible();
	await expect(council.getByText('Grund: Das Ziel ist erreicht.')).toBeVisible();
	await expect(council.getByRole('article').or(council.locator('main'))).toContainText([principles[2]!]);
	await council.getByRole('link', { name: 'Leitsätze 2026' }).click();
	await council.waitForURL(/\/t\/[0-9a-f-]{36}$/);
	await council.getByRole('link', { name: 'Leitsätze 2020, Fassung 1' }).click();
	await expect(council.locator('article')).toContainText(principles[2]!);
	expectNothingLeft([lead, council, steering]);
});

import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';
import { card, caretBehind, saved, toTheEnd } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('a Fraktion writes in its own room, unseen by all others, and hands in what it wrote as its suggestions', async ({
	browser
}) => {
	const { lead: visitor, session } = await openWorkshop(server.url);
	const { textId } = await visitor.done<{ textId: string }>('create-text', {
		...{ sessionId: session.sessionId, title: 'Vision 2035', kind: 'vision' }
	});
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(`/t/${textId}`);
	await saved(lead);
	const original = lead.getByRole('textbox', { name: 'Vision 2035' });
	await toTheEnd(original);
	await lead.keyboard.type('Wir fördern die Pflege. Wir stärken das Ehrenamt.');
	await lead.keyboard.press('Enter');
	await lead.keyboard.type('Wir bauen Radwege.');
	await saved(lead);

	const join = (name: string) => joinByPhone(browser, server.url, session.joinPath, name, 'Politik');
	const [dora, emil, frida] = await Promise.all([join('Dora Grün'), join('Emil Grün'), join('Frida Gelb')]);

	// Dora opens a room for the whole text and asks Emil in.
	await dora.goto(`/t/${textId}`);
	await expectNoSidewaysScrolling(dora);
	await dora.getByRole('link', { name: 'Neuer Raum' }).click();
	await dora.getByLabel('Worum geht es?').selectOption({ label: 'Vision 2035' });
	await dora.getByLabel('Name der Fraktion oder Gruppe').fill('Fraktion Grünes Kreishaus');
	await dora.getByLabel('Emil Grün').check();
	await expectAccessible(dora, 'opening a room');
	await expectNoSidewaysScrolling(dora);
	await dora.getByRole('button', { name: 'Raum öffnen' }).click();
	await expect(dora.getByText('Nur die Mitglieder dieses Raums sehen diesen Text.')).toBeVisible();
	await expect(dora.getByText('Mitglieder: Dora Grün und Emil Grün')).toBeVisible();
	const room = dora.url();
	await saved(dora);

	// Emil finds it beside the live text, and both write at once.
	await emil.setViewportSize({ width: 1440, height: 900 });
	await emil.goto(`/t/${textId}`);
	await emil.getByRole('link', { name: /Fraktion Grünes Kreishaus/ }).click();
	await saved(emil);
	await caretBehind(dora, 'Wir fördern ');
	await dora.keyboard.type('gute und bezahlbare ');
	await expect(emil.getByRole('textbox')).toContainText('gute und bezahlbare');
	await expect(emil.getByText('Dora Grün', { exact: true }).first()).toBeVisible();
	await caretBehind(emil, 'Wir bauen Radwege');
	await emil.keyboard.type(' und Brücken');
	await expect(dora.getByRole('textbox')).toContainText('Radwege und Brücken');
	await saved(emil);
	await expectAccessible(emil, 'a room');
	await expectAccessible(dora, 'a room on a phone');
	await expectNoSidewaysScrolling(dora);

	// For a member of another Fraktion, the facilitator and the administration there is no such room.
	const admin = await signIn(browser, server.url, 'Als Verwaltung der Anwendung');
	for (const other of [frida, lead, admin])
		for (const path of ['', '/history', '/events', '/comments', '/suggestions']) {
			expect((await other.request.get(`${room}${path}`)).status(), path).toBe(404);
		}
	await frida.goto(room);
	await expect(frida.getByText('bezahlbare')).toHaveCount(0);
	await frida.goto(`/t/${textId}`);
	await expect(frida.getByText('Raum Ihrer Fraktion oder Gruppe')).toBeVisible();
	await expect(frida.getByText('Grünes Kreishaus')).toHaveCount(0);
	await expectAccessible(frida, 'the entry to rooms');
	await admin.goto(`/p/${session.processId}`);
	await expect(admin.locator(`a[href="${new URL(room).pathname}"]`)).toHaveCount(0);
	await expect(original).not.toContainText('bezahlbare');

	// The live text moves on meanwhile; the room says so and takes it over.
	await toTheEnd(original);
	await lead.keyboard.press('Enter');
	await lead.keyboard.type('Wir stärken die Feuerwehr.');
	await saved(lead);
	await dora.reload();
	await expect(dora.getByRole('heading', { name: 'Die Vorlage wurde seitdem geändert' })).toBeVisible();
	await expectAccessible(dora, 'a room whose live text has moved on');
	const heard = emil.waitForResponse(/__data\.json/);
	await dora.getByRole('button', { name: 'In den Raum übernehmen' }).click();
	await expect(emil.getByRole('textbox')).toContainText('Wir stärken die Feuerwehr.');
	await heard;
	await expect(dora.getByRole('heading', { name: 'Die Vorlage wurde seitdem geändert' })).toHaveCount(0);

	// Emil reads what changes, and hands it in.
	await expect(emil.getByText('2 Stellen sind anders als in der Vorlage.')).toBeVisible();
	await emil.getByRole('button', { name: 'Als Vorschläge der Fraktion einreichen' }).click();
	const dialog = emil.getByRole('dialog', { name: 'Vorschläge einreichen für Fraktion Grünes Kreishaus' });
	await expect(dialog.locator('ins')).toHaveText([/gute und bezahlbare/, /und Brücken/]);
	await dialog.getByLabel('Begründung (freiwillig)').fill('Pflege muss man sich leisten können.');
	await expectAccessible(emil, 'handing in');
	await dialog.getByRole('button', { name: 'Als Vorschläge der Fraktion einreichen' }).click();
	await expect(emil.getByText('2 Vorschläge sind eingereicht.')).toBeVisible();
	await expect(dora.getByText('wartet auf eine Entscheidung')).toHaveCount(2);
	await expect(dora.getByText('Es gibt nichts Neues einzureichen.')).toBeVisible();

	// In the live text they stand under the name of the group, and one is accepted.
	const suggested = card(lead, 'gute und bezahlbare');
	await expect(suggested.getByRole('heading')).toHaveText('Emil Grün für Fraktion Grünes Kreishaus');
	await expect(card(lead, 'und Brücken')).toBeVisible();
	await suggested.getByRole('button', { name: 'Übernehmen' }).click();
	await expect(original).toContainText('Wir fördern gute und bezahlbare die Pflege. Wir stärken das Ehrenamt.');
	await dora.reload();
	await expect(dora.getByText('übernommen', { exact: true })).toBeVisible();
	await expect(dora.getByRole('heading', { name: 'Die Vorlage wurde seitdem geändert' })).toHaveCount(0);

	// Whoever is taken out is out at once.
	await dora.getByText('Mitglieder (2)').click();
	await expectAccessible(dora, 'who is in a room, and what it has handed in');
	await expectNoSidewaysScrolling(dora);
	await dora.getByLabel('Emil Grün').uncheck();
	await dora.getByRole('button', { name: 'Mitglieder speichern' }).click();
	await expect(dora.getByText('Die Mitglieder des Raums sind gespeichert.')).toBeVisible();
	await expect(emil.getByRole('textbox')).toHaveCount(0);
	expect((await emil.request.get(room)).status()).toBe(404);
});

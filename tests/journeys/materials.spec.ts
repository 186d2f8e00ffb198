import { expect } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const survey = { name: 'Bürgerbefragung 2024.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) };
survey.buffer = Buffer.from('Thema;Anteil\r\nRadwege nach Schöningen;43 %\r\nPflege;12 %\r\n', 'latin1');

test('survey results become impulse cards on the group board, are shown in the session, and never twice', async ({
	browser
}) => {
	const { lead: program, session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(`/p/${session.processId}/materials`);
	await expect(lead.getByText('Noch keine Unterlagen.')).toBeVisible();
	await expectAccessible(lead, 'materials, empty');
	await lead.getByLabel('Datei').setInputFiles(survey);
	await lead.getByRole('button', { name: 'Hinzufügen' }).click();
	await expect(lead.getByText('Erkannt: 2 Zeilen, getrennt durch Semikolon, Windows-1252')).toBeVisible();
	await expect(lead.getByRole('cell', { name: 'Radwege nach Schöningen' })).toBeVisible();
	await lead.getByRole('button', { name: 'Karten legen' }).click();
	await expect(lead.getByText('Bitte wählen Sie mindestens ein Board.')).toBeVisible();
	await lead.getByLabel('Zahl oder Anteil dahinter').selectOption('Anteil');
	await expect(lead.getByRole('textbox', { name: 'Quelle' })).toHaveValue('Bürgerbefragung 2024');
	await lead.getByRole('checkbox', { name: 'Probe' }).check();
	await expectAccessible(lead, 'materials, table');
	await lead.getByRole('button', { name: 'Karten legen' }).click();
	await expect(lead.getByText('Gelegt: 2 · lagen schon dort: 0')).toBeVisible();
	await lead.getByRole('button', { name: 'Karten legen' }).click();
	await expect(lead.getByText('Gelegt: 0 · lagen schon dort: 2')).toBeVisible();
	await lead.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(lead);
	await lead.setViewportSize({ width: 1440, height: 900 });

	const phone = await joinByPhone(browser, server.url, session.joinPath, 'Frau Ada', 'Verwaltung');
	for (let steps = 0; steps < 2; steps++) await program.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await openLead(lead, session.sessionId);
	await expect(lead.getByText('Erst 0 Karten.')).toBeVisible();
	await expect(phone.getByText('Radwege nach Schöningen (43 %)')).toHaveCount(0);
	await lead.getByRole('button', { name: 'Impulskarten einblenden' }).click();
	await expect(phone.getByText('Radwege nach Schöningen (43 %)')).toBeVisible();
	await expect(phone.getByText('Quelle: Bürgerbefragung 2024').first()).toBeVisible();
	await expectAccessible(phone, 'impulse cards on a phone');
	await lead.getByRole('button', { name: 'Impulskarten ausblenden' }).click();
	await expect(phone.getByText('Radwege nach Schöningen (43 %)')).toHaveCount(0);
});

test('a study is kept for the members of the process, saved as a file and removed again', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const at = `/p/${session.processId}/materials`;
	await lead.goto(at);
	const buffer = Buffer.alloc(3 * 1024 * 1024, 'x');
	buffer.write('%PDF-1.7');
	await lead.getByLabel('Datei').setInputFiles({ name: 'Studie.pdf', mimeType: 'application/pdf', buffer });
	await lead.getByRole('button', { name: 'Hinzufügen' }).click();
	await expect(lead.getByText('„Studie.pdf“ ist hinzugefügt.')).toBeVisible();
	await expect(lead.getByText(/^3 MB · /)).toBeVisible();
	await expectAccessible(lead, 'materials');
	const path = (await lead.getByRole('link', { name: 'Herunterladen: Studie.pdf' }).getAttribute('href')) ?? '';
	const file = await lead.request.get(path);
	expect(file.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox"
	});
	expect(file.headers()['content-disposition']).toMatch(/^attachment;/);
	expect((await file.body()).length).toBe(buffer.length);

	// A guest of a session finds nothing here, and neither does a stranger.
	const phone = await joinByPhone(browser, server.url, session.joinPath, 'Frau Ada', 'Verwaltung');
	expect((await phone.request.get(path)).status()).toBe(403);
	const stranger = await browser.newPage({ baseURL: server.url });
	expect((await stranger.request.get(path, { maxRedirects: 0 })).status()).toBe(303);

	const page = { name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') };
	await lead.getByLabel('Datei').setInputFiles(page);
	await lead.getByRole('button', { name: 'Hinzufügen' }).click();
	await expect(lead.getByRole('alert')).toContainText('Diese Art von Datei nehmen wir nicht an.');

	await lead.getByRole('listitem').filter({ hasText: 'Studie.pdf' }).getByText('Entfernen', { exact: true }).click();
	await lead.getByRole('button', { name: 'Datei entfernen' }).click();
	await expect(lead.getByText('Die Datei ist entfernt.')).toBeVisible();
	expect((await lead.request.get(path)).status()).toBe(404);
});

test('only the page for files takes large requests', async () => {
	const { lead, session } = await openWorkshop(server.url);
	const watched = await lead.watch(session.sessionId, 'lead');
	expect((watched.latest() as LeadState).evidence.shown).toBe(false);
	watched.leave();
	const answer = await lead.post(`/s/${session.sessionId}/lead?/move`, { to: 'x'.repeat(3 * 1024 * 1024) });
	expect(answer.status).toBe(413);
});

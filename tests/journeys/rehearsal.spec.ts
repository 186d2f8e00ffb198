import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('a facilitator rehearses with twelve guests who write, get ready and vote', async ({ browser }) => {
	const { lead: program, session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(`/s/${session.sessionId}`);
	await expectAccessible(lead, 'session with rehearsal');
	await lead.getByRole('button', { name: 'Probelauf starten' }).click();
	await lead.waitForURL(/\/lead$/);
	const rehearsal = lead.url().replace('/lead', '');
	expect(rehearsal).not.toContain(session.sessionId);
	await expect(lead.getByText('Probelauf – nichts davon zählt').first()).toBeVisible();
	await lead.getByRole('button', { name: 'Sitzung starten' }).click();
	await expect(lead.getByText('12 Personen sind da').first()).toBeVisible();
	await expectAccessible(lead, 'rehearsal');

	await lead.getByRole('button', { name: 'Weiter zu: Sammeln' }).click();
	await expect(lead.getByText(/^[5-9] Karten|^1\d Karten/).first()).toBeVisible({ timeout: 60_000 });
	await lead.getByRole('button', { name: 'Karten aufdecken' }).click();
	await expect(
		lead
			.getByRole('listitem')
			.filter({ hasText: /Radwege|Bürgerbus|Vereine/ })
			.first()
	).toBeVisible();
	await lead.getByRole('button', { name: 'Weiter zu: Ordnen' }).click();
	await lead.getByRole('button', { name: 'Weiter zu: Gewichten' }).click();
	const sessionId = rehearsal.split('/').at(-1)!;
	const watched = await program.watch(sessionId, 'lead');
	const elementIds = watched.latest()!.cards.map(({ elementId }) => elementId);
	watched.leave();
	await program.done('open-round', { sessionId, question: 'Was zuerst?', elementIds: elementIds.slice(0, 4) });
	await expect(lead.getByText('12 von 12 haben abgestimmt').first()).toBeVisible({ timeout: 90_000 });

	for (const path of ['/projector', '/take-part', '/results']) {
		await lead.goto(rehearsal + path);
		await expect(lead.getByText('Probelauf – nichts davon zählt').first()).toBeVisible();
		await expectAccessible(lead, `rehearsal${path}`);
	}
	expect((await lead.goto(`${rehearsal}/minutes`))?.status()).toBe(404);
	await lead.goto(`/p/${session.processId}`);
	await expect(lead.getByText('Probelauf:')).toHaveCount(0);

	await lead.goto(rehearsal);
	await lead.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(lead);
	await lead.getByRole('button', { name: 'Probelauf löschen' }).click();
	await lead.waitForURL(new RegExp(`/s/${session.sessionId}$`));
	expect((await lead.goto(rehearsal))?.status()).toBe(404);
});

test('after a restart of the program the guests are gone until the facilitator brings them back', async ({
	browser
}) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(`/s/${session.sessionId}`);
	await lead.getByRole('button', { name: 'Probelauf starten' }).click();
	await lead.waitForURL(/\/lead$/);
	await server.restart();
	await lead.reload();
	await expect(lead.getByText('Die Probegäste sind gegangen.')).toBeVisible();
	await expectAccessible(lead, 'rehearsal without guests');
	await lead.getByRole('button', { name: 'Probegäste wieder einschalten' }).click();
	await expect(lead.getByText('Die Probegäste sind gegangen.')).toHaveCount(0);
	await expect(lead.getByText('12 Personen sind da').first()).toBeVisible();
});

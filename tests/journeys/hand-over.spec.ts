import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('the laptop of the facilitator dies: the co-facilitator takes over, step and timer go on', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const laptop = await signIn(browser, server.url, 'Als Moderation');
	await laptop.goto(`/s/${session.sessionId}/lead`);
	const ada = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Verwaltung');
	const ben = await joinByPhone(browser, server.url, session.joinPath, 'Ben Yıldız', 'Politik');
	await laptop.getByRole('button', { name: 'Ada Lindner zur Co-Moderation machen' }).click();
	await expectAccessible(laptop, 'naming a co-facilitator');
	await laptop.getByRole('dialog').getByRole('button', { name: 'Ada Lindner zur Co-Moderation machen' }).click();
	await expect(laptop.getByText('darf die Leitung übernehmen')).toBeVisible();
	await expect(ada.getByText('Die Moderation hat Sie zur Co-Moderation gemacht.')).toBeVisible();
	await expectAccessible(ada, 'phone of a co-facilitator');
	await expect(ben.getByText('Co-Moderation')).toHaveCount(0);
	await laptop.getByRole('button', { name: 'Sitzung starten' }).click();
	await laptop.getByRole('button', { name: /Weiter zu: Sammeln/ }).click();
	await expect(ben.getByLabel('Ihre Idee in einem Satz')).toBeVisible();
	await laptop.context().close();

	await ada.getByRole('link', { name: 'Leitung übernehmen' }).click();
	await expect(ada.getByRole('heading', { name: 'Leitung übernehmen?' })).toBeVisible();
	await expectAccessible(ada, 'taking over');
	await ada.getByRole('button', { name: 'Leitung übernehmen' }).click();
	await expect(ada.getByRole('heading', { name: 'Sammeln', level: 1 })).toBeVisible();
	await expect(ada.getByRole('timer').first()).toContainText(/1[01]:\d\d/);
	await expectAccessible(ada, 'lead screen on a phone');
	for (const width of [390, 320]) {
		await ada.setViewportSize({ width, height: 844 });
		await expectNoSidewaysScrolling(ada);
	}
	await ada.getByRole('button', { name: /Weiter zu: Ordnen/ }).click();
	await expect(ben.getByRole('heading', { name: 'Ordnen' })).toBeVisible();

	const again = await signIn(browser, server.url, 'Als Moderation');
	await again.goto(`/s/${session.sessionId}/lead`);
	const leaders = again.getByRole('region', { name: 'Moderation' });
	await expect(leaders.getByRole('listitem')).toHaveText([/Frau Seidel \(Moderation\).*\(Sie\)/, /Ada Lindner/]);
	await expect(ada.getByRole('region', { name: 'Moderation' }).getByRole('listitem')).toHaveText([
		/Frau Seidel/,
		/Ada Lindner.*\(Sie\)/
	]);
	await expectAccessible(again, 'two who lead');
	await leaders.getByRole('button', { name: 'Co-Moderation beenden: Ada Lindner' }).click();
	await expect(ada).toHaveURL(/take-part/);
	await expect(again.getByRole('region', { name: 'Teilnehmende' }).getByText('Ada Lindner')).toBeVisible();
});

test('a lead of the process takes over a session in which she has not taken part', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const steering = await new Visitor(server.url).signIn('steuerung@demo.local');
	const { sessionId } = await steering.done('create-session', {
		processId: session.processId,
		title: 'Klausur',
		template: 'potential-workshop'
	});
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto(`/s/${sessionId}`);
	await lead.getByRole('link', { name: 'Leitung übernehmen' }).click();
	await expect(lead.getByText('Weiterhin in der Leitung: Frau Öztürk (Steuerung).')).toBeVisible();
	await expectAccessible(lead, 'taking over as lead of the process');
	await lead.getByRole('button', { name: 'Leitung übernehmen' }).click();
	await expect(lead.getByRole('button', { name: 'Sitzung starten' })).toBeVisible();
	const councillor = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await councillor.goto(`/s/${sessionId}/take-over`);
	await expect(councillor.getByRole('button', { name: 'Leitung übernehmen' })).toHaveCount(0);
});

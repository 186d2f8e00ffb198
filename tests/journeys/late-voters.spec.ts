import { expect } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('who comes after the vote has opened asks to vote, and the facilitator decides', async ({ browser }) => {
	const { session, lead: host } = await openWorkshop(server.url);
	const { sessionId, joinPath } = session;
	const writer = await new Visitor(server.url).join(joinPath, 'Ada Lindner');
	const watched = await host.watch(sessionId, 'lead');
	const stepOf = (kind: string) => (watched.latest() as LeadState).steps.find((step) => step.kind === kind)!.id;
	await host.done('move-step', { sessionId, to: 'next' });
	await host.done('move-step', { sessionId, to: stepOf('collect') });
	const { elementId } = await writer.done('submit-card', { sessionId, text: 'Mehr Radwege' });
	await host.done('reveal-cards', { sessionId });
	await host.done('move-step', { sessionId, to: stepOf('weigh') });
	await host.done('open-round', { sessionId, question: 'Was zuerst?', elementIds: [elementId] });
	watched.leave();

	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	const phone = (name: string) => joinByPhone(browser, server.url, joinPath, name, 'Politik');
	const [ben, cem] = [await phone('Ben Yıldız'), await phone('Cem Aydın')];
	for (const page of [ben, cem]) {
		await expect(page.getByText('Diese Abstimmung hat begonnen, bevor Sie da waren.')).toBeVisible();
		await expectAccessible(page, 'phone of somebody who came late');
		await page.getByRole('button', { name: 'Mitstimmen anfragen' }).click();
		await expect(page.getByText('Sie haben gefragt, ob Sie mitstimmen dürfen.')).toBeVisible();
	}
	await expect(lead.getByRole('heading', { name: '2 Personen möchten mitstimmen' })).toBeVisible();
	await expectAccessible(lead, 'lead with late voters');
	for (const width of [390, 320]) {
		await lead.setViewportSize({ width, height: 800 });
		await expectNoSidewaysScrolling(lead);
		await ben.setViewportSize({ width, height: 800 });
		await expectNoSidewaysScrolling(ben);
	}
	await lead.getByRole('button', { name: 'Cem Aydın nur zuschauen lassen' }).click();
	await expect(cem.getByText('In dieser Abstimmung bleibt es bei denen, die von Anfang an dabei waren.')).toBeVisible();
	await expectAccessible(cem, 'phone of somebody who only watches');
	await lead.getByRole('button', { name: 'Ben Yıldız zulassen' }).click();
	await expect(ben.getByText('Sie dürfen mitstimmen.')).toBeVisible();
	await expectAccessible(ben, 'phone of somebody who was admitted');
	await ben.getByRole('button', { name: 'Ein Punkt mehr für Mehr Radwege' }).click();
	await ben.getByRole('button', { name: 'Stimme abgeben' }).click();
	await expect(lead.getByText('1 von 2 hat abgestimmt').first()).toBeVisible();
	await expect(lead.getByRole('button', { name: 'Cem Aydın doch zulassen' })).toBeVisible();

	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(cem.getByText('Mehr Radwege')).toBeVisible();
	await expect(lead.getByRole('button', { name: 'Cem Aydın doch zulassen' })).toHaveCount(0);
	await lead.goto(lead.url().replace(/\/lead$/, '/minutes'));
	await expect(lead.getByText('1 zugelassen, 1 nur zugeschaut')).toBeVisible();
});

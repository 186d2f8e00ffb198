import { expect } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

const idea = 'Der Landkreis wird Modellregion für kurze Wege';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** A workshop that has agreed on one card; gives the agreement and the session. */
async function agree(url: string) {
	const { lead, session } = await openWorkshop(url);
	const { sessionId, joinPath } = session;
	const guest = await new Visitor(url).join(joinPath, 'Ada');
	const watched = await lead.watch(sessionId, 'lead');
	const step = (kind: string) => (watched.latest() as LeadState).steps.find((one) => one.kind === kind)?.id;
	await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('move-step', { sessionId, to: step('collect') });
	const { elementId } = await guest.done('submit-card', { sessionId, text: idea });
	await lead.done('reveal-cards', { sessionId });
	await lead.done('move-step', { sessionId, to: step('weigh') });
	const question = 'Was bringt uns voran?';
	const { roundId } = await lead.done('open-round', { sessionId, question, elementIds: [elementId] });
	await expect.poll(() => (watched.latest() as LeadState).rounds.length).toBe(1);
	const optionId = (watched.latest() as LeadState).rounds[0]!.options[0]!.id;
	watched.leave();
	await guest.done('cast-ballot', { roundId, ballot: { [optionId]: 1 } });
	await lead.done('close-round', { roundId });
	const { agreementId } = await lead.done('record-agreement', { roundId, optionId });
	return { agreementId: agreementId!, sessionId };
}

test('what a workshop agreed becomes a goal, with the way back to the card and the way forward to the goal', async ({
	browser
}) => {
	const { url } = server;
	const { sessionId } = await agree(url);
	const steering = await signIn(browser, url, 'Als Steuerung');
	await steering.goto(`${url}/goals`);
	await expect(steering.getByRole('link', { name: /Strategische Ziele 3 von 3/ })).toBeVisible();
	await expectAccessible(steering, 'goal system');
	await steering.getByRole('link', { name: `Übernehmen: ${idea}` }).click();

	await expect(steering.getByText('Es fehlt: Verantwortlich')).toBeVisible();
	await steering.getByLabel('Zieljahr').fill('');
	await expect(steering.getByText('Es fehlt: Verantwortlich und Zieljahr')).toBeVisible();
	await steering.getByLabel('Zieljahr').fill('2035');
	await steering.getByLabel('Verantwortlich').fill('Geschäftsbereich Planung');
	await expect(steering.getByText('Alle Angaben sind da.')).toBeVisible();
	await expectAccessible(steering, 'promotion');
	await steering.getByRole('button', { name: 'Ins Zielsystem übernehmen' }).click();

	await expect(steering.getByRole('heading', { level: 1, name: idea })).toBeVisible();
	await expect(steering.getByText('Strategisches Ziel 4')).toBeVisible();
	await expect(steering.getByText('Der Nachweis ist geprüft und unverändert.')).toBeVisible();
	const way = steering.getByRole('region', { name: 'Woher kommt dieses Ziel?' });
	await expect(way.getByRole('heading', { level: 3 })).toHaveText([
		'Ziel 4 in der Fassung „bis 2035“',
		'Ins Zielsystem übernommen',
		'Vereinbarung',
		'Abstimmung geschlossen',
		'Wortlaut für die Abstimmung festgehalten',
		'Eine Karte',
		'Sitzung angelegt'
	]);
	expect(await way.textContent()).not.toContain('Ada');
	await expectAccessible(steering, 'goal');
	await steering.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(steering);

	await steering.goto(`${url}/s/${sessionId}/results`);
	const became = steering.getByRole('region', { name: 'Was wurde daraus?' });
	await became.getByRole('link', { name: 'Ziel 4 in der Fassung „bis 2035“' }).click();
	await expect(steering.getByRole('heading', { level: 1, name: idea })).toBeVisible();
});

test('all of it works without JavaScript', async ({ browser }) => {
	const { url } = server;
	const { agreementId } = await agree(url);
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${url}/login`);
	await page.getByRole('button', { name: 'Als Steuerung' }).click();
	await page.goto(`${url}/goals/promote/${agreementId}`);
	await page.getByLabel('Ebene').selectOption('massnahme');
	await page.getByLabel('Verantwortlich').fill('Amt 61');
	await page.getByRole('button', { name: 'Vorschau aktualisieren' }).click();
	await expect(page.getByText('Es fehlt: Gehört zu')).toBeVisible();
	await page.getByLabel('Gehört zu').selectOption({ label: '2 Wirtschaft' });
	await page.getByRole('button', { name: 'Ins Zielsystem übernehmen' }).click();
	await expect(page.getByText('Übernommen. Das Ziel steht jetzt im Entwurf.')).toBeVisible();
	await expect(page.getByText('Maßnahme 2.1')).toBeVisible();

	await page.getByText('Kennzahl ergänzen').click();
	await page.getByLabel('Was wird gemessen?').fill('Wege unter 15 Minuten');
	await page.getByLabel('Einheit').fill('Prozent');
	await page.getByLabel('Zielwert').fill('viele');
	await page.getByRole('button', { name: 'Kennzahl speichern' }).click();
	await expect(page.getByText('„viele“ ist keine Zahl')).toBeVisible();
	await expect(page.getByLabel('Was wird gemessen?')).toHaveValue('Wege unter 15 Minuten');
	await page.getByLabel('Zielwert').fill('62,5');
	await page.getByRole('button', { name: 'Kennzahl speichern' }).click();
	await expect(page.getByText('mindestens 62,5 Prozent bis 2035')).toBeVisible();
	await context.close();
});

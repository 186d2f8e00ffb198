import { expect, type Page } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('a committee tries out a joint budget, finds its common core and decides the rest', async ({ browser }) => {
	const { session, lead: host } = await openWorkshop(server.url);
	const { processId, sessionId, joinPath } = session;
	const lead = await signIn(browser, server.url, 'Als Moderation');

	// 1. The pot and what asks for money from it.
	await lead.goto(`/p/${processId}/budgets`);
	await expectAccessible(lead, 'list of joint budgets, empty');
	await lead.getByRole('link', { name: 'Topf anlegen' }).click();
	await lead.getByLabel('Handlungsfeld').fill('Nachhaltige Mobilität');
	await lead.getByLabel('Erstes Jahr').fill('2027');
	const contributions = [
		['Verkehrsflächen', '400.000'],
		['Räumliche Planung', '120.000'],
		['Schülerbeförderung', '80.000']
	] as const;
	for (const [at, [name, amount]] of contributions.entries()) {
		const row = lead.getByRole('group', { name: `Beitrag ${at + 1}` });
		await row.getByLabel('Fachbereich').fill(name);
		await row.getByLabel('2027 in Euro').fill(amount);
	}
	await expectAccessible(lead, 'making a joint budget');
	await lead.getByRole('button', { name: 'Topf anlegen' }).click();
	await expect(lead.getByRole('heading', { name: 'Nachhaltige Mobilität · 2027' })).toBeVisible();
	await expect(lead.getByText('600.000 €')).toBeVisible();
	await lead.getByRole('link', { name: 'Maßnahme eintragen' }).click();
	await lead.getByLabel('Was soll getan werden?').fill('Schulwege sicher machen');
	await lead.getByRole('group', { name: 'Verkehrsflächen' }).getByLabel('2027 in Euro').fill('viel');
	await lead.getByRole('button', { name: 'Maßnahme speichern' }).click();
	await expect(lead.getByText('Ein Betrag ist keine Zahl, die hier möglich ist.')).toBeVisible();
	await lead.getByRole('group', { name: 'Verkehrsflächen' }).getByLabel('2027 in Euro').fill('210.000');
	await expectAccessible(lead, 'entering a measure');
	await lead.getByRole('button', { name: 'Maßnahme speichern' }).click();
	await expect(lead.getByRole('group', { name: 'Schulwege sicher machen' })).toBeVisible();
	const budgetId = lead.url().split('/').at(-1)!;
	const ids = new Map((await departmentsOf(lead)).map(([name, id]) => [name, id]));
	const add = (title: string, department: string, euros: number, more: object = {}) => {
		const shares = [{ departmentId: ids.get(department), amounts: { '2027': euros * 100 } }];
		return host.done<{ measureId: string }>('add-measure', { budgetId, title, shares, ...more });
	};
	const street = await add('Fahrradstraße Bahnhof–Zentrum', 'Räumliche Planung', 300_000);
	await add('Mobilitätsstation Nord', 'Verkehrsflächen', 95_000, { requires: [street.measureId] });
	await add('Carsharing im Ortsteil', 'Verkehrsflächen', 95_000);
	await add('Schülerfahrkarten', 'Schülerbeförderung', 80_000, { mandate: '§ 97 SchulG NRW' });
	await host.done('answer-share', {
		measureId: street.measureId,
		bodyId: ids.get('Räumliche Planung'),
		answer: 'refused'
	});
	await expect(
		lead.getByRole('group', { name: 'Schülerfahrkarten' }).getByText('Pflicht', { exact: true })
	).toBeVisible();
	await expectAccessible(lead, 'a joint budget at the desk');
	await lead.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScrolling(lead);
	await lead.getByRole('heading', { name: 'Ausprobieren' }).evaluate((heading) => heading.scrollIntoView());
	const line = lead.getByText('Passt, 520.000 € sind noch frei').first();
	const navigation = (await lead.getByRole('navigation', { name: 'Hauptnavigation' }).boundingBox())!;
	const box = (await line.boundingBox())!;
	expect(box.y + box.height).toBeLessThanOrEqual(navigation.y);
	await lead.setViewportSize({ width: 1440, height: 900 });

	// 2. The committee weighs all measures by criteria; the list follows.
	const phone = (name: string, group: string) => joinByPhone(browser, server.url, joinPath, name, group);
	const [ada, ben] = [await phone('Ada Lindner', 'Politik'), await phone('Ben Yıldız', 'Verwaltung')];
	const watched = await host.watch(sessionId, 'lead');
	const weigh = (watched.latest() as LeadState).steps.find(({ kind }) => kind === 'weigh')!.id;
	watched.leave();
	await host.done('move-step', { sessionId, to: 'next' });
	await host.done('move-step', { sessionId, to: weigh });
	await openLead(lead, sessionId);
	await lead.getByRole('button', { name: 'Auf den Tisch legen' }).click();
	await expect(lead.getByRole('link', { name: 'Nachhaltige Mobilität' })).toBeVisible();
	await lead.getByLabel('Frage').fill('Was wirkt am meisten?');
	await expect(lead.getByLabel('Wie wird abgestimmt?')).toHaveValue('weighted');
	await lead.getByRole('button', { name: 'Abstimmung öffnen' }).click();
	for (const [page, value] of [
		[ada, '9'],
		[ben, '8']
	] as const) {
		for (const [measure, score] of [
			[/^Carsharing/, '2'],
			[/^Schulwege/, value]
		] as const)
			for (const field of await page.getByRole('group', { name: measure }).getByRole('combobox').all())
				await field.selectOption(score);
		await page.getByRole('button', { name: 'Stimme abgeben' }).click();
		await expect(page.getByText('Ihre Stimme ist gezählt.')).toBeVisible();
	}
	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(lead.getByRole('button', { name: 'Abstimmung schließen' })).toHaveCount(0);

	// 3. Everybody tries it out on her phone, alone first; two share what they found.
	for (const page of [ada, ben]) {
		await page.getByRole('link', { name: 'Budget „Nachhaltige Mobilität“ ausprobieren' }).click();
		await expect(page.getByText('Verbunden', { exact: true })).toBeVisible();
	}
	await expect(
		ada.getByRole('group', { name: 'Schulwege sicher machen' }).getByText('Platz 1 nach Kriterien')
	).toBeVisible();
	await expectAccessible(ada, 'a joint budget on a phone');
	const put = (page: Page, measure: string) => page.getByRole('checkbox', { name: measure }).check();
	await put(ada, 'Schulwege sicher machen');
	await put(ada, 'Mobilitätsstation Nord');
	await expect(ada.getByText('„Mobilitätsstation Nord“ setzt „Fahrradstraße Bahnhof–Zentrum“ voraus.')).toBeVisible();
	await ada.getByRole('button', { name: 'Fahrradstraße Bahnhof–Zentrum dazunehmen' }).click();
	await expect(ada.getByRole('status').getByText('85.000 € zu viel')).toBeVisible();
	await expect(ada.getByText('685.000 € davon nicht bestätigt (gestreift)')).toBeVisible();
	await expect(ada.getByText('Anteil abgelehnt')).toBeVisible();
	await ada.getByRole('checkbox', { name: 'Fahrradstraße' }).uncheck();
	await expect(ada.getByRole('status').getByText('Passt, 215.000 € sind noch frei')).toBeVisible();
	await ada.getByLabel('Name des Szenarios').fill('Schulwege zuerst');
	await ada.getByRole('button', { name: 'Für mich behalten' }).click();
	await expect(ada.getByText('nur für mich')).toBeVisible();
	await expect(ben.getByText('Noch hat niemand ein Szenario geteilt.')).toBeVisible();
	await ada.getByRole('button', { name: 'Teilen: Schulwege zuerst' }).click();
	await expect(ben.getByRole('button', { name: 'Übernehmen: Schulwege zuerst' })).toBeVisible();
	await put(ben, 'Schulwege sicher machen');
	await put(ben, 'Carsharing im Ortsteil');
	await ben.getByLabel('Name des Szenarios').fill('Ohne Station');
	await ben.getByRole('button', { name: 'Teilen', exact: true }).click();
	const common = '2 Szenarien: 2 Maßnahmen sind in allen (gemeinsamer Kern), 2 sind strittig.';
	for (const page of [ada, ben]) await expect(page.getByText(common)).toBeVisible();
	await expectAccessible(ben, 'scenarios on a phone');
	await ben.setViewportSize({ width: 320, height: 700 });
	await expectNoSidewaysScrolling(ben);
	await ben.setViewportSize({ width: 390, height: 844 });

	// 4. The contested rest is decided with resistance and the passive option. Somebody comes too late and asks.
	await lead.getByText('Neue Abstimmung zu einer anderen Frage').click();
	const next = lead.locator('details[open]').filter({ hasText: 'Abstimmung öffnen' }).last();
	await expect(next.getByLabel('Wie wird abgestimmt?')).toHaveValue('resistance');
	await expect(next.getByRole('checkbox', { name: /^Mobilitätsstation/ })).toBeChecked();
	await expect(next.getByRole('checkbox', { name: /^Schulwege/ })).not.toBeChecked();
	await next.getByLabel('Frage').fill('Was soll noch in den Topf?');
	await next.getByRole('button', { name: 'Abstimmung öffnen' }).click();
	for (const page of [ada, ben]) {
		await page.getByRole('link', { name: 'Zur Abstimmung' }).click();
	}
	const dora = await phone('Dora Kern', 'Zivilgesellschaft');
	await dora.getByRole('button', { name: 'Mitstimmen anfragen' }).click();
	await lead.getByRole('button', { name: 'Dora Kern zulassen' }).click();
	await expect(dora.getByText('Sie dürfen mitstimmen.')).toBeVisible();
	for (const [page, station, cars] of [
		[ada, '0', '6'],
		[ben, '6', '0'],
		[dora, '3', '3']
	] as const) {
		const answer = (name: RegExp, value: string) =>
			page.getByRole('group', { name }).getByRole('radio', { name: value, exact: true }).check();
		await answer(/^Mobilitätsstation/, station);
		await answer(/^Carsharing/, cars);
		await answer(/nichts ändern/, '8');
		await page.getByRole('button', { name: 'Stimme abgeben' }).click();
		await expect(page.getByText('Ihre Stimme ist gezählt.')).toBeVisible();
	}
	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(lead.getByText('Gleichstand').first()).toBeVisible();
	await expect(lead.getByText('Stichrunde', { exact: false }).first()).toBeVisible();

	// The money: a choice between equals needs a reason, and every department approves.
	await lead.goto(`/p/${processId}/budgets/${budgetId}`);
	await expect(lead.getByRole('heading', { name: 'Geld verteilen' })).toBeVisible();
	await lead.getByRole('button', { name: 'Übernehmen: Ohne Station' }).click();
	await expect(lead.getByText('„Mobilitätsstation Nord“ lag in der letzten Abstimmung gleichauf')).toBeVisible();
	await expectAccessible(lead, 'allocating between equals');
	await lead.getByLabel('Begründung').fill('Die Station braucht die Fahrradstraße.');
	await lead.getByRole('button', { name: 'Verteilung festhalten' }).click();
	await expect(lead.getByText('Die Station braucht die Fahrradstraße.')).toBeVisible();
	for (const name of ids.keys())
		await lead.getByRole('button', { name: `Zustimmen: ${name}, Schulwege sicher machen` }).click();
	await expect(lead.getByText('abgestimmt', { exact: true })).toBeVisible();
	await expectAccessible(lead, 'an allocation that departments approve');

	// The costs rise afterwards: what was agreed stays, and everybody sees by how much it differs.
	await lead.getByText('Maßnahmen bearbeiten').click();
	await lead.getByRole('link', { name: 'Schulwege sicher machen' }).click();
	await lead.getByRole('group', { name: 'Verkehrsflächen' }).getByLabel('2027 in Euro').fill('262.500');
	await lead.getByRole('button', { name: 'Maßnahme speichern' }).click();
	await expect(lead.getByText('Geändert seit der Verteilung (+25 %): Es kostet jetzt 262.500 €.')).toBeVisible();
});

/** The departments of the budget on the screen with their ids, from the page for its contributions. */
async function departmentsOf(lead: Page): Promise<[string, string][]> {
	const html = await (await lead.request.get(`${lead.url()}/pot`)).text();
	return [...html.matchAll(/<label for="head-([0-9a-f-]{36})"[^>]*>([^<]+)</g)].map(([, id, name]) => [
		name!.trim(),
		id!
	]);
}

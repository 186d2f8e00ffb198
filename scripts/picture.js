import { chromium } from '@playwright/test';
import { startServer } from '../tests/support/server.js';
import { findBrowser } from './browser.js';

/** Takes the README's picture: a board of the demonstration with cards and clusters, in the built program. */
const collected = [
	'Hofläden auf einer gemeinsamen Karte zeigen',
	'Wohnmobilplätze am Lappwaldsee',
	'Leerstand in den Ortskernen vermitteln',
	'Handwerk an den Schulen vorstellen',
	'Ein Bus, der auch am Sonntag fährt',
	'Grenzgeschichte als Ausflugsziel'
];
const ideas = [
	'Radweg von Helmstedt nach Schöningen',
	'Wanderwege im Elm ausschildern',
	'Gründerzentrum im alten Bahnhof',
	'Gewerbeflächen an der A2',
	'Ein Tourismusbüro für alle Kommunen',
	'Schnelles Internet in jedem Dorf',
	'Ausbildungsmesse mit Betrieben der Region'
];
const groups = [
	{ name: 'Wege', from: 0, to: 2 },
	{ name: 'Wirtschaft', from: 2, to: 4 },
	{ name: 'Gemeinsam auftreten', from: 4, to: 7 }
];

const server = await startServer({ env: { DEMO: 'on', DATABASE_URL: '' } });
const browser = await chromium.launch({
	executablePath: findBrowser(),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
const context = await browser.newContext({
	baseURL: server.url,
	locale: 'de-DE',
	viewport: { width: 1500, height: 860 }
});
const page = await context.newPage();
await page.goto('/login');
await page.getByRole('button', { name: 'Als Moderation' }).click();
await page.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
await page.waitForURL(/\/lead$/);
const boardPath =
	(await page
		.getByRole('link', { name: /Board öffnen/ })
		.first()
		.getAttribute('href')) ?? '';
await page.getByRole('button', { name: 'Sitzung starten' }).click();

await page.goto(`${boardPath}?view=list`);
await page.getByText('Gespeichert', { exact: true }).waitFor();
for (const [area, texts] of Object.entries({ Sammeln: collected, Ordnen: ideas })) {
	for (const text of texts) {
		await page.getByRole('button', { name: `Neue Karte in ${area}` }).click();
		await page.getByLabel('Text der Karte').fill(text);
		await page.getByRole('button', { name: 'Fertig' }).click();
	}
}
for (const { name, from, to } of groups) {
	for (const idea of ideas.slice(from, to)) await page.getByRole('checkbox', { name: `Auswählen: ${idea}` }).check();
	await page.getByRole('button', { name: 'Gruppe bilden' }).click();
	await page.getByLabel('Name des Bereichs').fill(name);
	await page.getByLabel('Name des Bereichs').press('Enter');
}
await page.goto(`${boardPath}?view=canvas`);
await page.getByText('Gespeichert', { exact: true }).waitFor();
await page.waitForTimeout(1_000);
await page.screenshot({ path: 'docs/board.png' });
await browser.close();
await server.stop();
console.log('› docs/board.png is taken.');

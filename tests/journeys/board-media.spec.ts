import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { expectReady } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { expectNothingLeft, joinByPhone, signIn } from '../support/people.ts';
import { aPicture } from '../support/pictures.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The facilitator at the board of a new workshop, and what others need to come to it. */
async function atTheBoard(browser: Browser, view: 'canvas' | 'list' = 'canvas') {
	const { lead: program, session } = await openWorkshop(server.url);
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.goto(`/b/${session.boardId}?view=${view}`);
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
	return { page, program, session };
}

/** Somebody who takes part, at the same board while cards are put in order. */
async function guestAtTheBoard(browser: Browser, { session }: { session: { joinPath: string; boardId: string } }) {
	const page = await joinByPhone(browser, server.url, session.joinPath, 'Frau Ada', 'Verwaltung');
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(`/b/${session.boardId}?view=canvas`);
	await expectReady(page);
	return page;
}

const thing = (page: Page, name: string): Locator => page.getByRole('group', { name });
const file = (name: string, buffer: Uint8Array, mimeType = 'image/png') => ({
	name,
	mimeType,
	buffer: Buffer.from(buffer)
});

/** Chooses files from the dialog for what is added more rarely. */
async function choose(page: Page, files: ReturnType<typeof file>[]): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
	await page.getByRole('button', { name: /^Bild/ }).click();
	await (await chooser).setFiles(files);
}

/** Presses the keys of pasting with a picture in the clipboard. */
async function pastePicture(page: Page, bytes: Uint8Array): Promise<void> {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.bringToFront();
	await page.evaluate(
		async (content) => {
			const blob = new Blob([new Uint8Array(content)], { type: 'image/png' });
			await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
		},
		[...bytes]
	);
	await page.keyboard.press('Control+v');
}

/** Whether the picture of a thing has come and is drawn. */
const isDrawn = (image: Locator) =>
	image.locator('img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0);

test('a pasted picture is described at once, seen by others, and found by its words', async ({ browser }) => {
	const { page, session } = await atTheBoard(browser);
	const guest = await guestAtTheBoard(browser, { session });
	await page.getByRole('application').hover({ position: { x: 300, y: 300 } });
	await pastePicture(page, aPicture());
	const field = page.getByRole('textbox', { name: 'Beschreibung des Bildes' });
	await expect(field).toBeFocused();
	await field.fill('Das Rathaus am Markt');
	await expectAccessible(page, 'describing a picture');
	await field.press('Enter');
	const image = thing(page, 'Bild: Das Rathaus am Markt');
	await expect(image).toBeFocused();

	// A guest sees it, described, and it comes from the instance.
	await guest.bringToFront();
	const seen = thing(guest, 'Bild: Das Rathaus am Markt');
	await expect(seen).toBeVisible();
	await expect.poll(() => isDrawn(seen)).toBe(true);
	expectNothingLeft([page, guest]);
	await guest.getByRole('link', { name: 'Liste' }).click();
	await expect(guest.getByRole('listitem').filter({ hasText: 'Das Rathaus am Markt' })).toContainText('Bild:');

	// Larger by the menu as by its corner, in its proportion; and taken back.
	await page.bringToFront();
	const before = (await image.boundingBox())!;
	await page.keyboard.press('Shift+F10');
	await page.getByRole('button', { name: 'Größer', exact: true }).click();
	await expect.poll(async () => (await image.boundingBox())!.width).toBeGreaterThan(before.width * 1.2);
	const after = (await image.boundingBox())!;
	expect(after.width / after.height).toBeCloseTo(before.width / before.height, 1);
	await page.keyboard.press('Control+z');
	await expect.poll(async () => Math.round((await image.boundingBox())!.width)).toBe(Math.round(before.width));

	await page.keyboard.press('Control+f');
	await page.getByRole('searchbox').fill('rathaus');
	await expect(page.getByRole('dialog').getByText('Das Rathaus am Markt')).toBeVisible();
	await page.keyboard.press('Escape');

	// The picture of the whole board holds it.
	const svg = await (await page.request.get(`/b/${session.boardId}/export/board.svg`)).text();
	expect(svg).toMatch(/<image [^>]*href="data:image\/(webp|png);base64,/);
	expect(svg).toContain('Bild: Das Rathaus am Markt');
});

test('pictures are chosen or dropped; what is none is refused, and nobody else gets to see them', async ({
	browser
}) => {
	const { page, session } = await atTheBoard(browser);
	await choose(page, [file('a.png', aPicture([200, 40, 40])), file('b.png', aPicture([40, 160, 90]))]);
	await expect(page.getByRole('textbox', { name: 'Beschreibung des Bildes' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(thing(page, 'Bild: ohne Beschreibung')).toHaveCount(2);

	await choose(page, [file('c.png', Buffer.from('<script>alert(1)</script>'))]);
	await expect(page.getByText('Dieses Bild kann das Board nicht zeigen.').first()).toBeVisible();
	const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
	await page.getByRole('application').evaluate((view, content) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([content], 'bild.svg', { type: 'image/svg+xml' }));
		const at = { clientX: 500, clientY: 400, bubbles: true, cancelable: true, dataTransfer: transfer };
		view.dispatchEvent(new DragEvent('drop', at));
	}, svg.toString());
	await expect(page.getByText('Dieses Bild kann das Board nicht zeigen.').first()).toBeVisible();
	await page.getByRole('application').evaluate(
		(view, content) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([new Uint8Array(content)], 'd.png', { type: 'image/png' }));
			const at = { clientX: 500, clientY: 400, bubbles: true, cancelable: true, dataTransfer: transfer };
			view.dispatchEvent(new DragEvent('drop', at));
		},
		[...aPicture([250, 200, 30])]
	);
	await page.keyboard.press('Escape');
	await expect(thing(page, 'Bild: ohne Beschreibung')).toHaveCount(3);

	// It is served as what it is, to readers of the board only; another board does not have it.
	const address = (await page.locator('.image img').first().getAttribute('src'))!;
	const got = await page.request.get(address);
	expect(got.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' });
	expect(got.headers()['content-type']).toMatch(/^image\/(webp|png)$/);
	const stranger = await browser.newPage({ baseURL: server.url });
	expect((await stranger.request.get(address, { maxRedirects: 0 })).status()).toBe(303);
	const other = await openWorkshop(server.url);
	const elsewhere = address.replace(session.boardId, other.session.boardId);
	expect((await page.request.get(elsewhere)).status()).toBe(404);
	const foreign = await joinByPhone(browser, server.url, other.session.joinPath, 'Herr Ben', 'Wirtschaft');
	expect((await foreign.request.get(address)).status()).toBe(403);
	const guest = await joinByPhone(browser, server.url, session.joinPath, 'Frau Ada', 'Verwaltung');
	expect((await guest.request.get(address)).status()).toBe(200);
	const sent = await guest.request.post(`/b/${session.boardId}/pictures`, {
		data: Buffer.from(aPicture([9, 9, 9])),
		headers: { 'content-type': 'image/png', origin: server.url }
	});
	expect(sent.status()).toBe(403);

	await page.setViewportSize({ width: 320, height: 640 });
	await page.getByRole('link', { name: 'Liste' }).click();
	await expectNoSidewaysScrolling(page);
	await expectAccessible(page, 'pictures in the list');
});

/** Draws with the mouse from one place of the canvas to another. */
async function draw(page: Page, from: [number, number], to: [number, number]): Promise<void> {
	await page.mouse.move(...from);
	await page.mouse.down();
	const [x, y] = [(from[0] + to[0]) / 2, from[1] - 60];
	await page.mouse.move(x, y, { steps: 6 });
	await page.mouse.move(...to, { steps: 6 });
	await page.mouse.up();
}

test('a stroke is drawn with the mouse, seen by others, taken back, named, moved and removed by keys', async ({
	browser
}) => {
	const { page, session } = await atTheBoard(browser);
	const guest = await guestAtTheBoard(browser, { session });
	await page.bringToFront();
	await page.getByRole('application').click({ position: { x: 20, y: 20 } });
	await page.keyboard.press('s');
	await expect(page.getByText('Zeichnen Sie mit Stift, Maus oder einem Finger.')).toBeVisible();
	await page.getByRole('button', { name: 'Breit', exact: true }).click();
	await page.getByRole('button', { name: 'Rot', exact: true }).click();
	await draw(page, [400, 180], [600, 190]);
	await draw(page, [700, 190], [900, 180]);
	const strokes = (at: Page) => thing(at, 'Zeichnung: ohne Namen');
	await expect(strokes(page)).toHaveCount(2);
	await expectAccessible(page, 'drawing');
	await guest.bringToFront();
	await expect(strokes(guest)).toHaveCount(2);
	await expect(strokes(guest).first().locator('path').first()).toHaveAttribute('stroke-width', '12');

	await page.bringToFront();
	await page.keyboard.press('Control+z');
	await expect(strokes(page)).toHaveCount(1);
	await guest.bringToFront();
	await expect(strokes(guest)).toHaveCount(1);

	// The pen is put down; everything else goes as with a card, without a mouse.
	await page.bringToFront();
	await page.keyboard.press('Escape');
	await expect(page.getByText('Zeichnen Sie mit Stift, Maus oder einem Finger.')).toHaveCount(0);
	await page.keyboard.press('End');
	await expect(strokes(page)).toBeFocused();
	await page.keyboard.press('Enter');
	await page.getByRole('textbox', { name: 'Name der Zeichnung' }).fill('Der neue Weg');
	await page.keyboard.press('Enter');
	const named = thing(page, 'Zeichnung: Der neue Weg');
	await expect(named).toBeFocused();
	const before = (await named.boundingBox())!;
	await page.keyboard.press('Control+ArrowRight');
	await expect.poll(async () => (await named.boundingBox())!.x).toBeGreaterThan(before.x);
	await page.keyboard.press('6');
	await expect(page.getByText('Farbe: Türkis.').first()).toBeVisible();
	const svg = await (await page.request.get(`/b/${session.boardId}/export/board.svg`)).text();
	expect(svg).toMatch(/<path transform="translate[^>]*stroke="#0f9272"/);
	await page.keyboard.press('Delete');
	await expect(named).toHaveCount(0);
	await guest.bringToFront();
	await expect(thing(guest, 'Zeichnung: Der neue Weg')).toHaveCount(0);
});

test('a comment on a card is answered by somebody else while one looks on, and settled', async ({ browser }) => {
	const { page, session } = await atTheBoard(browser);
	const guest = await guestAtTheBoard(browser, { session });
	await page.bringToFront();
	await page.getByRole('application').click({ position: { x: 20, y: 20 } });
	await page.keyboard.press('n');
	await page.keyboard.type('Radwege');
	await page.keyboard.press('Escape');
	await expect(thing(page, 'Karte: Radwege')).toBeFocused();
	// She writes faster than the server says whether her name will stand there.
	let answers = () => {};
	const answered = new Promise<void>((go) => (answers = go));
	await page.route('**/threads', (route) => answered.then(() => route.continue()));
	await page.keyboard.press('a');
	await page.getByRole('textbox', { name: 'Ihre Anmerkung' }).fill('Gilt das auch für Schöningen?');
	await page.getByRole('button', { name: 'Senden' }).click();
	answers();
	await page.unrouteAll({ behavior: 'wait' });
	const dialog = page.getByRole('dialog', { name: 'Anmerkungen zu: Radwege' });
	await expect(dialog.getByText('Gilt das auch für Schöningen?')).toBeVisible();
	await expectAccessible(page, 'a thread of comments');

	// Somebody who may lay no cards at this moment reads it at once, and answers.
	await guest.bringToFront();
	await thing(guest, '1 Anmerkung zu: Radwege').click();
	const theirs = guest.getByRole('dialog', { name: 'Anmerkungen zu: Radwege' });
	await expect(theirs.getByText('Gilt das auch für Schöningen?')).toBeVisible();
	await theirs.getByRole('textbox', { name: 'Ihre Antwort' }).fill('Ja, bis zur Grenze.');
	await theirs.getByRole('button', { name: 'Senden' }).click();
	await expect(theirs.getByRole('textbox')).toHaveValue('');
	await page.bringToFront();
	await expect(dialog.getByText('Ja, bis zur Grenze.')).toBeVisible();
	await expect(dialog.getByText('Frau Ada')).toBeVisible();

	// A slip of the pen is taken away for good, by two presses.
	await dialog.getByRole('textbox', { name: 'Ihre Antwort' }).fill('Verschrieben');
	await dialog.getByRole('button', { name: 'Senden' }).click();
	const slip = dialog.getByRole('listitem').filter({ hasText: 'Verschrieben' });
	await slip.getByRole('button', { name: 'Antwort löschen: Frau Seidel (Moderation)' }).click();
	await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
	await expect(dialog.getByText('Diese Antwort wurde gelöscht.')).toBeVisible();
	await expect(slip).toHaveCount(0);

	// It is settled for both; names and words are in no document.
	await dialog.getByRole('button', { name: 'Als geklärt markieren' }).click();
	await expect(dialog.getByText('Geklärt', { exact: true })).toBeVisible();
	await guest.bringToFront();
	await expect(theirs.getByText('Geklärt', { exact: true })).toBeVisible();
	await theirs.getByRole('button', { name: 'Schließen' }).click();
	await guest.getByRole('link', { name: 'Liste' }).click();
	await expect(guest.getByRole('listitem').filter({ hasText: '2 Anmerkungen zu: Radwege, geklärt' })).toBeVisible();
	await expectAccessible(guest, 'comments in the list');
	const svg = await (await page.request.get(`/b/${session.boardId}/export/board.svg`)).text();
	expect(svg).toContain('2 Anmerkungen zu: Radwege, geklärt');
	expect(svg).not.toMatch(/Schöningen|Ada/);

	// The pin goes where its card goes.
	await page.bringToFront();
	await page.keyboard.press('Escape');
	const pin = thing(page, '2 Anmerkungen zu: Radwege, geklärt');
	const before = (await pin.boundingBox())!;
	await thing(page, 'Karte: Radwege').click();
	await page.keyboard.press('Control+Shift+ArrowDown');
	await expect.poll(async () => (await pin.boundingBox())!.y).toBeGreaterThan(before.y + 20);
});

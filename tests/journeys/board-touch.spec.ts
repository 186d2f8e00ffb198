import { expect, type CDPSession, type Page } from '@playwright/test';
import { cardOf, openBoardOn, writeCards } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

type Place = readonly [x: number, y: number];

/** Fingers on the glass, as the browser hears them from the system. */
class Fingers {
	readonly #glass: CDPSession;
	private constructor(glass: CDPSession) {
		this.#glass = glass;
	}
	static async on(page: Page): Promise<Fingers> {
		return new Fingers(await page.context().newCDPSession(page));
	}
	#tell(type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Place[]) {
		const touchPoints = places.map(([x, y], id) => ({ x, y, id }));
		return this.#glass.send('Input.dispatchTouchEvent', { type, touchPoints });
	}
	down(...places: Place[]) {
		return this.#tell('touchStart', places);
	}
	/** All fingers go from where they are to other places, in ten steps. */
	async go(from: readonly Place[], to: readonly Place[]) {
		for (let step = 1; step <= 10; step++) {
			const between = (a: number, b: number) => a + ((b - a) * step) / 10;
			const now = from.map(([x, y], at) => [between(x, to[at]![0]), between(y, to[at]![1])] as const);
			await this.#tell('touchMove', now);
		}
	}
	up() {
		return this.#tell('touchEnd', []);
	}
}

const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true };
const boxOf = async (page: Page, text: string) => (await cardOf(page, text).boundingBox())!;
const middleOf = async (page: Page, text: string): Promise<Place> => {
	const { x, y, width, height } = await boxOf(page, text);
	return [x + width / 2, y + height / 2];
};

/** A place of the canvas on which nothing lies. */
function barePlace(page: Page): Promise<Place> {
	return page.evaluate(() => {
		const view = document.querySelector('.view')!.getBoundingClientRect();
		for (let y = view.top + 80; y < view.bottom - 200; y += 12)
			for (let x = view.left + 40; x < view.right - 80; x += 12)
				if (document.elementFromPoint(x, y)?.classList.contains('view')) return [x, y] as const;
		throw new Error('Everywhere lies something');
	});
}

test('on a tablet fingers move the view, zoom it and carry a card into an area', async ({ browser }) => {
	const board = await openBoardOn(browser, server.url, tablet);
	const fingers = await Fingers.on(board);
	await writeCards(board, 'Radweg');
	await board.getByRole('button', { name: 'Einpassen' }).click();

	// One finger on the bare board takes the view along, and no card.
	const before = await boxOf(board, 'Radweg');
	const bare = await barePlace(board);
	await fingers.down(bare);
	await fingers.go([bare], [[bare[0] + 60, bare[1] + 90]]);
	await fingers.up();
	await expect.poll(async () => Math.round((await boxOf(board, 'Radweg')).x - before.x)).toBe(60);
	expect((await boxOf(board, 'Radweg')).y - before.y).toBeCloseTo(90, 0);

	// Two fingers that part around a card make it larger, and what lies between them stays there.
	const [x, y] = await middleOf(board, 'Radweg');
	const narrow: Place[] = [
		[x - 100, y - 100],
		[x + 100, y + 100]
	];
	const wide: Place[] = [
		[x - 200, y - 200],
		[x + 200, y + 200]
	];
	const small = await boxOf(board, 'Radweg');
	await fingers.down(...narrow);
	await fingers.go(narrow, wide);
	await fingers.up();
	await expect.poll(async () => (await boxOf(board, 'Radweg')).width / small.width).toBeCloseTo(2, 1);
	const after = await middleOf(board, 'Radweg');
	expect(Math.hypot(after[0] - x, after[1] - y)).toBeLessThan(4);

	// A card goes where a finger carries it.
	await board.getByRole('button', { name: 'Einpassen' }).click();
	const card = await middleOf(board, 'Radweg');
	const area = (await board.getByRole('group', { name: /^Bereich: Ordnen/ }).boundingBox())!;
	const goal: Place = [area.x + area.width / 2, area.y + area.height / 2];
	await fingers.down(card);
	await fingers.go([card], [goal]);
	await fingers.up();
	await expect(board.getByRole('group', { name: 'Karte: Radweg, in Ordnen' })).toBeVisible();

	// A second finger gives the carrying up; the card lies where it lay.
	const lay = await boxOf(board, 'Radweg');
	await fingers.down(goal);
	await fingers.go([goal], [[goal[0] + 80, goal[1] + 160]]);
	const both: Place[] = [
		[goal[0] + 80, goal[1] + 160],
		[goal[0] - 100, goal[1] + 100]
	];
	await fingers.down(...both);
	await fingers.up();
	await expect(board.getByRole('group', { name: 'Karte: Radweg, in Ordnen' })).toBeVisible();
	const still = await boxOf(board, 'Radweg');
	expect([still.width, still.height]).toEqual([lay.width, lay.height]);
	expect(Math.hypot(still.x - lay.x, still.y - lay.y)).toBeLessThan(2);
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
});

test('a finger that rests on a card opens its menu, and one that taps twice writes', async ({ browser }) => {
	const board = await openBoardOn(browser, server.url, tablet);
	const fingers = await Fingers.on(board);
	await writeCards(board, 'Bahnhof');
	await board.keyboard.press('Escape');
	const card = await middleOf(board, 'Bahnhof');

	await fingers.down(card);
	const menu = board.getByRole('dialog', { name: 'Karte: Bahnhof' });
	await expect(menu).toBeVisible();
	await fingers.up();
	await board.waitForTimeout(300);
	await expect(menu).toBeVisible();
	const small = await menu
		.getByRole('button')
		.evaluateAll((buttons) =>
			buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent)
		);
	expect(small).toEqual([]);
	await menu.getByRole('button', { name: 'Schließen' }).tap();

	await board.touchscreen.tap(...card);
	await board.touchscreen.tap(...card);
	await expect(board.getByRole('textbox', { name: 'Text der Karte' })).toBeFocused();
	await board.keyboard.type(' Süd');
	const bare = await barePlace(board);
	await board.touchscreen.tap(...bare);
	await expect(cardOf(board, 'Bahnhof Süd')).toBeVisible();

	// Twice on the bare board: a new card is written there.
	await board.waitForTimeout(400);
	await board.touchscreen.tap(...bare);
	await board.touchscreen.tap(...bare);
	await expect(board.getByRole('textbox', { name: 'Text der Karte' })).toBeFocused();
	await board.keyboard.type('Kiosk');
	await board.keyboard.press('Escape');
	await expect(cardOf(board, 'Kiosk')).toBeVisible();
});

test('everything that fingers press on the canvas is large enough for them', async ({ browser }) => {
	const board = await openBoardOn(browser, server.url, tablet);
	await writeCards(board, 'Markt');
	await expect(board.getByRole('toolbar', { name: 'Werkzeuge' })).toBeVisible();
	const tooSmall = () =>
		board.locator('button:visible, a:visible, summary:visible, [data-handle]:visible').evaluateAll((all) =>
			all.flatMap((each) => {
				const { width, height } = each.getBoundingClientRect();
				const name = each.getAttribute('aria-label') ?? each.getAttribute('data-handle') ?? each.textContent?.trim();
				return Math.min(width, height) < 43.5 ? [`${name}: ${Math.round(width)} × ${Math.round(height)}`] : [];
			})
		);
	expect(await tooSmall()).toEqual([]);
});

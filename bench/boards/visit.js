export const size = { width: 1280, height: 800 };
const pause = (/** @type {number} */ ms) => new Promise((go) => setTimeout(go, ms));

/**
 * A board that is open, and the hands of whoever looks at it: input goes in as the browser's own
 * mouse, wheel and keyboard events, at a steady pace that waits for nobody.
 */
export class Visit {
	/**
	 * @param {import('playwright').Page} page
	 * @param {import('playwright').CDPSession} cdp
	 */
	constructor(page, cdp) {
		this.page = page;
		this.cdp = cdp;
	}

	/** Waits until what was asked of the page is painted. */
	async settle() {
		await this.page.evaluate(
			() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go))))
		);
	}

	/** @returns {Promise<import('./contestants.js').SeenCamera>} */
	camera() {
		return this.page.evaluate(() => window.board.camera());
	}

	/**
	 * Brings a place of the board into the middle at this zoom: by the peers' interface, in ours by the wheel.
	 * @param {{ x: number, y: number }} centre
	 * @param {number} zoom
	 */
	async lookAt(centre, zoom) {
		const { w, h } = await this.camera();
		const wanted = { x: centre.x - w / 2 / zoom, y: centre.y - h / 2 / zoom, zoom };
		const byInterface = await this.page.evaluate((camera) => {
			window.board.look?.(camera);
			return 'look' in window.board;
		}, wanted);
		for (let tries = 0; tries < 8 && !byInterface; tries++) {
			const seen = await this.camera();
			if (Math.abs(seen.zoom / zoom - 1) > 0.002) {
				await this.wheel({ deltaX: 0, deltaY: -Math.log(zoom / seen.zoom) / 0.0022, modifiers: 2 });
			} else if (Math.hypot(seen.x - wanted.x, seen.y - wanted.y) * zoom > 2) {
				await this.wheel({ deltaX: (wanted.x - seen.x) * zoom, deltaY: (wanted.y - seen.y) * zoom });
			} else break;
			await this.settle();
		}
		await this.settle();
		await pause(400);
	}

	/**
	 * Where a place of the board is on the screen.
	 * @param {{ x: number, y: number }} place
	 */
	async onScreen({ x, y }) {
		const { left, top, zoom, ...camera } = await this.camera();
		return { x: left + (x - camera.x) * zoom, y: top + (y - camera.y) * zoom };
	}

	/** @param {{ deltaX: number, deltaY: number, modifiers?: number }} way */
	wheel(way) {
		return this.cdp.send('Input.dispatchMouseEvent', {
			type: 'mouseWheel',
			x: size.width / 2,
			y: size.height / 2,
			...way
		});
	}

	/**
	 * @param {'mousePressed' | 'mouseMoved' | 'mouseReleased'} type
	 * @param {{ x: number, y: number }} at
	 * @param {{ modifiers?: number, clickCount?: number, buttons?: number }} [more]
	 */
	mouse(type, at, more = {}) {
		const button = type === 'mouseMoved' && !more.buttons ? 'none' : 'left';
		return this.cdp.send('Input.dispatchMouseEvent', { type, ...at, button, clickCount: 1, ...more });
	}

	/** @param {string} letter */
	async key(letter) {
		const windowsVirtualKeyCode = letter.toUpperCase().charCodeAt(0);
		const code = letter === ' ' ? 'Space' : `Key${letter.toUpperCase()}`;
		const key = { key: letter, code, windowsVirtualKeyCode };
		const down = this.cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...key });
		await Promise.all([down, this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })]);
	}

	close() {
		return this.page.context().close();
	}
}

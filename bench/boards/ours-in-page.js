/** The handle of the measurement for our own page, which has none: it looks at what the page shows, and nothing else. */
export function readOurs() {
	const view = () => /** @type {HTMLElement} */ (document.querySelector('[role="application"]'));
	const number = /-?[\d.]+(e-?\d+)?/g;
	/** @param {string} selector */
	function shiftOf(selector) {
		const shown = /** @type {HTMLElement} */ (view().querySelector(selector));
		return (shown.style.transform.match(number) ?? []).map(Number);
	}
	window.board = {
		camera() {
			const { left, top, width: w, height: h } = view().getBoundingClientRect();
			const [zoom = 1, x = 0, y = 0] = shiftOf('.world');
			return { x: -x || 0, y: -y || 0, zoom, left, top, w, h };
		},
		stands() {
			const paper = view()?.querySelector('canvas');
			if (!paper || paper.width < 40) return false;
			const { width, height } = paper;
			const pen = /** @type {CanvasRenderingContext2D} */ (paper.getContext('2d'));
			const { data } = pen.getImageData(width / 2 - 20, height / 2 - 20, 40, 40);
			const pixels = new Uint32Array(data.buffer);
			return pixels.some((pixel) => pixel !== pixels[0]);
		},
		// From afar what is chosen is painted; each has its frame.
		chosen: () => view().querySelectorAll('.overlay > .frame:not(.theirs, .target)').length,
		writing: () => view().querySelector('textarea') !== null,
		place(id) {
			const [x = NaN, y = NaN] = shiftOf(`[data-element="${id}"]`);
			return { x, y };
		}
	};
}

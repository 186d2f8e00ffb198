/**
 * Runs in each page before its own scripts: when its first page could be read, and when the whole text could be written in.
 * @param {{ first: string, last: string }} headings by which the beginning and the end of the text are known
 */
export function readPaper({ first, last }) {
	/** @type {import('./paper.d.ts').Paper} */
	const paper = { readable: null, writable: null };
	/** @param {string} within @param {string} heading */
	const stands = (within, heading) =>
		[...document.querySelectorAll(`${within} :is(h2, h3)`)].some((each) => each.textContent?.endsWith(heading));
	/** @param {() => void} then */
	function afterPaint(then) {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = then;
		port2.postMessage(null);
	}
	function look() {
		if (paper.readable === null && stands('body', first)) afterPaint(() => (paper.readable ??= performance.now()));
		if (paper.writable === null && stands('.ProseMirror[contenteditable="true"]', last))
			afterPaint(() => (paper.writable ??= performance.now()));
		if (paper.writable === null) requestAnimationFrame(look);
	}
	requestAnimationFrame(look);
	window.paper = paper;
}

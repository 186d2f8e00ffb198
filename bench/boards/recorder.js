/** Runs in each page before its own scripts: when the picture stood, when it first followed a hand, frames and keys. */
export function record() {
	/** @type {import('./handle.d.ts').Recorder['opening']} */
	const opening = { stands: null, reacts: null };
	let first = { x: 0, y: 0 };
	/** @type {number[]} */
	const frames = [];
	/** @type {number[]} */
	const keys = [];
	let [recording, last] = [false, 0];

	/** @param {number} now */
	function look(now) {
		if (recording && last > 0) frames.push(now - last);
		last = now;
		if (opening.reacts === null) watchOpening();
		requestAnimationFrame(look);
	}
	function watchOpening() {
		if (!window.board) return;
		try {
			if (opening.stands === null) {
				if (!window.board.stands()) return;
				first = window.board.camera();
				afterPaint(() => (opening.stands ??= performance.now()));
			} else {
				const { x, y } = window.board.camera();
				if (x !== first.x || y !== first.y) opening.reacts = performance.now();
			}
		} catch {
			// What is asked for is not there yet.
		}
	}
	/**
	 * A message posted in a frame is read when the frame has been handed over.
	 * @param {() => void} then
	 */
	function afterPaint(then) {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = then;
		port2.postMessage(null);
	}
	addEventListener(
		'keydown',
		({ timeStamp }) => {
			if (recording) requestAnimationFrame(() => afterPaint(() => keys.push(performance.now() - timeStamp)));
		},
		true
	);
	requestAnimationFrame(look);
	window.recorder = {
		opening,
		start() {
			frames.length = 0;
			keys.length = 0;
			recording = true;
		},
		stop() {
			recording = false;
			return { frames: [...frames], keys: [...keys] };
		}
	};
}

/**
 * The stamp that each change carries as the value of a key: who wrote it and when. It is found in any frame by its first letters,
 * however many changes were merged into it, so that receivers need not decode what they count.
 */
const mark = Buffer.from('~@~');
const digits = 9;
const perMillisecond = 100;

/** @param {number} writer */
export function stamp(writer) {
	return `~@~${String(writer).padStart(3, '0')}${String(Math.floor(performance.now() * perMillisecond)).padStart(digits, '0')}`;
}

/**
 * Tells for each stamp in a frame who wrote it and how many milliseconds ago.
 * @param {Buffer} frame
 * @param {(writer: number, age: number) => void} tell
 */
export function readStamps(frame, tell) {
	for (let at = frame.indexOf(mark); at >= 0; at = frame.indexOf(mark, at + mark.length)) {
		const from = at + mark.length;
		tell(numberAt(frame, from, 3), performance.now() - numberAt(frame, from + 3, digits) / perMillisecond);
	}
}

/**
 * @param {Buffer} frame
 * @param {number} from
 * @param {number} length
 */
function numberAt(frame, from, length) {
	let value = 0;
	for (let at = from; at < from + length; at++) value = value * 10 + (frame[at] ?? 48) - 48;
	return value;
}

/** An average letter is so wide, as a share of its size. */
const letter = 0.56;

/**
 * A text in lines of a width, parted between words, and within a word only where it is longer than a line. What needs more lines than there are
 * ends with an ellipsis.
 */
export function linesIn(text: string, width: number, size: number, most = Infinity): string[] {
	const perLine = Math.max(1, Math.floor(width / (size * letter)));
	const lines = text.split('\n').flatMap((paragraph) => wrap(paragraph.trim(), perLine));
	if (lines.length <= most) return lines;
	const kept = lines.slice(0, Math.max(1, most));
	return [...kept.slice(0, -1), `${kept.at(-1)!.slice(0, Math.max(0, perLine - 1))}…`];
}

function wrap(paragraph: string, perLine: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of paragraph.split(/\s+/)) {
		const pieces = word.match(new RegExp(`.{1,${perLine}}`, 'gu')) ?? [];
		for (const piece of pieces) {
			const longer = line === '' ? piece : `${line} ${piece}`;
			if ([...longer].length <= perLine) line = longer;
			else {
				lines.push(line);
				line = piece;
			}
		}
	}
	return [...lines, line];
}

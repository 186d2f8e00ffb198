import { expect, test } from 'vitest';
import { takeOver, type TextField } from './live-field.ts';

function field(text: string): TextField {
	const cursor = text.indexOf('|');
	return {
		value: text.replace('|', ''),
		selectionStart: cursor,
		selectionEnd: cursor,
		setSelectionRange(start, end) {
			this.selectionStart = start;
			this.selectionEnd = end;
		}
	};
}
const shown = ({ value, selectionStart }: TextField) =>
	`${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`;

test('the cursor stays at its letter while somebody else writes before or behind it', () => {
	const note = field('Rad|wege');
	takeOver(note, 'Neue Radwege');
	expect(shown(note)).toBe('Neue Rad|wege');
	takeOver(note, 'Neue Radwege bauen');
	expect(shown(note)).toBe('Neue Rad|wege bauen');
});

test('the cursor comes to rest where somebody else removed the letters around it', () => {
	const note = field('Sichere Rad|wege');
	takeOver(note, 'Sichere');
	expect(shown(note)).toBe('Sichere|');
});

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { limits } from '../limits.ts';
import { keys } from '../shape.ts';
import { editText } from './edit-text.ts';

function tableWithNote(text: string) {
	const anna = table(1);
	add(anna, { id: 'n1', text });
	return anna;
}

describe('typing', () => {
	test('writes only the letters that differ', () => {
		const anna = tableWithNote('Der Bus fährt');
		let bytes = 0;
		anna.docs.cards.on('update', (update: Uint8Array) => (bytes = update.length));
		editText(anna.docs, 'n1', { after: 'Der Bus fährt!' }, anna.origin);
		expect(see(anna, 'n1')?.text).toBe('Der Bus fährt!');
		expect(bytes).toBeLessThan(30);
	});

	test('keeps what another wrote while a person composed their letters', () => {
		const anna = tableWithNote('Bus');
		editText(anna.docs, 'n1', { after: 'Der Bus' }, anna.origin);
		editText(anna.docs, 'n1', { before: 'Bus', after: 'Bus fährt' }, anna.origin);
		expect(see(anna, 'n1')?.text).toBe('Der Bus fährt');
	});

	test('stops at the limit, but a text that is too long may be shortened', () => {
		const anna = tableWithNote('');
		const tooLong = 'x'.repeat(limits.noteText + 1);
		const refused = editText(anna.docs, 'n1', { after: tooLong }, anna.origin);
		expect(refused).toMatchObject({ problem: { code: 'input.too-long', limit: limits.noteText } });
		const text = anna.docs.find('n1')?.map.get(keys.text);
		if (text instanceof Y.Text) text.insert(0, `${tooLong}${tooLong}`);
		expect(editText(anna.docs, 'n1', { after: `${tooLong}y` }, anna.origin).ok).toBe(true);
	});

	test('in something that is gone or has no text is refused', () => {
		const anna = table(1);
		anna.docs.elementsOf('cards').set('k1', new Y.Map([[keys.type, 'kanban']]));
		for (const id of ['missing', 'k1']) {
			expect(editText(anna.docs, id, { after: 'x' }, anna.origin)).toMatchObject({
				problem: { code: 'board.element-missing' }
			});
		}
	});

	test('pasted control characters do not get into the document', () => {
		const anna = tableWithNote('');
		editText(anna.docs, 'n1', { after: 'a\u0000\u202Eb' }, anna.origin);
		expect(String(anna.docs.find('n1')?.map.get(keys.text))).toBe('ab');
	});

	test('into a note whose text was broken by somebody gives it a text again', () => {
		const anna = tableWithNote('');
		anna.docs.find('n1')?.map.set(keys.text, 12n);
		editText(anna.docs, 'n1', { after: 'Bus' }, anna.origin);
		expect(see(anna, 'n1')?.text).toBe('Bus');
	});
});

import { expect, test } from 'vitest';
import { nextInToolbar } from './roving.ts';

test('the arrows walk through the toolbar in a circle, other keys are left alone', () => {
	expect(nextInToolbar('ArrowRight', 8, 9)).toBe(0);
	expect(nextInToolbar('ArrowLeft', 0, 9)).toBe(8);
	expect(nextInToolbar('Home', 5, 9)).toBe(0);
	expect(nextInToolbar('End', 5, 9)).toBe(8);
	expect(nextInToolbar('Tab', 5, 9)).toBeNull();
});

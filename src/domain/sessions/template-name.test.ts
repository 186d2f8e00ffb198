import { describe, expect, test } from 'vitest';
import { templateLimits, templateName } from './template-name.ts';

describe('the name of an own template', () => {
	test('is one line without blanks around it', () => {
		expect(templateName('  Klausur \n Kreishaus ', [])).toEqual({ ok: true, value: 'Klausur Kreishaus' });
	});

	test('needs words', () => {
		for (const typed of ['', '   ', '\u200b'])
			expect(templateName(typed, [])).toMatchObject({ problem: { code: 'template.name-missing' } });
	});

	test('has a length that fits a list, counted as people count', () => {
		expect(templateName('🚲'.repeat(templateLimits.name), []).ok).toBe(true);
		expect(templateName('x'.repeat(templateLimits.name + 1), [])).toMatchObject({
			problem: { code: 'input.too-long', limit: templateLimits.name }
		});
	});

	test('is not the name of another one, whatever the capitals', () => {
		for (const typed of ['ÜBUNG', 'Übung'])
			expect(templateName(typed, ['übung']), typed).toMatchObject({ problem: { code: 'template.name-taken' } });
	});
});

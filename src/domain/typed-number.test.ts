import { expect, test } from 'vitest';
import { decimalFromTyped } from './typed-number.ts';

test.each([
	['90.000', '90000'],
	['90 000', '90000'],
	['90000', '90000'],
	['1.234.567,8', '1234567.8'],
	['21,9', '21.9'],
	['-1,1', '-1.1'],
	['1.5', '1.5'],
	['viele', 'viele']
])('in German %s means %s', (typed, meant) => expect(decimalFromTyped(typed, 'de')).toBe(meant));

test.each([
	['90,000', '90000'],
	['21.9', '21.9']
])('in English %s means %s', (typed, meant) => expect(decimalFromTyped(typed, 'en')).toBe(meant));

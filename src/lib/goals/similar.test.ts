import { expect, test } from 'vitest';
import { likeness, nearlyTheSame } from './similar.ts';

const goals = [
	'Die Anzahl der Einwohner/innen bei über 90.000 halten!',
	'Der Landkreis versteht sich als moderner Dienstleister!',
	'Der Landkreis treibt die 6 Aktionsräume voran und setzt Impulse!'
].map((text) => ({ text }));

test('a goal that says nearly the same is found, others are not', () => {
	const found = nearlyTheSame('Die Zahl der Einwohnerinnen und Einwohner über 90.000 halten', goals);
	expect(found).toEqual([goals[0]]);
});

test('another order of the same words is still alike', () => {
	expect(nearlyTheSame('Als moderner Dienstleister versteht sich der Landkreis', goals)).toEqual([goals[1]]);
});

test('what has nothing in common is not alike, and nothing is not alike to anything', () => {
	expect(nearlyTheSame('Mehr Bänke am Bahnhof', goals)).toEqual([]);
	expect(likeness('', 'etwas')).toBe(0);
	expect(likeness('Radweg', 'RADWEG')).toBe(1);
});

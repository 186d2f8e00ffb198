import { expect, test } from 'vitest';
import { statesFigure } from './measurable.ts';

test('goal 2 of Helmstedt states a figure, goals 1 and 3 do not', () => {
	expect(statesFigure('Die Anzahl der Einwohner/innen bei über 90.000 halten!')).toBe(true);
	expect(statesFigure('Der Landkreis treibt die 6 Aktionsräume voran und setzt Impulse!')).toBe(false);
	expect(statesFigure('Der Landkreis versteht sich als moderner Dienstleister!')).toBe(false);
});

test('a share and an amount are figures, a year is not', () => {
	expect(statesFigure('Den Radverkehrsanteil auf 23,0 steigern')).toBe(true);
	expect(statesFigure('80 % der Anträge digital annehmen')).toBe(true);
	expect(statesFigure('Bis 2035 klimaneutral werden')).toBe(false);
});

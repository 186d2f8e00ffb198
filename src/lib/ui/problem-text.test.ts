import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { problemCodes, type Problem } from '#domain/problems.ts';
import { overwriteGetLocale, type Locale } from '#paraglide/runtime.js';
import { describeProblem, fieldProblem, problemText } from './problem-text.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const say = (locale: Locale, problem: Problem) => {
	overwriteGetLocale(() => locale);
	return describeProblem(problem);
};
afterEach(() => overwriteGetLocale(() => 'de'));

describe('every refusal', () => {
	test('is explained in docs/problems.md, and nothing else is', () => {
		const headings = [...read('docs/problems.md').matchAll(/^### (.+)$/gm)].map(([, code]) => code);
		expect(headings.toSorted()).toEqual([...problemCodes].sort());
		for (const part of read('docs/problems.md')
			.split(/^### .+$/m)
			.slice(1))
			expect(part.trim()).not.toBe('');
	});

	test.each(['de', 'en'])('has words in the messages: %s, and no words are left over', (locale) => {
		const { $schema, ...messages } = JSON.parse(read(`messages/${locale}/problems.json`)) as Record<string, unknown>;
		expect($schema).toMatch(/^https/);
		const keys = problemCodes.map((code) => `problem_${code.replaceAll(/[.-]/g, '_')}`);
		expect(Object.keys(messages).sort()).toEqual([...keys, 'field_invalid'].sort());
		expect(Object.keys(problemText).sort()).toEqual([...problemCodes].sort());
	});

	test('names the same facts in both languages', () => {
		const facts = (locale: string) =>
			Object.entries(JSON.parse(read(`messages/${locale}/problems.json`)) as Record<string, unknown>).map(
				([key, text]) => [key, [...new Set(JSON.stringify(text).match(/(?<=[^{]\{)\w+(?=\})/g))].sort()]
			);
		expect(facts('en')).toEqual(facts('de'));
	});
});

describe('the words of a refusal', () => {
	test('say in the language of the reader what to do', () => {
		expect(say('de', { code: 'card.empty' })).toBe('Die Karte ist noch leer. Schreiben Sie Ihre Idee hinein.');
		expect(say('en', { code: 'card.empty' })).toBe('The card is still empty. Write your idea on it.');
	});

	test('call levels by the name that the municipality gave them', () => {
		const level = { de: 'Leistungsziel', en: 'Output goal' };
		const parent = { de: 'Strategischer Schwerpunkt', en: 'Strategic focus' };
		const problem: Problem = { code: 'goal.parent-level', level, parent };
		expect(say('de', problem)).toContain('„Leistungsziel“ kann nicht unter der Ebene „Strategischer Schwerpunkt“');
		expect(say('en', problem)).toContain('“Output goal” cannot stand below the level “Strategic focus”');
	});

	test('count in the grammar of the language', () => {
		expect(say('de', { code: 'login.too-many-tries', seconds: 1 })).toContain('eine Sekunde');
		expect(say('de', { code: 'login.too-many-tries', seconds: 30 })).toContain('30 Sekunden');
		expect(say('en', { code: 'ballot.too-many-dots', dots: 1 })).toContain('only one dot');
	});

	test('name the step that is on', () => {
		expect(say('de', { code: 'session.step-forbids', step: 'weigh' })).toContain('beim Gewichten');
		expect(say('de', { code: 'round.not-open', state: 'closed' })).toContain('beendet');
		expect(say('de', { code: 'sheet.move-impossible', state: 'requested' })).toContain('Berichtsblatt');
	});

	test('stand beside the field that they are about, and beside no other', () => {
		const wrong: Problem = { code: 'input.invalid', fields: [{ path: 'email', problem: 'no address' }] };
		const long: Problem = { code: 'input.too-long', field: 'name', limit: 60 };
		expect(fieldProblem(wrong, 'email')).toBe('Bitte prüfen Sie dieses Feld.');
		expect(fieldProblem(long, 'name')).toContain('60 Zeichen');
		expect([fieldProblem(wrong, 'name'), fieldProblem(long, 'email'), fieldProblem(null, 'name')]).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});
});

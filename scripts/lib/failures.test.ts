import { join } from 'node:path';
import { expect, test } from 'vitest';
import { playwrightFailures, vitestFailures } from './failures.js';
import { root } from './say.js';

test('a failed test is named with its file and its reason', () => {
	const report = {
		testResults: [
			{
				name: join(root, 'server/a.db.test.ts'),
				status: 'failed',
				assertionResults: [
					{ status: 'passed', fullName: 'it holds' },
					{
						status: 'failed',
						fullName: 'it holds as well',
						failureMessages: ['Error: \u001b[31mgone\u001b[39m\n at x']
					}
				]
			},
			{ name: join(root, 'server/b.db.test.ts'), status: 'failed', message: 'cannot load', assertionResults: [] },
			{ name: join(root, 'server/c.db.test.ts'), status: 'passed', assertionResults: [] }
		]
	};
	expect(vitestFailures(report)).toEqual([
		'server/a.db.test.ts › it holds as well: Error: gone',
		'server/b.db.test.ts › outside of any test: cannot load'
	]);
});

test('a journey that failed or passed by luck is named, however deep it lies', () => {
	const spec = (title: string, status: string) => ({
		title,
		file: 'board.spec.ts',
		tests: [{ status, results: [{ status: 'failed', error: { message: 'too late' } }, { status: 'passed' }] }]
	});
	const report = {
		suites: [
			{
				specs: [spec('one', 'unexpected')],
				suites: [{ specs: [spec('two', 'flaky'), spec('three', 'expected')] }]
			}
		]
	};
	expect(playwrightFailures(report)).toEqual([
		'board.spec.ts › one: too late',
		'board.spec.ts › two (passed at the second try): too late'
	]);
});

test('no report names nothing', () => {
	expect(vitestFailures(undefined)).toEqual([]);
	expect(playwrightFailures(undefined)).toEqual([]);
});

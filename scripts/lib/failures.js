import { relative } from 'node:path';
import { root } from './say.js';

/**
 * The failed tests of a stage, a line each: where it is, what it promises, and the first line of what went wrong.
 * @param {any} report Vitest's JSON report, if it wrote one.
 * @returns {string[]}
 */
export function vitestFailures(report) {
	return (report?.testResults ?? []).flatMap((/** @type {any} */ file) => {
		const failed = file.assertionResults.filter((/** @type {any} */ one) => one.status === 'failed');
		const outside =
			failed.length === 0 && file.status === 'failed' ? [line(file.name, 'outside of any test', file.message)] : [];
		return [
			...failed.map((/** @type {any} */ one) => line(file.name, one.fullName, one.failureMessages?.[0])),
			...outside
		];
	});
}

/**
 * As above for the journeys; one that passed only at its second try is named as well, since it passed by luck.
 * @param {any} report Playwright's JSON report, if it wrote one.
 * @returns {string[]}
 */
export function playwrightFailures(report) {
	return [
		...(report?.errors ?? []).map((/** @type {any} */ error) => line('journeys', 'outside of any test', error.message)),
		...(report?.suites ?? []).flatMap(failuresOf)
	];
}

/**
 * @param {any} suite
 * @returns {string[]}
 */
function failuresOf(suite) {
	const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
		spec.tests
			.filter((/** @type {any} */ test) => test.status === 'unexpected' || test.status === 'flaky')
			.map((/** @type {any} */ test) => {
				const wrong = test.results.find((/** @type {any} */ result) => result.status !== 'passed');
				const title = test.status === 'flaky' ? `${spec.title} (passed at the second try)` : spec.title;
				return line(spec.file, title, wrong?.error?.message);
			})
	);
	return [...own, ...(suite.suites ?? []).flatMap(failuresOf)];
}

/**
 * @param {string} file
 * @param {string} title
 * @param {string} [message]
 */
function line(file, title, message = '') {
	// Without the colours of the terminal.
	const first = message.replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n', 1)[0] ?? '';
	const place = file.startsWith(root) ? relative(root, file) : file;
	return `${place} › ${title}${first ? `: ${first.slice(0, 200)}` : ''}`;
}

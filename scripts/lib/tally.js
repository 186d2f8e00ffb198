/**
 * What one stage of the tests came to. A stage that ran nothing proves nothing: it counts as one failure.
 * @typedef {{ passed: number, failed: number }} Count
 */

/** Adds up the stages for the closing line. */
export class Tally {
	passed = 0;
	failed = 0;

	/** @param {Count} count */
	add({ passed, failed }) {
		this.passed += passed;
		this.failed += failed;
	}

	get closingLine() {
		return `${this.passed} passed, ${this.failed} failed`;
	}
}

/**
 * A check that only says yes or no.
 * @param {number} code Its exit code.
 * @returns {Count}
 */
export function check(code) {
	return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {number} code
 * @param {unknown} report Vitest's JSON report, if it wrote one.
 * @returns {Count}
 */
export function countVitest(code, report) {
	const { numPassedTests = 0, numFailedTests = 0 } = /** @type {Record<string, number>} */ (report ?? {});
	return honest(code, numPassedTests, numFailedTests);
}

/**
 * @param {number} code
 * @param {unknown} report Playwright's JSON report, if it wrote one.
 * @returns {Count}
 */
export function countPlaywright(code, report) {
	const { stats } = /** @type {{ stats?: Record<string, number> }} */ (report ?? {});
	return honest(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0);
}

/**
 * A tool can fail outside of any test: a file that does not load, a fault between tests, a crash.
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 * @returns {Count}
 */
function honest(code, passed, failed) {
	const silent = failed === 0 && (code !== 0 || passed === 0);
	return { passed, failed: silent ? 1 : failed };
}

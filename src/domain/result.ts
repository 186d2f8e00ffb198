import type { Problem } from './problems.ts';

/** The answer of a rule: a value, or the one problem that stands in the way. Rules answer; only bugs throw. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A positive answer. */
export function ok(): Result<void>;
export function ok<T>(value: T): Result<T>;
export function ok<T>(value?: T): Result<T> {
	return { ok: true, value: value as T };
}

/** A refusal that names its problem. */
export function refuse(problem: Problem): { ok: false; problem: Problem } {
	return { ok: false, problem };
}

/** Stops on a bug: something that the code itself promised does not hold. Never for input. */
export function invariant(condition: unknown, promise: string): asserts condition {
	if (!condition) throw new Error(`Broken promise: ${promise}`);
}

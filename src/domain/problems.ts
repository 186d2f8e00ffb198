import type { DocumentProblem } from './documents/problems.ts';

/**
 * Every refusal a person can meet. A new member does not compile until `src/lib/ui/problem-text.ts` has words for it;
 * its code is also a heading in `docs/problems.md`.
 */
export type Problem =
	| DocumentProblem
	// general
	| { code: 'input.invalid'; fields: { path: string; problem: string }[] }
	| { code: 'input.too-long'; field: string; limit: number }
	| { code: 'right.missing'; action: string }
	| { code: 'right.not-signed-in' }
	| { code: 'thing.not-found'; kind: string }
	| { code: 'thing.changed-meanwhile'; kind: string }
	// the instance and its database
	| { code: 'database.folder-in-use'; folder: string }
	| { code: 'database.folder-not-writable'; folder: string }
	| { code: 'database.newer-than-program' }
	| { code: 'database.unreachable'; reason: string };

/** The name of a refusal, as machines and `docs/problems.md` know it. */
export type ProblemCode = Problem['code'];

import { boardProblemCodes, type BoardProblem } from './board-problems.ts';
import { budgetProblemCodes, type BudgetProblem } from './budget/problems.ts';
import { commentProblemCodes, type CommentProblem } from './comments/problems.ts';
import { consensusProblemCodes, type ConsensusProblem } from './consensus/problems.ts';
import { documentProblemCodes, type DocumentProblem } from './documents/problems.ts';
import { goalProblemCodes, type GoalProblem } from './goals/problems.ts';
import { materialProblemCodes, type MaterialProblem } from './materials/problems.ts';
import { minutesProblemCodes, type MinutesProblem } from './minutes/problems.ts';
import { paperProblemCodes, type PaperProblem } from './papers/problems.ts';
import { pictureProblemCodes, type PictureProblem } from './pictures/problems.ts';
import { processProblemCodes, type ProcessProblem } from './processes/problems.ts';
import { promotionProblemCodes, type PromotionProblem } from './promotion/problems.ts';
import { reportingProblemCodes, type ReportingProblem } from './reporting/problems.ts';
import { resolutionProblemCodes, type ResolutionProblem } from './resolutions/problems.ts';
import { sessionProblemCodes, type SessionProblem } from './sessions/problems.ts';
import { synthesisProblemCodes, type SynthesisProblem } from './synthesis/problems.ts';
import { textProblemCodes, type TextProblem } from './texts/problems.ts';

/**
 * Every refusal a person can meet. A new member does not compile until `src/lib/ui/problem-text.ts` has words for it;
 * its code is also a heading in `docs/problems.md`.
 */
export type Problem =
	| BoardProblem
	| BudgetProblem
	| CommentProblem
	| ConsensusProblem
	| DocumentProblem
	| GoalProblem
	| MaterialProblem
	| MinutesProblem
	| PaperProblem
	| PictureProblem
	| ProcessProblem
	| PromotionProblem
	| ReportingProblem
	| ResolutionProblem
	| SessionProblem
	| SynthesisProblem
	| TextProblem
	// general
	| { code: 'input.invalid'; fields: { path: string; problem: string }[] }
	| { code: 'input.too-long'; field: string; limit: number }
	| { code: 'right.missing'; action: string }
	| { code: 'right.not-signed-in' }
	| { code: 'thing.not-found'; kind: string }
	| { code: 'thing.changed-meanwhile'; kind: string }
	| { code: 'person.is-oneself' }
	| { code: 'person.name-differs' }
	| { code: 'login.failed' }
	| { code: 'login.too-many-tries'; seconds: number }
	| { code: 'request.foreign-origin' }
	| { code: 'request.too-large' }
	| { code: 'surprise'; id: string }
	// the instance and its database
	| { code: 'database.folder-in-use'; folder: string }
	| { code: 'database.folder-not-writable'; folder: string }
	| { code: 'database.newer-than-program' }
	| { code: 'database.unreachable'; reason: string };

/** The name of a refusal, as machines and `docs/problems.md` know it. */
export type ProblemCode = Problem['code'];

/** Every code at run time, for whoever walks the catalogue: one too few or too many does not compile. */
export const problemCodes = Object.keys({
	...boardProblemCodes,
	...budgetProblemCodes,
	...commentProblemCodes,
	...consensusProblemCodes,
	...documentProblemCodes,
	...goalProblemCodes,
	...materialProblemCodes,
	...minutesProblemCodes,
	...paperProblemCodes,
	...pictureProblemCodes,
	...processProblemCodes,
	...promotionProblemCodes,
	...reportingProblemCodes,
	...resolutionProblemCodes,
	...sessionProblemCodes,
	...synthesisProblemCodes,
	...textProblemCodes,
	'input.invalid': true,
	'input.too-long': true,
	'right.missing': true,
	'right.not-signed-in': true,
	'thing.not-found': true,
	'thing.changed-meanwhile': true,
	'person.is-oneself': true,
	'person.name-differs': true,
	'login.failed': true,
	'login.too-many-tries': true,
	'request.foreign-origin': true,
	'request.too-large': true,
	surprise: true,
	'database.folder-in-use': true,
	'database.folder-not-writable': true,
	'database.newer-than-program': true,
	'database.unreachable': true
} satisfies Record<ProblemCode, true>) as readonly ProblemCode[];

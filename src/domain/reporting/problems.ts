import type { VersionState } from '../goals/version-state.ts';
import type { SheetState } from './sheet.ts';

/** What can stand in the way of a report. */
export type ReportingProblem =
	| { code: 'period.gap'; key: string }
	| { code: 'period.unknown'; key: string }
	| { code: 'period.exists'; key: string }
	| { code: 'period.version-not-adopted'; state: VersionState }
	| { code: 'sheet.contributions-missing' }
	| { code: 'sheet.risks-missing' }
	| { code: 'sheet.assessment-missing' }
	| { code: 'sheet.countermeasure-not-needed' }
	| { code: 'sheet.countermeasure-unnamed' }
	| { code: 'sheet.cause-missing' }
	| { code: 'sheet.other-unit-missing' }
	| { code: 'sheet.move-impossible'; state: SheetState };

/** The codes at run time: one too few or too many does not compile. */
export const reportingProblemCodes = {
	'period.gap': true,
	'period.unknown': true,
	'period.exists': true,
	'period.version-not-adopted': true,
	'sheet.contributions-missing': true,
	'sheet.risks-missing': true,
	'sheet.assessment-missing': true,
	'sheet.countermeasure-not-needed': true,
	'sheet.countermeasure-unnamed': true,
	'sheet.cause-missing': true,
	'sheet.other-unit-missing': true,
	'sheet.move-impossible': true
} satisfies Record<ReportingProblem['code'], true>;

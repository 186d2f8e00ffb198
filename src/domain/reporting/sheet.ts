import type { LevelScheme } from '../goals/level-scheme.ts';
import { ok, refuse, type Result } from '../result.ts';

/** The risk-oriented assessment: gesichert, gefährdet, nicht erreichbar. */
export const assessments = ['secured', 'endangered', 'unreachable'] as const;
export type Assessment = (typeof assessments)[number];

/** Requested from the responsible office, in progress, submitted, returned with a comment, accepted. */
export const sheetStates = ['requested', 'in-progress', 'submitted', 'returned', 'accepted'] as const;
export type SheetState = (typeof sheetStates)[number];

/** What the office proposes against a deviation. */
export interface Countermeasure {
	readonly title: string;
	readonly cause: string;
	/** Other units it has to be coordinated with. */
	readonly coordinateWith: readonly string[];
}

/** What one office says about one goal in one period (Berichtsblatt). */
export interface Sheet {
	/** Realisierte Zielerreichungsbeiträge. */
	readonly contributions: string;
	/** Bestehende Risiken; "keine" is an answer, an empty field is not. */
	readonly risks: string;
	readonly assessment: Assessment | null;
	readonly countermeasures: readonly Countermeasure[];
}

/** Something done with a sheet. */
export type SheetMove = 'edit' | 'submit' | 'return' | 'accept';

const moves: Record<SheetState, Partial<Record<SheetMove, SheetState>>> = {
	requested: { edit: 'in-progress', submit: 'submitted' },
	'in-progress': { edit: 'in-progress', submit: 'submitted' },
	submitted: { return: 'returned', accept: 'accepted' },
	returned: { edit: 'returned', submit: 'submitted' },
	accepted: {}
};

/** The state of a sheet after a move. What was accepted stays as it is. */
export function moveSheet(state: SheetState, move: SheetMove): Result<SheetState> {
	const next = moves[state][move];
	return next ? ok(next) : refuse({ code: 'sheet.move-impossible', state });
}

/**
 * Whether a sheet may be handed in (Bezirksamt Mitte von Berlin, Vorlage 36/VI): contributions, risks and the assessment
 * are there, and countermeasures stand only where the goal is endangered or out of reach. What a countermeasure needs is a
 * rule of the scheme: a cause in Unna, another unit to coordinate with in Mitte.
 */
export function checkSheet(sheet: Sheet, rules: LevelScheme['countermeasure']): Result<void> {
	const { contributions, risks, assessment, countermeasures } = sheet;
	if (contributions.trim() === '') return refuse({ code: 'sheet.contributions-missing' });
	if (risks.trim() === '') return refuse({ code: 'sheet.risks-missing' });
	if (assessment === null) return refuse({ code: 'sheet.assessment-missing' });
	if (assessment === 'secured' && countermeasures.length > 0)
		return refuse({ code: 'sheet.countermeasure-not-needed' });
	for (const { title, cause, coordinateWith } of countermeasures) {
		if (title.trim() === '') return refuse({ code: 'sheet.countermeasure-unnamed' });
		if (rules.cause && cause.trim() === '') return refuse({ code: 'sheet.cause-missing' });
		if (rules.otherUnit && !coordinateWith.some((unit) => unit.trim() !== ''))
			return refuse({ code: 'sheet.other-unit-missing' });
	}
	return ok();
}

import { compareScenarios } from '#domain/budget/scenario.ts';
import { measureWords } from '#domain/budget/measure-words.ts';
import type { MeasureChoice, SharedState } from '#protocol/session-state.ts';
import type { Database } from '../db/database.ts';
import { listMeasures } from '../db/repositories/budget-measures.ts';
import { budgetOfSession, listScenarios } from '../db/repositories/budgets.ts';
import { localeOfTenant } from '../db/repositories/tenants.ts';

/** The joint budget on which the people of a session work, as far as their screens need it. */
export interface BudgetAtHand {
	shown: SharedState['budget'];
	choices: MeasureChoice[];
	/** What each measure would be called in a vote now. */
	words: ReadonlyMap<string, string>;
}

/** Reads it; null where the session has none. */
export async function readBudgetAtHand(
	db: Database,
	tenantId: string,
	sessionId: string
): Promise<BudgetAtHand | null> {
	const shown = await budgetOfSession(db, tenantId, sessionId);
	if (!shown) return null;
	const [measures, shared, locale] = await Promise.all([
		listMeasures(db, tenantId, shown.id),
		listScenarios(db, tenantId, shown.id, null),
		localeOfTenant(db, tenantId)
	]);
	const standing = compareScenarios(
		measures,
		shared.map(({ measureIds }) => measureIds)
	);
	const words = new Map(measures.map((measure) => [measure.id, measureWords(measure, locale)]));
	const choices = measures.map(({ id: measureId }) => ({
		measureId,
		title: words.get(measureId) ?? '',
		contested: standing.get(measureId) === 'contested'
	}));
	return { shown, choices, words };
}

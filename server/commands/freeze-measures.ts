import { measureWords } from '#domain/budget/measure-words.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { plainToDoc } from '#domain/texts/doc.ts';
import { freezeWords } from '#domain/texts/text-version.ts';
import { listMeasures } from '../db/repositories/budget-measures.ts';
import { budgetOfSession } from '../db/repositories/budgets.ts';
import { localeOfTenant } from '../db/repositories/tenants.ts';
import { textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import type { Context } from './context.ts';

/** A measure that can be voted on: its title and costs at this moment. */
export interface FrozenMeasure {
	candidateId: null;
	measureId: string;
	textVersionId: string;
	label: string;
}

/** Freezes measures of the joint budget on which the people of a session work. */
export async function freezeMeasures(
	ctx: Context,
	sessionId: string,
	measureIds: readonly string[]
): Promise<Result<FrozenMeasure[]>> {
	const { tx, tenantId, now: createdAt } = ctx;
	if (measureIds.length === 0) return ok([]);
	const budget = await budgetOfSession(tx, tenantId, sessionId);
	const locale = await localeOfTenant(tx, tenantId);
	const measures = budget ? await listMeasures(tx, tenantId, budget.id) : [];
	const frozen: FrozenMeasure[] = [];
	for (const measureId of new Set(measureIds)) {
		const measure = measures.find(({ id }) => id === measureId);
		if (!measure) return refuse({ code: 'thing.not-found', kind: 'measure' });
		const text = freezeWords(plainToDoc(measureWords(measure, locale)), sha256);
		if (!text.ok) return text;
		const textVersionId = ctx.newId();
		await tx.insert(textVersions).values({
			tenantId,
			id: textVersionId,
			kind: 'candidate',
			...text.value,
			source: { from: 'measure', measureId },
			createdBy: ctx.personId,
			createdAt
		});
		frozen.push({ candidateId: null, measureId, textVersionId, label: text.value.plain });
	}
	return ok(frozen);
}

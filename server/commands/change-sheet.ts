import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { assessments, moveSheet, type SheetMove } from '#domain/reporting/sheet.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { holdSheet, type Sheet } from '../db/repositories/reports.ts';
import { reportSheets } from '../db/schema/reporting.ts';
import type { AuditLine } from './command.ts';
import type { Context } from './context.ts';

const words = v.pipe(v.string(), v.trim(), v.maxLength(10_000));

/** What somebody says on a sheet, and which state of it she saw. */
export const sheetInput = v.object({
	sheetId: v.pipe(v.string(), v.uuid()),
	rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
	contributions: v.optional(words, ''),
	risks: v.optional(words, ''),
	assessment: v.optional(v.picklist(assessments))
});
export type SheetInput = v.InferOutput<typeof sheetInput>;

/** The sheet as somebody has seen it, held. If it has moved on since, her words would hide somebody else's. */
export async function holdSeenSheet({ tx, tenantId }: Context, { sheetId, rev }: SheetInput): Promise<Result<Sheet>> {
	const sheet = await holdSheet(tx, tenantId, sheetId);
	invariant(sheet, 'the place is a sheet');
	return sheet.rev === rev ? ok(sheet) : refuse({ code: 'thing.changed-meanwhile', kind: 'report-sheet' });
}

/** Writes the words of a sheet together with what is done with it. */
export async function writeSheet(
	{ tx, tenantId, personId, now }: Context,
	sheet: Sheet,
	{ contributions, risks, assessment }: SheetInput,
	move: Extract<SheetMove, 'edit' | 'submit'>
): Promise<Result<{ sheetId: string; rev: number }>> {
	const next = moveSheet(sheet.state, move);
	if (!next.ok) return next;
	const rev = sheet.rev + 1;
	await tx
		.update(reportSheets)
		.set({
			contributions,
			risks,
			assessment: assessment ?? null,
			state: next.value,
			rev,
			...(move === 'submit' && { submittedBy: personId, submittedAt: now })
		})
		.where(and(eq(reportSheets.tenantId, tenantId), eq(reportSheets.id, sheet.id)));
	return ok({ sheetId: sheet.id, rev });
}

/** The audit line of both commands. */
export const changeLine = (_: SheetInput, { sheetId, rev }: { sheetId: string; rev: number }): AuditLine => ({
	entity: 'report-sheet',
	entityId: sheetId,
	facts: { rev }
});

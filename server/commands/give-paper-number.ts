import { and, eq, isNotNull } from 'drizzle-orm';
import * as v from 'valibot';
import { checkGivenNumber } from '#domain/papers/paper-number.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { holdPaper } from '../db/repositories/papers.ts';
import { papers } from '../db/schema/papers.ts';
import { defineCommand } from './command.ts';
import { placeOfPaper } from './paper-places.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** Writes down the number of the Drucksache that the council's own system gave, once. */
export const givePaperNumber = defineCommand({
	name: 'give-paper-number',
	right: 'paper.write',
	input: v.object({
		paperId: v.pipe(v.string(), v.uuid()),
		reference: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))
	}),
	place: placeOfPaper,
	async run(ctx, { paperId, reference: typed }) {
		const { tx, tenantId } = ctx;
		const paper = await holdPaper(tx, tenantId, paperId);
		invariant(paper, 'the place is a paper');
		if (paper.reference !== null) return refuse({ code: 'paper.number-given', number: paper.reference });
		const taken = await tx
			.select({ reference: papers.reference })
			.from(papers)
			.where(and(eq(papers.tenantId, tenantId), eq(papers.year, paper.year), isNotNull(papers.reference)));
		const reference = checkGivenNumber(
			typed,
			taken.map((row) => row.reference ?? '')
		);
		if (!reference.ok) return reference;
		try {
			await tx
				.update(papers)
				.set({ reference: reference.value, rev: paper.rev + 1 })
				.where(and(eq(papers.tenantId, tenantId), eq(papers.id, paperId)));
		} catch (error) {
			if (isUniqueViolation(error)) return refuse({ code: 'paper.number-taken', number: reference.value });
			throw error;
		}
		return ok({ paperId });
	},
	audit: (_, { paperId }) => ({ entity: 'paper', entityId: paperId })
});

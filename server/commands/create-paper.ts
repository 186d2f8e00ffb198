import * as v from 'valibot';
import { isDay } from '#domain/day.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { readVersion } from '../db/repositories/goals.ts';
import { findProposableText } from '../db/repositories/text-resolutions.ts';
import type { AmendmentRow } from '../db/repositories/amendments.ts';
import { papers } from '../db/schema/papers.ts';
import { carryVariants, openVariantsOf } from './carry-variants.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { beginText } from './create-text.ts';
import { placeOfProcess } from './process-places.ts';
import { proposalText, resolvableText } from './proposal-text.ts';

const id = v.pipe(v.string(), v.uuid());
const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));

const about = {
	processId: id,
	type: v.optional(v.literal('decision'), 'decision'),
	subject: v.pipe(line(300), v.minLength(1)),
	year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
	date: v.pipe(v.string(), v.check(isDay)),
	unit: v.optional(line(120)),
	fileNumber: v.optional(line(60))
};

/**
 * Begins a paper (Vorlage) that asks to adopt a version of a goal system, or to resolve a version of a text of the same process. Its
 * proposal is a text that people write together; it begins with the goals or the words of the version, and takes its variants along.
 */
export const createPaper = defineCommand({
	name: 'create-paper',
	right: 'paper.write',
	input: v.union([v.object({ ...about, versionId: id }), v.object({ ...about, textVersionId: id })]),
	place: placeOfProcess,
	async run(ctx, input) {
		const { processId, type, subject, year, date, unit, fileNumber } = input;
		const { tx, tenantId, now: createdAt } = ctx;
		const proposed =
			'versionId' in input ? await proposeGoals(ctx, input.versionId) : await proposeText(ctx, input.textVersionId);
		if (!proposed.ok) return proposed;
		const { words, variants, ...about } = proposed.value;
		const textId = await beginText(ctx, { title: subject.slice(0, 200), kind: 'proposal' }, words);
		const carried = await carryVariants(ctx, textId, variants);
		if (!carried.ok) return carried;
		const paperId = ctx.newId();
		invariant(ctx.place.processId === processId, 'the place is the process');
		await tx.insert(papers).values({
			tenantId,
			id: paperId,
			processId,
			...about,
			type,
			subject,
			year,
			date,
			unit: unit || null,
			fileNumber: fileNumber || null,
			state: 'draft',
			proposalTextId: textId,
			createdAt
		});
		return ok({ paperId, textId, ...about, ...(variants.length > 0 && { variants: variants.length }) });
	},
	audit: (_, { paperId, ...facts }) => ({ entity: 'paper', entityId: paperId, facts })
});

/** What a paper is about, and the words with which its proposal begins. */
interface Proposed {
	words: Doc;
	/** Between which the body is to choose. */
	variants: AmendmentRow[];
	versionId: string | null;
	textVersionId: string | null;
}

async function proposeGoals({ tx, tenantId }: Context, versionId: string): Promise<Result<Proposed>> {
	const version = await readVersion(tx, tenantId, versionId);
	if (!version) return refuse({ code: 'thing.not-found', kind: 'goal-version' });
	const { state } = version;
	if (state !== 'draft' && state !== 'released') return refuse({ code: 'version.not-draft', state });
	return ok({ words: proposalText(version), variants: [], versionId, textVersionId: null });
}

async function proposeText(ctx: Context, textVersionId: string): Promise<Result<Proposed>> {
	const { tx, tenantId, place } = ctx;
	const version = await findProposableText(tx, tenantId, textVersionId);
	if (!version || version.processId !== place.processId)
		return refuse({ code: 'thing.not-found', kind: 'text-version' });
	const variants = await openVariantsOf(ctx, textVersionId);
	const named = variants.flatMap(({ before }) => before);
	return ok({ words: resolvableText(version, named), variants, versionId: null, textVersionId });
}

import * as v from 'valibot';
import { isDay } from '#domain/day.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { readVersion } from '../db/repositories/goals.ts';
import { papers } from '../db/schema/papers.ts';
import { defineCommand } from './command.ts';
import { beginText } from './create-text.ts';
import { placeOfProcess } from './process-places.ts';
import { proposalText } from './proposal-text.ts';

const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));

/**
 * Begins a paper (Vorlage) that asks to adopt a version of a goal system. Its proposal is a text that people write
 * together; it begins with the goals of the version.
 */
export const createPaper = defineCommand({
	name: 'create-paper',
	right: 'paper.write',
	input: v.object({
		processId: v.pipe(v.string(), v.uuid()),
		versionId: v.pipe(v.string(), v.uuid()),
		type: v.optional(v.literal('decision'), 'decision'),
		subject: v.pipe(line(300), v.minLength(1)),
		year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
		date: v.pipe(v.string(), v.check(isDay)),
		unit: v.optional(line(120)),
		fileNumber: v.optional(line(60))
	}),
	place: placeOfProcess,
	async run(ctx, { processId, versionId, type, subject, year, date, unit, fileNumber }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const version = await readVersion(tx, tenantId, versionId);
		if (!version) return refuse({ code: 'thing.not-found', kind: 'goal-version' });
		const { state } = version;
		if (state !== 'draft' && state !== 'released') return refuse({ code: 'version.not-draft', state });
		const textId = await beginText(ctx, { title: subject.slice(0, 200), kind: 'proposal' }, proposalText(version));
		const paperId = ctx.newId();
		invariant(ctx.place.processId === processId, 'the place is the process');
		await tx.insert(papers).values({
			tenantId,
			id: paperId,
			processId,
			versionId,
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
		return ok({ paperId, textId });
	},
	audit: ({ versionId }, { paperId, textId }) => ({ entity: 'paper', entityId: paperId, facts: { versionId, textId } })
});

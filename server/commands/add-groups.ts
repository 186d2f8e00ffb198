import * as v from 'valibot';
import { invariant } from '#domain/result.ts';
import { readGroupNames } from '#domain/processes/group-names.ts';
import { processTemplateNamed } from '#domain/processes/templates.ts';
import { findProcess } from '../db/repositories/processes.ts';
import { defineCommand } from './command.ts';
import { addGroupsTo } from './group-set-up.ts';
import { placeOfProcess } from './process-places.ts';

/** Adds groups to a process from a pasted list of names; where its template knows a session, each gets one at once. */
export const addGroups = defineCommand({
	name: 'add-groups',
	right: 'process.manage',
	input: v.object({
		processId: v.pipe(v.string(), v.uuid()),
		groups: v.pipe(v.string(), v.maxLength(10_000)),
		question: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ''),
		language: v.optional(v.picklist(['de', 'en']), 'de')
	}),
	place: placeOfProcess,
	async run(ctx, { processId, groups, question, language }) {
		const names = readGroupNames(groups);
		if (!names.ok) return names;
		const process = await findProcess(ctx.tx, ctx.tenantId, processId);
		invariant(process, 'the place is a process');
		const template = processTemplateNamed(process.template);
		return addGroupsTo(ctx, processId, names.value, { template, language, question });
	},
	audit: ({ processId }, { groupIds }) => ({
		entity: 'process',
		entityId: processId,
		facts: { groups: groupIds.length }
	})
});

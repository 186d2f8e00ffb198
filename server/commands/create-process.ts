import * as v from 'valibot';
import { isDay } from '#domain/day.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { readGroupNames } from '#domain/processes/group-names.ts';
import { processTemplates, type ProcessTemplateKey } from '#domain/processes/templates.ts';
import { processes, processMembers } from '../db/schema/processes.ts';
import { defineCommand } from './command.ts';
import { placeOfOwnOrganisation } from './goal-places.ts';
import { addGroupsTo } from './group-set-up.ts';

const day = v.optional(v.pipe(v.string(), v.check(isDay)));

/**
 * Begins a process from a template, with its groups from a pasted list and, where the template knows one, the first
 * session of each. Whoever begins it leads it.
 */
export const createProcess = defineCommand({
	name: 'create-process',
	right: 'process.create',
	input: v.object({
		title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(160)),
		template: v.picklist(Object.keys(processTemplates) as ProcessTemplateKey[]),
		startsOn: day,
		endsOn: day,
		/** One name on each line; none for now is all right. */
		groups: v.optional(v.pipe(v.string(), v.maxLength(10_000)), ''),
		question: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ''),
		language: v.optional(v.picklist(['de', 'en']), 'de')
	}),
	place: placeOfOwnOrganisation,
	async run(ctx, { title, template: key, startsOn, endsOn, groups, question, language }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		invariant(personId, 'only a person begins a process');
		if (startsOn && endsOn && endsOn < startsOn) return refuse({ code: 'process.period-reversed' });
		const names = groups.trim() === '' ? ok([]) : readGroupNames(groups);
		if (!names.ok) return names;
		const template = processTemplates[key];
		const [processId, kind] = [ctx.newId(), template.title[language]];
		await tx
			.insert(processes)
			.values({ tenantId, id: processId, title, kind, template: key, startsOn, endsOn, createdAt });
		await tx.insert(processMembers).values({ tenantId, processId, personId, role: 'lead' });
		const added = await addGroupsTo(ctx, processId, names.value, { template, language, question });
		return added.ok ? ok({ processId, groups: added.value.groupIds.length }) : added;
	},
	audit: ({ template }, { processId, groups }) => ({
		entity: 'process',
		entityId: processId,
		facts: { template, groups }
	})
});

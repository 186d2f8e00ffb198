import { and, count, eq } from 'drizzle-orm';
import { colours } from '#board/colours.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { groupLimits, sameGroupKey } from '#domain/processes/group-names.ts';
import type { ProcessTemplate } from '#domain/processes/process-template.ts';
import { sessionTemplates } from '#domain/sessions/templates.ts';
import { bodies } from '../db/schema/organisation.ts';
import { processGroups } from '../db/schema/processes.ts';
import type { Context } from './context.ts';
import { asking, shippedPlan } from './session-plans.ts';
import { setUpSession } from './set-up-session.ts';

/** In whose words and with what question the groups of a process begin. */
export interface GroupSetUp {
	template: ProcessTemplate;
	language: 'de' | 'en';
	/** What people are asked where they write first; empty for the question of the template. */
	question: string;
}

/**
 * Adds groups to a process by their names. A name that a body of the organisation has means this body; any other makes a
 * team. Where the template knows a session, each group gets it at once, with board, agenda and code.
 */
export async function addGroupsTo(
	ctx: Context,
	processId: string,
	names: readonly string[],
	setUp: GroupSetUp
): Promise<Result<{ groupIds: string[] }>> {
	const { tx, tenantId, now: createdAt } = ctx;
	const [present] = await tx
		.select({ n: count() })
		.from(processGroups)
		.where(and(eq(processGroups.tenantId, tenantId), eq(processGroups.processId, processId)));
	const before = present?.n ?? 0;
	if (before + names.length > groupLimits.groups) return refuse({ code: 'group.too-many', limit: groupLimits.groups });
	const known = await bodiesByName(ctx);
	const groupIds: string[] = [];
	for (const [at, name] of names.entries()) {
		const bodyId = known.get(sameGroupKey(name)) ?? (await makeTeam(ctx, name, setUp.template.teamKind));
		const groupId = ctx.newId();
		const position = before + at;
		const colour = colours[position % colours.length]!;
		const [written] = await tx
			.insert(processGroups)
			.values({ tenantId, id: groupId, processId, bodyId, position, colour, createdAt })
			.onConflictDoNothing()
			.returning();
		if (!written) return refuse({ code: 'group.exists', name });
		groupIds.push(groupId);
		const begun = await beginSession(ctx, processId, bodyId, name, setUp);
		if (!begun.ok) return begun;
	}
	return ok({ groupIds });
}

/** The organisation's bodies by the keys of their names, compared here: databases differ in what the small letter of Ä is. */
async function bodiesByName({ tx, tenantId }: Context): Promise<Map<string, string>> {
	const found = await tx.select({ id: bodies.id, name: bodies.name }).from(bodies).where(eq(bodies.tenantId, tenantId));
	return new Map(found.map(({ id, name }) => [sameGroupKey(name), id]));
}

async function makeTeam(ctx: Context, name: string, teamKind: ProcessTemplate['teamKind']): Promise<string> {
	const { tx, tenantId, now: createdAt } = ctx;
	const id = ctx.newId();
	await tx.insert(bodies).values({ tenantId, id, key: `team-${id}`, name, kind: 'team', teamKind, createdAt });
	return id;
}

async function beginSession(
	ctx: Context,
	processId: string,
	bodyId: string,
	name: string,
	{ template, language, question }: GroupSetUp
): Promise<Result<unknown>> {
	if (!template.session) return ok();
	const plan = asking(shippedPlan(template.session, language), question);
	const title = `${sessionTemplates[template.session].title[language]} ${name}`;
	const begun = await setUpSession(ctx, { processId, bodyId, title, question, ...plan });
	invariant(begun.ok, 'a shipped template can be laid out');
	return begun;
}

import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { boardTemplates as shippedBoards } from '#board/templates.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Action } from '#domain/rights/rights.ts';
import { sameNameKey, templateLimits, templateName } from '#domain/sessions/template-name.ts';
import { sessionTemplates as shippedSessions } from '#domain/sessions/templates.ts';
import type { Transaction } from '../db/database.ts';
import { boardTemplates, sessionTemplates } from '../db/schema/kept-templates.ts';
import { defineCommand } from './command.ts';
import type { Context, Place } from './context.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** One kind of template that an organisation keeps beside those that ship. */
interface KindOfTemplate {
	entity: 'session-template' | 'board-template';
	right: Action;
	table: typeof sessionTemplates | typeof boardTemplates;
	shipped: readonly { title: { de: string; en: string } }[];
}

export const ofSessions: KindOfTemplate = {
	entity: 'session-template',
	right: 'session-template.keep',
	table: sessionTemplates,
	shipped: Object.values(shippedSessions)
};

export const ofBoards: KindOfTemplate = {
	entity: 'board-template',
	right: 'board-template.keep',
	table: boardTemplates,
	shipped: Object.values(shippedBoards)
};

/** A typed name; the rule about names says more than a schema could. */
export const nameInput = v.pipe(v.string(), v.maxLength(2_000));
const templateId = v.pipe(v.string(), v.uuid());

/** The command that gives a template of the organisation another name. */
export function renaming(kind: KindOfTemplate) {
	const { entity, right, table } = kind;
	return defineCommand({
		name: `rename-${entity}`,
		right,
		input: v.object({ templateId, name: nameInput }),
		place: placeIn(kind),
		run: (ctx, { templateId, name }) =>
			writeNamed(ctx, kind, name, templateId, async (named) => {
				await ctx.tx
					.update(table)
					.set(named)
					.where(one(kind, ctx, templateId));
				return ok({ templateId });
			}),
		audit: (_, { templateId }) => ({ entity, entityId: templateId })
	});
}

/** The command that removes a template of the organisation. What was made from it stays as it is. */
export function removing(kind: KindOfTemplate) {
	const { entity, right, table } = kind;
	return defineCommand({
		name: `remove-${entity}`,
		right,
		input: v.object({ templateId }),
		place: placeIn(kind),
		async run(ctx, { templateId }) {
			await ctx.tx.delete(table).where(one(kind, ctx, templateId));
			return ok({ templateId });
		},
		audit: (_, { templateId }) => ({ entity, entityId: templateId })
	});
}

/** Keeps one more template under its name, unless there are enough. */
export async function keepNamed<T>(
	ctx: Context,
	kind: KindOfTemplate,
	typed: string,
	write: (named: Named) => Promise<Result<T>>
): Promise<Result<T>> {
	const limit = templateLimits.kept;
	const kept = await ctx.tx.$count(kind.table, eq(kind.table.tenantId, ctx.tenantId));
	return kept >= limit ? refuse({ code: 'template.too-many', limit }) : writeNamed(ctx, kind, typed, null, write);
}

interface Named {
	name: string;
	nameKey: string;
}

/** Writes a template under its name, unless another one has it, also one that came in this moment. `own` is the one that is renamed. */
async function writeNamed<T>(
	{ tx, tenantId }: Context,
	{ table, shipped }: KindOfTemplate,
	typed: string,
	own: string | null,
	write: (named: Named) => Promise<Result<T>>
): Promise<Result<T>> {
	const kept = await tx.select({ id: table.id, name: table.name }).from(table).where(eq(table.tenantId, tenantId));
	const others = kept.filter(({ id }) => id !== own).map(({ name }) => name);
	const name = templateName(typed, [...shipped.flatMap(({ title }) => [title.de, title.en]), ...others]);
	if (!name.ok) return name;
	try {
		return await write({ name: name.value, nameKey: sameNameKey(name.value) });
	} catch (error) {
		if (isUniqueViolation(error)) return refuse({ code: 'template.name-taken', name: name.value });
		throw error;
	}
}

/** A command on a kept template acts in the process in which it was made. */
function placeIn({ table }: KindOfTemplate) {
	return async (tx: Transaction, { templateId }: { templateId: string }): Promise<Place | null> => {
		const { tenantId, processId } = table;
		const [found] = await tx.select({ tenantId, processId }).from(table).where(eq(table.id, templateId));
		return found ?? null;
	};
}

const one = ({ table }: KindOfTemplate, { tenantId }: Context, templateId: string) =>
	and(eq(table.tenantId, tenantId), eq(table.id, templateId));

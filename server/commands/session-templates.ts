import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { refuse, type Result } from '#domain/result.ts';
import { sameNameKey, templateName } from '#domain/sessions/template-name.ts';
import type { Transaction } from '../db/database.ts';
import { listSessionTemplates } from '../db/repositories/session-templates.ts';
import { sessionTemplates } from '../db/schema/session-templates.ts';
import type { Context, Place } from './context.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** A typed name; the rule about names says more than a schema could. */
export const nameInput = v.pipe(v.string(), v.maxLength(2_000));

/** Where a command on a kept template acts: in the process in which it was made. */
export async function placeOfTemplate(tx: Transaction, { templateId }: { templateId: string }): Promise<Place | null> {
	const { tenantId, processId } = sessionTemplates;
	const [found] = await tx
		.select({ tenantId, processId })
		.from(sessionTemplates)
		.where(eq(sessionTemplates.id, templateId));
	return found ?? null;
}

/** Writes a template under its name, unless another one has it, also one that came in this moment. */
export async function writeNamed<T>(
	{ tx, tenantId }: Context,
	typed: string,
	/** The one that is renamed. */
	own: string | null,
	write: (named: { name: string; nameKey: string }) => Promise<Result<T>>
): Promise<Result<T>> {
	const others = (await listSessionTemplates(tx, tenantId)).filter(({ id }) => id !== own);
	const name = templateName(
		typed,
		others.map((other) => other.name)
	);
	if (!name.ok) return name;
	try {
		return await write({ name: name.value, nameKey: sameNameKey(name.value) });
	} catch (error) {
		if (isUniqueViolation(error)) return refuse({ code: 'template.name-taken', name: name.value });
		throw error;
	}
}

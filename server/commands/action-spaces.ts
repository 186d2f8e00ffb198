import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { refuse, ok, type Result } from '#domain/result.ts';
import type { Transaction } from '../db/database.ts';
import { actionSpaces, topics } from '../db/schema/synthesis.ts';
import type { Context, Place } from './context.ts';

/** The most action spaces of one process. */
export const actionSpaceLimit = 40;

/** What people type into an action space. */
export const spaceTitle = v.pipe(v.string(), v.trim(), v.maxLength(120));
export const spaceDefinition = v.pipe(v.string(), v.trim(), v.maxLength(1_000));

/** Where a command on an action space acts: in its process. */
export async function placeOfActionSpace(
	tx: Transaction,
	{ actionSpaceId }: { actionSpaceId: string }
): Promise<Place | null> {
	const { tenantId, processId } = actionSpaces;
	const [found] = await tx.select({ tenantId, processId }).from(actionSpaces).where(eq(actionSpaces.id, actionSpaceId));
	return found ?? null;
}

/** Where a command on a topic of the synthesis acts: in its process. */
export async function placeOfTopic(tx: Transaction, { topicId }: { topicId: string }): Promise<Place | null> {
	const { tenantId, processId } = topics;
	const [found] = await tx.select({ tenantId, processId }).from(topics).where(eq(topics.id, topicId));
	return found ?? null;
}

/** An action space of the process in which a command acts, removed or not; another one is not found. */
export async function actionSpaceHere({ tx, tenantId, place }: Context, id: string) {
	const [found] = await tx
		.select()
		.from(actionSpaces)
		.where(and(eq(actionSpaces.tenantId, tenantId), eq(actionSpaces.id, id)))
		.for('update');
	const isHere = found?.processId === place.processId;
	return isHere && found ? ok(found) : refuse({ code: 'thing.not-found', kind: 'action-space' });
}

/** A title, or the refusal that asks for one. */
export function requireTitle(title: string): Result<string> {
	return title === '' ? refuse({ code: 'action-space.title-missing' }) : ok(title);
}

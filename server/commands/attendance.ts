import { and, eq, isNull } from 'drizzle-orm';
import { attendances } from '../db/schema/attendances.ts';
import { participants } from '../db/schema/sessions.ts';
import type { Context } from './context.ts';

/** Who in which session. */
interface Stay {
	readonly sessionId: string;
	readonly participantId: string;
}

/** Writes down that somebody is there from now on; whoever is there already stays so. */
export async function comes({ tx, tenantId, now, newId }: Context, { sessionId, participantId }: Stay): Promise<void> {
	await tx
		.insert(attendances)
		.values({ tenantId, id: newId(), sessionId, participantId, cameAt: now, createdAt: now })
		.onConflictDoNothing();
}

/** Writes down that somebody is away from now on. Of whom no stay was recorded yet, she has been there since she joined. */
export async function leaves(ctx: Context, { sessionId, participantId }: Stay): Promise<void> {
	const { tx, tenantId, now, newId } = ctx;
	const hers = and(eq(attendances.tenantId, tenantId), eq(attendances.participantId, participantId));
	const known = await tx.select({ id: attendances.id }).from(attendances).where(hers).limit(1);
	if (known.length > 0) {
		await tx
			.update(attendances)
			.set({ leftAt: now })
			.where(and(hers, isNull(attendances.leftAt)));
		return;
	}
	const [joined] = await tx
		.select({ cameAt: participants.createdAt })
		.from(participants)
		.where(and(eq(participants.tenantId, tenantId), eq(participants.id, participantId)));
	if (!joined) return;
	const stay = { tenantId, id: newId(), sessionId, participantId, createdAt: now };
	await tx.insert(attendances).values({ ...stay, cameAt: joined.cameAt, leftAt: now });
}

/** The session is over: nobody is there any more. */
export async function allLeave({ tx, tenantId, now }: Context, sessionId: string): Promise<void> {
	await tx
		.update(attendances)
		.set({ leftAt: now })
		.where(and(eq(attendances.tenantId, tenantId), eq(attendances.sessionId, sessionId), isNull(attendances.leftAt)));
}

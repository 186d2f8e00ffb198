import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { processes, processGroups } from '../db/schema/processes.ts';
import type { Place } from './context.ts';

/** Where a command acts that begins or changes something in a process. */
export async function placeOfProcess(tx: Transaction, { processId }: { processId: string }): Promise<Place | null> {
	const [found] = await tx.select({ tenantId: processes.tenantId }).from(processes).where(eq(processes.id, processId));
	return found ? { ...found, processId } : null;
}

/** Where a command on a group acts: in the group's process. */
export async function placeOfGroup(tx: Transaction, { groupId }: { groupId: string }): Promise<Place | null> {
	const { tenantId, processId } = processGroups;
	const [found] = await tx.select({ tenantId, processId }).from(processGroups).where(eq(processGroups.id, groupId));
	return found ?? null;
}

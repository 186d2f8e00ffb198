import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { commandReceipts } from '../db/schema/processes.ts';

/** Which command of whom is meant: a network that repeats a request repeats its key. */
export interface ReceiptKey {
	tenantId: string;
	personId: string;
	key: string;
	command: string;
}

/**
 * Takes the key for this transaction. A second request with the same key waits for the first and then gets its
 * answer instead of acting again.
 */
export async function takeReceipt(
	tx: Transaction,
	receipt: ReceiptKey,
	now: Date
): Promise<{ repeated: unknown } | null> {
	const taken = await tx
		.insert(commandReceipts)
		.values({ ...receipt, result: null, createdAt: now })
		.onConflictDoNothing()
		.returning({ key: commandReceipts.key });
	if (taken.length > 0) return null;
	const [earlier] = await tx.select().from(commandReceipts).where(sameReceipt(receipt));
	return { repeated: earlier?.result };
}

/** Keeps the answer for repetitions. */
export async function keepReceipt(tx: Transaction, receipt: ReceiptKey, result: unknown): Promise<void> {
	await tx
		.update(commandReceipts)
		.set({ result: result ?? null })
		.where(sameReceipt(receipt));
}

const sameReceipt = ({ tenantId, personId, key }: ReceiptKey) =>
	and(eq(commandReceipts.tenantId, tenantId), eq(commandReceipts.personId, personId), eq(commandReceipts.key, key));

import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#server/db/database.ts';
import { documents } from '#server/db/schema/documents.ts';

/** From now on these documents can only be read, until they are woken. What is frozen stays so for good. */
export async function restDocuments(tx: Transaction, names: readonly string[]): Promise<void> {
	await tx
		.update(documents)
		.set({ state: 'resting' })
		.where(and(eq(documents.state, 'open'), inArray(documents.name, [...names])));
}

/** What rests of these documents can be written again, as it stood. */
export async function wakeDocuments(tx: Transaction, names: readonly string[]): Promise<void> {
	await tx
		.update(documents)
		.set({ state: 'open' })
		.where(and(eq(documents.state, 'resting'), inArray(documents.name, [...names])));
}

/** Lets the program itself write in what rests in an organisation, as to erase somebody; nobody else comes in between. */
export async function writeInResting<T>(tx: Transaction, tenantId: string, write: () => Promise<T>): Promise<T> {
	const woken = await tx
		.update(documents)
		.set({ state: 'open' })
		.where(and(eq(documents.state, 'resting'), eq(documents.tenantId, tenantId)))
		.returning({ name: documents.name });
	const written = await write();
	const names = woken.map(({ name }) => name);
	if (names.length > 0) await tx.update(documents).set({ state: 'resting' }).where(inArray(documents.name, names));
	return written;
}

import { asc, eq, sql } from 'drizzle-orm';
import { appendLink, verifyChain } from '#domain/promotion/chain.ts';
import { invariant, type Result } from '#domain/result.ts';
import type { Database, Transaction } from '../db/database.ts';
import { auditEvents, auditHeads } from '../db/schema/audit.ts';
import { sha256 } from '../ids.ts';
import type { AuditLine } from './command.ts';

/** What the first event of every tenant rests on. */
const genesis = sha256('wirkraum audit');

/** One thing that happened. */
export interface AuditEvent {
	tenantId: string;
	at: Date;
	/** The person's id; null for the program itself. */
	actor: string | null;
	command: string;
	line: AuditLine;
}

/** Adds one line to a tenant's chain. The lock on the chain's end gives concurrent commands their order until they commit. */
export async function appendAudit(tx: Transaction, { tenantId, at, actor, command, line }: AuditEvent): Promise<void> {
	await tx.insert(auditHeads).values({ tenantId, seq: 0, hash: genesis }).onConflictDoNothing();
	const [head] = await tx
		.update(auditHeads)
		.set({ seq: sql`${auditHeads.seq} + 1` })
		.where(eq(auditHeads.tenantId, tenantId))
		.returning();
	invariant(head, 'every tenant has an end of its chain');
	const { entity, entityId, facts = {} } = line;
	const event = { tenantId, seq: head.seq, at: at.toISOString(), actor, command, entity, entityId, facts };
	const link = appendLink(event, head.hash, sha256);
	await tx.insert(auditEvents).values({ ...link, at });
	await tx.update(auditHeads).set({ hash: link.hash }).where(eq(auditHeads.tenantId, tenantId));
}

/** Whether a tenant's chain holds from its first event to its end; if not, `chain.broken` names the first break. */
export async function verifyAudit(db: Database | Transaction, tenantId: string): Promise<Result<void>> {
	const events = await db
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.tenantId, tenantId))
		.orderBy(asc(auditEvents.seq));
	const [head] = await db.select().from(auditHeads).where(eq(auditHeads.tenantId, tenantId));
	const chain = events.map((event) => ({ ...event, at: event.at.toISOString() }));
	return verifyChain(chain, genesis, sha256, head?.hash ?? genesis);
}

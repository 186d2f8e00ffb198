import { eq, sql } from 'drizzle-orm';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { Transaction } from '../db/database.ts';
import { auditEvents, auditHeads } from '../db/schema/audit.ts';
import { sha256 } from '../ids.ts';
import type { AuditLine } from './command.ts';

/** The hash before the first event of a tenant. */
export const genesis = sha256('wirkraum audit');

/** What an audit event's hash is taken over. */
export interface AuditFacts {
	tenantId: string;
	seq: number;
	at: Date;
	actor: string | null;
	command: string;
	line: AuditLine;
}

/** The hash that chains an event to the one before it. */
export function hashOfEvent(prevHash: string, { tenantId, seq, at, actor, command, line }: AuditFacts): string {
	const { entity, entityId, facts = {} } = line;
	return sha256(
		canonicalJson({ prevHash, tenantId, seq, at: at.toISOString(), actor, command, entity, entityId, facts })
	);
}

/** Adds one line to a tenant's chain. The lock on the chain's end gives concurrent commands their order until they commit. */
export async function appendAudit(tx: Transaction, event: Omit<AuditFacts, 'seq'>): Promise<void> {
	await tx.insert(auditHeads).values({ tenantId: event.tenantId, seq: 0, hash: genesis }).onConflictDoNothing();
	const [head] = await tx
		.update(auditHeads)
		.set({ seq: sql`${auditHeads.seq} + 1` })
		.where(eq(auditHeads.tenantId, event.tenantId))
		.returning();
	if (!head) throw new Error('The audit chain has no end to append to');
	const hash = hashOfEvent(head.hash, { ...event, seq: head.seq });
	await tx.insert(auditEvents).values({
		tenantId: event.tenantId,
		seq: head.seq,
		at: event.at,
		actor: event.actor,
		command: event.command,
		entity: event.line.entity,
		entityId: event.line.entityId,
		facts: event.line.facts ?? {},
		prevHash: head.hash,
		hash
	});
	await tx.update(auditHeads).set({ hash }).where(eq(auditHeads.tenantId, event.tenantId));
}

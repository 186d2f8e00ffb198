import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { inRolledBackTransaction, openTestDatabase } from '../../tests/support/database.ts';
import type { OpenDatabase } from '../db/client.ts';
import type { Transaction } from '../db/database.ts';
import { auditEvents } from '../db/schema/audit.ts';
import { newId } from '../ids.ts';
import { appendAudit, verifyAudit } from './audit.ts';

let database: OpenDatabase;
beforeAll(async () => void (database = await openTestDatabase()));

const tenantId = newId();

async function threeEvents(tx: Transaction) {
	for (const n of [1, 2, 3]) {
		const line = { entity: 'card', entityId: newId(), facts: { n, late: false } };
		await appendAudit(tx, { tenantId, at: new Date(), actor: newId(), command: 'submit-card', line });
	}
}

test('the chain of what happened holds', () =>
	inRolledBackTransaction(database.db, async (tx) => {
		await threeEvents(tx);
		expect(await verifyAudit(tx, tenantId)).toEqual({ ok: true, value: undefined });
	}));

test('a changed event is found', () =>
	inRolledBackTransaction(database.db, async (tx) => {
		await threeEvents(tx);
		await tx
			.update(auditEvents)
			.set({ command: 'something-else' })
			.where(and(eq(auditEvents.tenantId, tenantId), eq(auditEvents.seq, 2)));
		expect(await verifyAudit(tx, tenantId)).toMatchObject({ problem: { code: 'chain.broken', position: 1 } });
	}));

test('an event that was taken out is found, also the last one', () =>
	inRolledBackTransaction(database.db, async (tx) => {
		await threeEvents(tx);
		await tx.delete(auditEvents).where(and(eq(auditEvents.tenantId, tenantId), eq(auditEvents.seq, 3)));
		expect(await verifyAudit(tx, tenantId)).toMatchObject({ problem: { code: 'chain.broken' } });
	}));

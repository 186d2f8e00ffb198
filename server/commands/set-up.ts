import { and, asc, count, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Database, Transaction } from '../db/database.ts';
import { accounts, people, setupLinks, tenants } from '../db/schema/organisation.ts';
import { newId, newSecret, sha256 } from '../ids.ts';
import { appendAudit } from './audit.ts';
import type { Surroundings } from './execute.ts';

/** What the first administrator fills in. */
export const setUpShape = v.object({
	organisation: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(120)),
	kind: v.picklist(['kreis', 'landkreis', 'stadt', 'gemeinde', 'bezirk', 'verband']),
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254)),
	password: v.pipe(v.string(), v.minLength(12), v.maxLength(200))
});

/** Makes a one-time link for an instance without any account and returns its secret; null if there is an account already. */
export async function offerSetUp(db: Database, now: Date): Promise<string | null> {
	if (await hasAccounts(db)) return null;
	const secret = newSecret();
	await db.insert(setupLinks).values({ tokenHash: sha256(secret), createdAt: now });
	return secret;
}

/** Whether a set-up link still works. */
export async function setUpIsOpen(db: Database | Transaction, secret: string): Promise<boolean> {
	const [link] = await db
		.select()
		.from(setupLinks)
		.where(and(eq(setupLinks.tokenHash, sha256(secret)), isNull(setupLinks.usedAt)));
	return link !== undefined && !(await hasAccounts(db));
}

/** Creates the organisation and its first administrator. The link is used up by it, and so are all others. */
export async function setUp(
	{ db, clock }: Surroundings,
	secret: string,
	raw: unknown
): Promise<Result<{ personId: string; tenantId: string }>> {
	const parsed = v.safeParse(setUpShape, raw);
	if (!parsed.success)
		return refuse({
			code: 'input.invalid',
			fields: parsed.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', problem: issue.message }))
		});
	const { organisation, kind, name, email, password } = parsed.output;
	const passwordHash = await hashPassword(password);
	return db.transaction(async (tx) => {
		// Every start, and every one of several processes, has printed a link of its own: all of them are taken together.
		const links = await tx
			.select({ tokenHash: setupLinks.tokenHash })
			.from(setupLinks)
			.where(isNull(setupLinks.usedAt))
			.orderBy(asc(setupLinks.tokenHash))
			.for('update');
		const holds = links.some(({ tokenHash }) => tokenHash === sha256(secret));
		if (!holds || (await hasAccounts(tx))) return refuse({ code: 'thing.not-found', kind: 'set-up' });
		await tx.update(setupLinks).set({ usedAt: clock() }).where(isNull(setupLinks.usedAt));
		const createdAt = clock();
		const [tenantId, personId] = [newId(), newId()];
		const key =
			organisation
				.toLowerCase()
				.normalize('NFKD')
				.replace(/[^a-z0-9]+/g, '-')
				.replace(/^-|-$/g, '') || 'organisation';
		await tx.insert(tenants).values({ id: tenantId, key, name: organisation, kind, createdAt });
		await tx.insert(people).values({ tenantId, id: personId, name, kind: 'account', createdAt });
		await tx
			.insert(accounts)
			.values({ tenantId, id: newId(), personId, email, passwordHash, role: 'admin', createdAt });
		const line = { entity: 'tenant', entityId: tenantId };
		await appendAudit(tx, { tenantId, at: createdAt, actor: personId, command: 'set-up', line });
		return ok({ personId, tenantId });
	});
}

async function hasAccounts(db: Database | Transaction): Promise<boolean> {
	const [row] = await db.select({ n: count() }).from(accounts);
	return (row?.n ?? 0) > 0;
}

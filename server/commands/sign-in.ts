import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse, type Result } from '#domain/result.ts';
import { FailureLimit, neighbourhood } from '../auth/limits.ts';
import { fitsPassword } from '../auth/passwords.ts';
import type { Sessions } from '../auth/sessions.ts';
import { accounts } from '../db/schema/organisation.ts';
import { appendAudit } from './audit.ts';
import type { Surroundings } from './execute.ts';

const limit = new FailureLimit({ each: 10, all: 300, seconds: 300 });

const shape = v.object({
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254)),
	password: v.pipe(v.string(), v.maxLength(200))
});

/**
 * Signs somebody in with email and password and returns the value of her new session cookie. It is no ordinary
 * command, because nobody is there yet: an unknown address and a wrong password cost the same and answer the same.
 */
export async function signIn(
	{ db, clock }: Surroundings,
	sessions: Sessions,
	raw: unknown,
	address: string
): Promise<Result<string>> {
	const from = neighbourhood(address);
	const seconds = await limit.wait(from);
	if (seconds > 0) return refuse({ code: 'login.too-many-tries', seconds });
	const parsed = v.safeParse(shape, raw);
	const { email, password } = parsed.success ? parsed.output : { email: '', password: '' };
	const [account] = await db
		.select()
		.from(accounts)
		.where(and(eq(accounts.email, email), isNull(accounts.disabledAt)));
	if (!(await fitsPassword(account?.passwordHash, password)) || !account) {
		await limit.failed(from);
		return refuse({ code: 'login.failed' });
	}
	const { tenantId, personId } = account;
	const line = { entity: 'account', entityId: account.id };
	await db.transaction((tx) => appendAudit(tx, { tenantId, at: clock(), actor: personId, command: 'sign-in', line }));
	return ok(await sessions.start({ personId, tenantId }));
}

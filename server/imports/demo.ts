import { invariant } from '#domain/result.ts';
import type { Actor } from '../auth/actor.ts';
import { hashPassword } from '../auth/passwords.ts';
import { createSession } from '../commands/create-session.ts';
import { execute, type Surroundings } from '../commands/execute.ts';
import type { Transaction } from '../db/database.ts';
import { accounts, people } from '../db/schema/organisation.ts';
import { processMembers } from '../db/schema/processes.ts';
import { demoAccountsFor, demoPassword, type DemoAccount } from '../demo.ts';
import { newId } from '../ids.ts';
import { importHelmstedt } from './helmstedt.ts';
import type { Imported } from './organisation.ts';

/** Landkreis Helmstedt with four accounts and a Potentialworkshop of one Fachgruppe that waits for its people. */
export async function writeDemo(around: Surroundings): Promise<void> {
	const passwordHash = await hashPassword(demoPassword);
	const { helmstedt, facilitator } = await around.db.transaction(async (tx) => {
		const helmstedt = await importHelmstedt(tx, around.clock());
		const facilitator = await writeAccounts(tx, helmstedt, demoAccountsFor('helmstedt'), passwordHash, around.clock());
		invariant(facilitator, 'one account of the demonstration leads');
		return { helmstedt, facilitator };
	});
	const created = await execute(around, createSession, facilitator, {
		processId: helmstedt.processId,
		title: 'Potentialworkshop Wirtschaft und Tourismus',
		bodyId: helmstedt.teams.get('F5'),
		question: 'Welche Potentiale sehen Sie für Wirtschaft und Tourismus im Landkreis?',
		template: 'potential-workshop'
	});
	invariant(created.ok, 'the demonstration has a workshop');
}

/** Writes accounts of the demonstration and returns the one who leads the process. */
export async function writeAccounts(
	tx: Transaction,
	{ tenantId, processId }: Imported,
	demoAccounts: readonly DemoAccount[],
	passwordHash: string,
	createdAt: Date
): Promise<Actor | undefined> {
	let lead: Actor | undefined;
	for (const { email, name, role, process } of demoAccounts) {
		const personId = newId();
		await tx.insert(people).values({ tenantId, id: personId, name, kind: 'account', createdAt });
		await tx.insert(accounts).values({ tenantId, id: newId(), personId, email, passwordHash, role, createdAt });
		await tx.insert(processMembers).values({ tenantId, processId, personId, role: process });
		if (process === 'lead') lead = { kind: 'person', personId, tenantId, role };
	}
	return lead;
}

import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';
import { tenants } from '../db/schema/organisation.ts';
import type { Surroundings } from '../commands/execute.ts';
import { hashPassword } from '../auth/passwords.ts';
import { demoAccountsFor, demoPassword } from '../demo.ts';
import { writeAccounts, writeDemo } from './demo.ts';
import type { Imported } from './organisation.ts';
import { importHelmstedt } from './helmstedt.ts';
import { importMitte } from './mitte.ts';
import { importUnna } from './unna.ts';
import { importVerwaltung2030 } from './verwaltung2030.ts';

/** The organisations of the source documents, by the name that `npm run seed` takes, with the key of their tenant. */
const examples: Record<string, { tenant: string; load(tx: Transaction, now: Date): Promise<Imported> }> = {
	helmstedt: { tenant: 'landkreis-helmstedt', load: importHelmstedt },
	unna: { tenant: 'kreis-unna', load: importUnna },
	mitte: { tenant: 'bezirk-mitte', load: importMitte },
	verwaltung2030: { tenant: 'musterkommune', load: importVerwaltung2030 }
};

/**
 * Loads one example organisation; says in a sentence what happened. A second time nothing happens. Only a demonstration
 * gets accounts to look at it.
 */
export async function seedExample({ db, clock }: Surroundings, name: string, demo: boolean): Promise<string> {
	const example = Object.hasOwn(examples, name) ? examples[name] : undefined;
	if (!example) throw new Error(`There is no example "${name}". Known are ${Object.keys(examples).join(', ')}.`);
	if (await hasTenant(db, example.tenant)) return `The example ${name} is there already.`;
	const accounts = demo ? demoAccountsFor(name) : [];
	const passwordHash = await hashPassword(demoPassword);
	await db.transaction(async (tx) => {
		const imported = await example.load(tx, clock());
		await writeAccounts(tx, imported, accounts, passwordHash, clock());
	});
	const steering = accounts.find(({ role }) => role === 'steering');
	return steering
		? `The example ${name} is loaded. Sign in as ${steering.email}, password ${demoPassword}.`
		: `The example ${name} is loaded. It has no accounts, because this is no demonstration.`;
}

/** Fills an empty instance with the demonstration: Helmstedt with people and a workshop that is ready to run. */
export async function seedDemo(around: Surroundings): Promise<void> {
	const [any] = await around.db.select({ id: tenants.id }).from(tenants).limit(1);
	if (!any) await writeDemo(around);
}

async function hasTenant(db: Database, key: string): Promise<boolean> {
	const [found] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.key, key));
	return found !== undefined;
}

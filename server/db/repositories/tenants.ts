import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { tenants } from '../schema/organisation.ts';

/** The language in which an organisation keeps its records, such as `de`. */
export async function localeOfTenant(db: Database | Transaction, tenantId: string): Promise<string> {
	const [found] = await db.select({ locale: tenants.locale }).from(tenants).where(eq(tenants.id, tenantId));
	return found?.locale ?? 'de';
}

/** In which of the languages of the interface an organisation writes. */
export async function languageOfTenant(db: Database | Transaction, tenantId: string): Promise<'de' | 'en'> {
	return (await localeOfTenant(db, tenantId)).startsWith('en') ? 'en' : 'de';
}

/** The time zone of an organisation, such as `Europe/Berlin`: its days end there. */
export async function zoneOfTenant(db: Database | Transaction, tenantId: string): Promise<string> {
	const [found] = await db.select({ zone: tenants.timezone }).from(tenants).where(eq(tenants.id, tenantId));
	return found?.zone ?? 'Europe/Berlin';
}

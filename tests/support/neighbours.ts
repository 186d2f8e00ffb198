import type { Database } from '#server/db/database.ts';
import { people, tenants } from '#server/db/schema/organisation.ts';
import { processes } from '#server/db/schema/processes.ts';
import { newId } from '#server/ids.ts';
import type { TestActor } from './house.ts';

/** Another organisation with a process and somebody who may do everything there. */
export async function neighbours(db: Database) {
	const [tenantId, processId, personId, createdAt] = [newId(), newId(), newId(), new Date()];
	await db.insert(tenants).values({ id: tenantId, key: tenantId, name: 'Anderswo', kind: 'kreis', createdAt });
	await db.insert(processes).values({ tenantId, id: processId, title: 'Prozess', kind: 'kek', createdAt });
	await db.insert(people).values({ tenantId, id: personId, name: 'Fremd', kind: 'account', createdAt });
	return { tenantId, processId, admin: { kind: 'person', personId, tenantId, role: 'admin' } as TestActor };
}

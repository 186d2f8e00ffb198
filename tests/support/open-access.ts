import { v5 as named } from 'uuid';
import type { DocumentAccess } from '#server/sync/access.ts';

/** The tenant of everybody in long runs. */
export const openTenant = '0190a7c0-0000-7000-8000-000000000001';

/** The person behind a name: the same one in every process. */
export const personNamed = (name: string): string => named(name, openTenant);

/** The cookie is the name, and everybody may write, except the one who is called reader. */
export const openAccess: DocumentAccess = {
	async identify(request) {
		const name = /wr_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
		return name ? { personId: personNamed(name), sessionEnds: null } : null;
	},
	async grant({ personId }) {
		const right = personId === personNamed('reader') ? 'read' : 'write';
		return { right, identity: { id: 'p', name: 'p', colour: 'blue', role: 'participant' }, tenantId: openTenant };
	}
};

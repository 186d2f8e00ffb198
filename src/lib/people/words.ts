import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** Somebody as the administration of the organisation sees her. */
export interface Person {
	id: string;
	/** Empty if she gave none. */
	name: string;
	kind: 'account' | 'guest';
	email: string | null;
	role: 'admin' | 'steering' | 'member' | null;
	since: Date;
	/** The titles of the live sessions she has a place in, the newest first. */
	sessions: readonly string[];
}

const roles = { admin: m.people_role_admin, steering: m.people_role_steering, member: m.people_role_member };

/** A name to be shown, also for somebody who gave none. */
export const shownName = ({ name }: Pick<Person, 'name'>): string => name || m.people_nameless();

/** What tells somebody from others of the same name: address and role, or when and where she was a guest. */
export function factsAbout({ kind, email, role, since, sessions }: Omit<Person, 'id' | 'name'>): string {
	if (kind === 'account') return [email, role && roles[role]()].filter(Boolean).join(' · ');
	const day = new Intl.DateTimeFormat(getLocale() === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long' }).format(since);
	return [m.people_guest_since({ day }), ...sessions].join(' · ');
}

import type { Day } from '../day.ts';
import { ok, refuse, type Result } from '../result.ts';

/** What somebody is in a group: she moderates it, belongs to its core, or joins it for a time. */
export const groupRoles = ['facilitator', 'core', 'temporary'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** From when until when, both included, somebody works in a group; without an end she stays. */
export interface Membership {
	readonly role: GroupRole;
	readonly since: Day;
	readonly until: Day | null;
}

/**
 * Whether a membership can begin so: temporary members of an agile core team (Verwaltung 2.030) need a last day, and
 * nobody is added whose last day has passed.
 */
export function checkMembership({ role, since, until }: Membership): Result<void> {
	if (role === 'temporary' && until === null) return refuse({ code: 'group.member-needs-end' });
	return until !== null && until < since ? refuse({ code: 'group.end-passed' }) : ok();
}

/** Whether a membership holds on a day. It ends by itself: nobody has to remove anybody. */
export function holdsOn({ since, until }: Pick<Membership, 'since' | 'until'>, day: Day): boolean {
	return since <= day && (until === null || day <= until);
}

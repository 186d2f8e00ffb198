import type { LeadState, PersonView } from '#protocol/session-state.ts';
import * as m from '#paraglide/messages.js';

/** Those who take part, in the order of joining; who gave no name is called by her number. */
export function participantsOf({ people }: LeadState): PersonView[] {
	return people
		.filter(({ role }) => role === 'participant')
		.map((person, at) => ({ ...person, name: person.name || m.session_guest_number({ number: at + 1 }) }));
}

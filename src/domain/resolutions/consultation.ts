import { isDay, type Day } from '../day.ts';
import type { PaperType } from '../papers/paper-state.ts';
import { ok, refuse, type Result } from '../result.ts';
import { mayComeBack, type Outcome } from './outcome.ts';

/** Whether a body sits in public: always, never (the Kreisausschuss in Helmstedt has no public box at all), or as it decides. */
export const publicRules = ['always', 'never', 'either'] as const;
export type PublicRule = (typeof publicRules)[number];

/** What a body does with the paper: Vorberatung, Entscheidung, Kenntnisnahme, Anhörung. */
export const consultationRoles = ['preparatory', 'deciding', 'information', 'hearing'] as const;
export type ConsultationRole = (typeof consultationRoles)[number];

/** What the rules know about a body. */
export interface ConsultingBody {
	readonly id: string;
	readonly publicRule: PublicRule;
	/** Whether it is competent to decide. */
	readonly decides: boolean;
}

/** One stop of the consultation chain (Beratungsfolge). Confidentiality belongs to the stop, not to the paper. */
export interface Consultation {
	readonly bodyId: string;
	readonly meetingDate: Day;
	readonly public: boolean;
	readonly role: ConsultationRole;
	/** Whether this stop decides; at most one of a chain does. */
	readonly authoritative: boolean;
	readonly outcome: Outcome | null;
}

/** What a form offers for "öffentlich": a body that never sits in public is never offered the choice. */
export function offeredPublic(rule: PublicRule): readonly boolean[] {
	return { always: [true], never: [false], either: [true, false] }[rule];
}

/** The roles that a paper of this type may ask for: what informs is never decided on. */
export function offeredRoles(type: PaperType): readonly ConsultationRole[] {
	return type === 'information' ? ['information'] : consultationRoles;
}

/**
 * Whether a chain holds together: real days in ascending order (two bodies may sit on one day), each stop as public as its
 * body allows, at most one that decides, and that one before a body that is competent. A stop that put the decision off no
 * longer counts as the one that decides. Positions in problems count from 1.
 */
export function checkChain(
	type: PaperType,
	chain: readonly Consultation[],
	bodies: readonly ConsultingBody[]
): Result<void> {
	for (const [index, stop] of chain.entries()) {
		const body = bodies.find(({ id }) => id === stop.bodyId);
		if (!body) return refuse({ code: 'consultation.body-unknown' });
		const checked = checkStop(type, stop, body, index + 1);
		if (!checked.ok) return checked;
		const before = chain[index - 1];
		if (before && before.meetingDate > stop.meetingDate)
			return refuse({ code: 'consultation.dates-descend', position: index + 1 });
	}
	const deciding = chain.filter(({ authoritative, outcome }) => authoritative && !(outcome && mayComeBack(outcome)));
	return deciding.length > 1 ? refuse({ code: 'consultation.several-authoritative' }) : ok();
}

function checkStop(type: PaperType, stop: Consultation, body: ConsultingBody, position: number): Result<void> {
	if (!isDay(stop.meetingDate)) return refuse({ code: 'consultation.date-invalid', position });
	if (stop.public && body.publicRule === 'never') return refuse({ code: 'consultation.never-public', position });
	if (!stop.public && body.publicRule === 'always') return refuse({ code: 'consultation.always-public', position });
	const fits = offeredRoles(type).includes(stop.role) && stop.authoritative === (stop.role === 'deciding');
	if (!fits) return refuse({ code: 'consultation.role-forbidden', position });
	return stop.authoritative && !body.decides ? refuse({ code: 'consultation.body-cannot-decide', position }) : ok();
}

/** The position (from 0) of the next stop without an outcome; null when the chain is through. */
export function nextStop(chain: readonly Pick<Consultation, 'outcome'>[]): number | null {
	const next = chain.findIndex(({ outcome }) => outcome === null);
	return next < 0 ? null : next;
}

/** Whether this stop is the next to get an outcome. A body that skipped the paper is recorded as "nicht behandelt". */
export function checkTurn(chain: readonly Pick<Consultation, 'outcome'>[], position: number): Result<void> {
	if (chain[position]?.outcome !== null) return refuse({ code: 'outcome.already-recorded' });
	return nextStop(chain) === position ? ok() : refuse({ code: 'consultation.not-its-turn' });
}

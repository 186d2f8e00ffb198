import type { PaperType } from '../papers/paper-state.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Consultation, ConsultationRole, ConsultingBody } from './consultation.ts';
import { checkTally, type Tally } from './tally.ts';

/** How a consultation ended. */
export const outcomes = [
	'adopted',
	'amended',
	'rejected',
	'deferred',
	'referred',
	'noted',
	'withdrawn',
	'not-dealt-with'
] as const;
export type Outcome = (typeof outcomes)[number];

/** What the clerk writes down after the sitting. */
export interface RecordedOutcome {
	readonly outcome: Outcome;
	readonly tally: Tally | null;
	/** The fingerprint of the text that was resolved, where it differs from the proposal. */
	readonly resultSha256: string | null;
}

/** The outcomes a stop can end with. A paper for information, and a stop that only takes note, ends "zur Kenntnis genommen". */
export function offeredOutcomes(type: PaperType, role: ConsultationRole): readonly Outcome[] {
	if (type === 'information' || role === 'information') return ['noted'];
	if (role === 'hearing') return ['noted', 'deferred', 'withdrawn', 'not-dealt-with'];
	return outcomes.filter((outcome) => outcome !== 'noted');
}

/**
 * Whether an outcome may be recorded: it is offered at this stop, "geändert" brings the new text, "angenommen" leaves the
 * proposal as it was (Landkreis Helmstedt, Vorlage 2024: angenommen, abgelehnt, geändert), and the votes are whole numbers.
 */
export function checkOutcome(
	type: PaperType,
	role: ConsultationRole,
	proposalSha256: string,
	{ outcome, tally, resultSha256 }: RecordedOutcome
): Result<void> {
	if (!offeredOutcomes(type, role).includes(outcome)) return refuse({ code: 'outcome.not-offered', outcome });
	if (outcome === 'amended' && resultSha256 === null) return refuse({ code: 'outcome.text-missing' });
	if (outcome === 'amended' && resultSha256 === proposalSha256) return refuse({ code: 'outcome.text-unchanged' });
	if (outcome !== 'amended' && resultSha256 !== null && resultSha256 !== proposalSha256)
		return refuse({ code: 'outcome.text-changed' });
	const counted = tally === null ? ok() : checkTally(tally);
	return counted.ok ? ok() : counted;
}

/**
 * What an outcome does to the version of a goal system that the paper proposes. Only an authoritative consultation of a
 * deciding body adopts or rejects; every other body recommends.
 */
export function effectOnVersion(
	{ authoritative, outcome }: Pick<Consultation, 'authoritative' | 'outcome'>,
	{ decides }: Pick<ConsultingBody, 'decides'>
): 'adopts' | 'adopts-amended' | 'rejects' | 'none' {
	if (!authoritative || !decides) return 'none';
	if (outcome === 'adopted') return 'adopts';
	if (outcome === 'amended') return 'adopts-amended';
	return outcome === 'rejected' ? 'rejects' : 'none';
}

/** Whether the paper comes back: deferred and referred put a new stop into the chain. */
export function callsForAnotherStop(outcome: Outcome): boolean {
	return outcome === 'deferred' || outcome === 'referred';
}

/** Whether another stop may follow because of this one: also a body that did not get to the paper may meet it again. */
export function mayComeBack(outcome: Outcome): boolean {
	return callsForAnotherStop(outcome) || outcome === 'not-dealt-with';
}

/** The box of the Helmstedt form that is ticked; all other outcomes leave the three boxes empty and print a note. */
export function boxOf(outcome: Outcome): 'angenommen' | 'abgelehnt' | 'geändert' | null {
	const boxes = { adopted: 'angenommen', rejected: 'abgelehnt', amended: 'geändert' } as const;
	return outcome in boxes ? boxes[outcome as keyof typeof boxes] : null;
}

import { ok, refuse, type Result } from '../result.ts';

/** The life of a version: draft, released into consultation, adopted or rejected, superseded by a later one, archived. */
export const versionStates = ['draft', 'released', 'adopted', 'rejected', 'superseded', 'archived'] as const;
export type VersionState = (typeof versionStates)[number];

const moves: Record<VersionState, readonly VersionState[]> = {
	draft: ['released'],
	released: ['draft', 'adopted', 'rejected'],
	adopted: ['superseded'],
	rejected: ['archived'],
	superseded: ['archived'],
	archived: []
};

/** A version with the time it holds for; `from` and `to` are days or years as text. */
export interface VersionFacts {
	readonly id: string;
	readonly goalSystemId: string;
	readonly state: VersionState;
	readonly periodFrom: string;
	readonly periodTo: string;
}

/** Whether items may be added and changed: only in a draft. What is adopted never changes; a change needs a new version. */
export function mayEdit({ state }: Pick<VersionFacts, 'state'>): Result<void> {
	return state === 'draft' ? ok() : refuse({ code: 'version.not-draft', state });
}

/** Whether a version may go from one state to the other at all. Adopting has its own rule, `adopt`. */
export function mayMove(from: VersionState, to: VersionState): Result<void> {
	return moves[from].includes(to) ? ok() : refuse({ code: 'version.move-impossible', from, to });
}

/** Whether a released version may be taken back to draft: only while no consultation has an outcome. */
export function mayTakeBack({ state }: Pick<VersionFacts, 'state'>, anyOutcome: boolean): Result<void> {
	if (state === 'released' && anyOutcome) return refuse({ code: 'version.has-outcome' });
	return mayMove(state, 'draft');
}

/**
 * What happens when the competent body has adopted a version: it becomes adopted, and the one that was adopted for the
 * same period before is superseded, so that there is never more than one. `decided` is the answer of
 * `effectOnVersion`: nothing but an authoritative consultation of a deciding body adopts.
 */
export function adopt(
	version: VersionFacts,
	others: readonly VersionFacts[],
	decided: 'adopts' | 'adopts-amended' | 'rejects' | 'none'
): Result<{ adopted: string; superseded: string[] }> {
	if (decided !== 'adopts' && decided !== 'adopts-amended') return refuse({ code: 'version.not-adopted-by-body' });
	const movable = mayMove(version.state, 'adopted');
	if (!movable.ok) return movable;
	const replaced = others.filter(
		(other) =>
			other.id !== version.id &&
			other.state === 'adopted' &&
			other.goalSystemId === version.goalSystemId &&
			other.periodFrom === version.periodFrom &&
			other.periodTo === version.periodTo
	);
	return ok({ adopted: version.id, superseded: replaced.map(({ id }) => id) });
}

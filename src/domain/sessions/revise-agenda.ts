import { ok, refuse, type Result } from '../result.ts';
import type { StepKind } from './steps.ts';

/** How much an agenda may hold: steps, the minutes of one, the letters of its title and its prompt. */
export const agendaLimits = { steps: 30, minutes: 480, title: 80, prompt: 300 } as const;

/** A step as it stands on the agenda. */
export interface PlacedStep {
	readonly id: string;
	readonly kind: StepKind;
	readonly title: string;
	/** Whether cards were written or a round was held in it. */
	readonly used: boolean;
}

/** A step as the facilitator wants it; one without an id is new. */
export interface WantedStep {
	readonly id: string | null;
	readonly kind: StepKind;
}

/**
 * Whether the wanted steps may take the place of the present ones. What has happened stays: the steps up to the one that is on
 * keep their order, and neither they nor a step in which something came about are removed or become another kind. Titles,
 * prompts, minutes and everything still to come are free.
 */
export function mayRevise(
	present: readonly PlacedStep[],
	currentStepId: string | null,
	wanted: readonly WantedStep[]
): Result<void> {
	if (wanted.length === 0) return refuse({ code: 'session.no-steps' });
	if (wanted.length > agendaLimits.steps) return refuse({ code: 'agenda.too-long', limit: agendaLimits.steps });
	const known = wanted.flatMap(({ id }) => id ?? []);
	const strange = known.some((id, at) => known.indexOf(id) !== at || !present.some((step) => step.id === id));
	if (strange) return refuse({ code: 'thing.changed-meanwhile', kind: 'agenda' });
	const begun = present.findIndex(({ id }) => id === currentStepId) + 1;
	for (const [at, step] of present.entries()) {
		const kept = wanted.find(({ id }) => id === step.id);
		const fixed = step.used || at < begun;
		if (fixed && kept?.kind !== step.kind) return refuse({ code: 'agenda.step-used', title: step.title });
		if (at < begun && wanted[at]?.id !== step.id) return refuse({ code: 'agenda.step-passed', title: step.title });
	}
	return ok();
}

import BookOpenCheck from '@lucide/svelte/icons/book-open-check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import CircleX from '@lucide/svelte/icons/circle-x';
import Clock from '@lucide/svelte/icons/clock';
import FilePenLine from '@lucide/svelte/icons/file-pen-line';
import Forward from '@lucide/svelte/icons/forward';
import Gavel from '@lucide/svelte/icons/gavel';
import Landmark from '@lucide/svelte/icons/landmark';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import Send from '@lucide/svelte/icons/send';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { PaperState } from '#domain/papers/paper-state.ts';
import type { ConsultationRole } from '#domain/resolutions/consultation.ts';
import type { Outcome } from '#domain/resolutions/outcome.ts';
import type { PaperSummary } from '#protocol/paper-views.ts';
import * as m from '#paraglide/messages.js';

/** How a state looks: a colour of the house, an icon and a word. */
export interface Face {
	tone: 'neutral' | 'draft' | 'consultation' | 'adopted' | 'endangered' | 'info';
	icon: typeof Gavel;
	word: () => string;
}

const stateFaces: Record<PaperState, Face> = {
	draft: { tone: 'draft', icon: PencilLine, word: m.resolutions_paper_state_draft },
	released: { tone: 'consultation', icon: Send, word: m.resolutions_paper_state_released },
	'in-consultation': { tone: 'consultation', icon: Landmark, word: m.resolutions_paper_state_in_consultation },
	decided: { tone: 'neutral', icon: Gavel, word: m.resolutions_paper_state_decided },
	withdrawn: { tone: 'neutral', icon: Undo2, word: m.resolutions_paper_state_withdrawn },
	executed: { tone: 'adopted', icon: CheckCheck, word: m.resolutions_paper_state_executed }
};

const decisionFaces: Partial<Record<Outcome, Face>> = {
	adopted: { tone: 'adopted', icon: Gavel, word: m.resolutions_paper_state_adopted },
	amended: { tone: 'adopted', icon: Gavel, word: m.resolutions_paper_state_amended },
	rejected: { tone: 'endangered', icon: CircleX, word: m.resolutions_paper_state_rejected }
};

/** The face of a paper: where it is, and once it is decided, how. */
export function paperFace({ state, decision }: Pick<PaperSummary, 'state' | 'decision'>): Face {
	const decided = state === 'decided' && decision ? decisionFaces[decision] : undefined;
	return decided ?? stateFaces[state];
}

/** The faces of outcomes. */
export const outcomeFaces: Record<Outcome, Face> = {
	adopted: { tone: 'adopted', icon: CircleCheck, word: m.resolutions_outcome_adopted },
	amended: { tone: 'adopted', icon: FilePenLine, word: m.resolutions_outcome_amended },
	rejected: { tone: 'endangered', icon: CircleX, word: m.resolutions_outcome_rejected },
	deferred: { tone: 'consultation', icon: Clock, word: m.resolutions_outcome_deferred },
	referred: { tone: 'consultation', icon: Forward, word: m.resolutions_outcome_referred },
	noted: { tone: 'info', icon: BookOpenCheck, word: m.resolutions_outcome_noted },
	withdrawn: { tone: 'neutral', icon: Undo2, word: m.resolutions_outcome_withdrawn },
	'not-dealt-with': { tone: 'neutral', icon: CircleSlash, word: m.resolutions_outcome_not_dealt_with }
};

/** What a body does with a paper, in words. */
export const roleNames: Record<ConsultationRole, () => string> = {
	preparatory: m.resolutions_role_preparatory,
	deciding: m.resolutions_role_deciding,
	information: m.resolutions_role_information,
	hearing: m.resolutions_role_hearing
};

import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import Handshake from '@lucide/svelte/icons/handshake';
import Inbox from '@lucide/svelte/icons/inbox';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import Undo from '@lucide/svelte/icons/undo-2';
import X from '@lucide/svelte/icons/x';
import type { Tally } from '#domain/resolutions/tally.ts';
import type { AmendmentRecommendation, AmendmentState } from '#domain/texts/amendments.ts';
import { isVariant, variantOf } from '#domain/texts/variants.ts';
import type { LineRange } from '#text/amendments/passage.ts';
import * as m from '#paraglide/messages.js';
import { variantWord } from '../suggestions/words.ts';

/** The word, sign and colour of what became of a motion. */
export const stateFaces = {
	'handed-in': { word: m.amendments_state_handed_in, icon: Inbox, tone: 'draft' },
	accepted: { word: m.amendments_state_accepted, icon: Check, tone: 'adopted' },
	'accepted-modified': { word: m.amendments_state_accepted_modified, icon: PencilLine, tone: 'adopted' },
	'adopted-by-mover': { word: m.amendments_state_adopted_by_mover, icon: Handshake, tone: 'adopted' },
	rejected: { word: m.amendments_state_rejected, icon: X, tone: 'endangered' },
	settled: { word: m.amendments_state_settled, icon: CheckCheck, tone: 'neutral' },
	withdrawn: { word: m.amendments_state_withdrawn, icon: Undo, tone: 'neutral' }
} as const satisfies Record<AmendmentState, unknown>;

/** What the administration recommends, in words and with a sign. */
export const recommendationFaces = {
	none: { word: m.amendments_recommend_none, icon: CircleSlash },
	follow: { word: m.amendments_recommend_follow, icon: Check },
	reject: { word: m.amendments_recommend_reject, icon: X }
} as const satisfies Record<AmendmentRecommendation, unknown>;

/** "ÄA-3", or "Variante A". */
export const signOf = (number: number): string =>
	isVariant({ number }) ? variantWord(variantOf(number)) : m.amendments_sign({ number });

/** "ÄA-3 · CDU-Fraktion". */
export const titleOf = ({ number, groupName }: { number: number; groupName: string }): string =>
	groupName === '' ? signOf(number) : `${signOf(number)} · ${groupName}`;

/** "Zeile 3" or "Zeile 3 bis 5". */
export const linesText = ({ first, last }: LineRange): string =>
	first === last ? m.amendments_line({ first }) : m.amendments_lines({ first, last });

/** "31 Ja, 1 Nein, 2 Enthaltungen". */
export const tallyText = ({ yes, no, abstain }: Tally): string => m.amendments_tally({ yes, no, abstain });

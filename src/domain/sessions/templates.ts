import type { SessionTemplate } from './session-template.ts';
import { fieldsAndFocuses } from './templates/fields-and-focuses.ts';
import { goalSystemRetreat } from './templates/goal-system-retreat.ts';
import { guidingPrinciples } from './templates/guiding-principles.ts';
import { potentialWorkshop } from './templates/potential-workshop.ts';
import { reportingRound } from './templates/reporting-round.ts';
import { strategyCard } from './templates/strategy-card.ts';
import { swot } from './templates/swot.ts';
import { priorityMatrix } from './templates/priority-matrix.ts';
import { strategyMap } from './templates/strategy-map.ts';
import { thenAndNow } from './templates/then-and-now.ts';
import { transformationCommittee } from './templates/transformation-committee.ts';

/** The sessions that are ready to run. One file and one line here make another. */
export const sessionTemplates = {
	'potential-workshop': potentialWorkshop,
	'strategy-card': strategyCard,
	'guiding-principles': guidingPrinciples,
	'fields-and-focuses': fieldsAndFocuses,
	'transformation-committee': transformationCommittee,
	'goal-system-retreat': goalSystemRetreat,
	'then-and-now': thenAndNow,
	swot,
	'priority-matrix': priorityMatrix,
	'strategy-map': strategyMap,
	'reporting-round': reportingRound
} as const satisfies Record<string, SessionTemplate>;

export type SessionTemplateKey = keyof typeof sessionTemplates;

import type { SessionTemplate } from './session-template.ts';
import { potentialWorkshop } from './templates/potential-workshop.ts';

/** The sessions that are ready to run. One file and one line here make another. */
export const sessionTemplates = {
	'potential-workshop': potentialWorkshop
} as const satisfies Record<string, SessionTemplate>;

export type SessionTemplateKey = keyof typeof sessionTemplates;

import type { ProcessTemplate } from './process-template.ts';
import { guidingPrinciples } from './templates/guiding-principles.ts';
import { open } from './templates/open.ts';
import { potentialAnalysis } from './templates/potential-analysis.ts';
import { transformation } from './templates/transformation.ts';

/** The processes that are ready to begin. One file and one line here make another. */
export const processTemplates = {
	'potential-analysis': potentialAnalysis,
	'guiding-principles': guidingPrinciples,
	transformation,
	open
} as const satisfies Record<string, ProcessTemplate>;

export type ProcessTemplateKey = keyof typeof processTemplates;

/** A template by its key; a process that began without one goes on as an open one. */
export function processTemplateNamed(key: string | null): ProcessTemplate {
	return key !== null && Object.hasOwn(processTemplates, key) ? processTemplates[key as ProcessTemplateKey] : open;
}

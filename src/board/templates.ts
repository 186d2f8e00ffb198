import { potentialWorkshop } from './templates/potential-workshop.ts';
import type { BoardTemplate } from './templates/template.ts';

/** The boards that are ready to be worked on. One file and one line here make another. */
const boardTemplates: Record<string, BoardTemplate> = {
	'potential-workshop': potentialWorkshop
};

/** The board template of this name, if it ships. */
export function boardTemplateNamed(key: string): BoardTemplate | undefined {
	return Object.hasOwn(boardTemplates, key) ? boardTemplates[key] : undefined;
}

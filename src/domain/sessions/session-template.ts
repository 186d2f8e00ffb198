import type { Words } from '../words.ts';
import type { StepKind } from './steps.ts';

/** One step as a template proposes it. */
export interface TemplateStep {
	kind: StepKind;
	title: Words;
	prompt: Words;
	minutes: number;
	/** The area of the board template in which the step works. */
	area?: string;
}

/** A kind of live session that is ready to run: its agenda and the board it works on. */
export interface SessionTemplate {
	key: string;
	title: Words;
	/** In one sentence, who does what with it. */
	purpose: Words;
	/** The key of the board template. */
	board: string;
	steps: readonly TemplateStep[];
}

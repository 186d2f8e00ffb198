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

/** A step in the words of one language, ready to be put on an agenda. */
export interface AgendaEntry {
	kind: StepKind;
	title: string;
	prompt: string;
	minutes: number;
	/** The area it works in, by the name under which the scaffold that comes with it knows it. */
	area: string | null;
	/** Whether nobody sees who wrote what in it; left out, the facilitator does. */
	anonymous?: boolean;
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

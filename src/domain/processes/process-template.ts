import type { SessionTemplateKey } from '../sessions/templates.ts';
import type { Words } from '../words.ts';

/** What the teams of a process are: a Fachgruppe, an agile core team or a project. */
export type TeamKind = 'topic-group' | 'core-team' | 'project';

/** A kind of process that is ready to begin. */
export interface ProcessTemplate {
	key: string;
	title: Words;
	/** In one sentence, what for. */
	purpose: Words;
	teamKind: TeamKind;
	/** The session that each group gets to begin with, if any. */
	session: SessionTemplateKey | null;
}

import { ok, refuse, type Result } from '../result.ts';
import type { PaperType } from './paper-state.ts';

/** What is known about a paper when it is to be released. */
export interface PaperDraft {
	readonly subject: string;
	/** The words of proposal and reasoning. */
	readonly proposal: string;
	readonly reasoning: string;
	readonly consultationCount: number;
	/** Whether a stop of the chain decides. Only a paper for a decision needs one. */
	readonly decides: boolean;
	readonly type: PaperType;
	/** The impact checks (Auswirkungen) that are still unanswered, by key. */
	readonly openChecks: readonly string[];
	readonly openComments: number;
}

/** One thing that a paper still lacks. */
export type PaperLack =
	| { readonly kind: 'subject' | 'proposal' | 'consultation' | 'decision' }
	| { readonly kind: 'placeholder'; readonly text: string }
	| { readonly kind: 'check'; readonly key: string }
	| { readonly kind: 'comments'; readonly count: number };

/** What word processors leave in forms that nobody filled in; one of them stood in a published paper (Mitte, 36/VI). */
const placeholders = [
	/Wählen Sie ein (?:Element|Datum) aus\.?/gi,
	/Klicken (?:oder tippen )?Sie(?: hier)?, um (?:Text|ein Datum) einzugeben\.?/gi,
	/Click or tap (?:here )?to enter (?:text|a date)\.?/gi,
	/Choose an item\.?/gi,
	/\[(?:…|\.\.\.|bitte ergänzen|Platzhalter)\]/gi,
	/\bX{3,}\b/g
];

/** The left-over placeholders of a text, in the order of their kinds. */
export function findPlaceholders(text: string): string[] {
	return placeholders.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));
}

/** Everything a paper still lacks: a released paper has no placeholder, no empty impact check and no open comment. */
export function lacksOf(paper: PaperDraft): PaperLack[] {
	const { subject, proposal, reasoning, type, consultationCount, decides, openChecks, openComments } = paper;
	const undecided = type === 'decision' && consultationCount > 0 && !decides;
	return [
		...(subject.trim() === '' ? [{ kind: 'subject' as const }] : []),
		...(proposal.trim() === '' ? [{ kind: 'proposal' as const }] : []),
		...(consultationCount === 0 ? [{ kind: 'consultation' as const }] : []),
		...(undecided ? [{ kind: 'decision' as const }] : []),
		...findPlaceholders(`${subject}\n${proposal}\n${reasoning}`).map((text) => ({
			kind: 'placeholder' as const,
			text
		})),
		...openChecks.map((key) => ({ kind: 'check' as const, key })),
		...(openComments > 0 ? [{ kind: 'comments' as const, count: openComments }] : [])
	];
}

/** Whether the paper may be released; `paper.incomplete` says how many things are in the way. */
export function mayRelease(paper: PaperDraft): Result<void> {
	const count = lacksOf(paper).length;
	return count === 0 ? ok() : refuse({ code: 'paper.incomplete', count });
}

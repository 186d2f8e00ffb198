import type { Day } from '#domain/day.ts';
import type { Problem } from '#domain/problems.ts';
import type { Result } from '#domain/result.ts';
import type { Stance, SuggestionDecision } from '#domain/texts/suggestions.ts';
import { get, tell } from '#lib/ui/tell.ts';
import type { Discussed, LastDay, SuggestionsNow, SuggestionView, TieView } from '#protocol/suggestion-view.ts';
import type { Rewording } from '#text/rewordings/rewording.ts';
import { updated } from './updated.ts';

/** What somebody hands in with her wording. */
export interface HandIn {
	reason: string;
	groupName: string;
	/** The suggestion that a compromise was built on. */
	basedOn?: string | undefined;
}

/** The suggestions for one text on one screen, and what this person does about them. */
export class SuggestionsHere {
	#now: SuggestionsNow;
	/** Why the last thing that was wanted was refused; `null` when the server was not reached. */
	refused = $state.raw<Problem | 'unreachable' | null>(null);
	/** How many have come since the list was last looked at; for announcements. */
	arrived = $state(0);
	readonly #textId: string;
	#asked = Promise.resolve();

	constructor(textId: string, now: SuggestionsNow) {
		this.#textId = textId;
		this.#now = $state.raw(now);
	}

	get all(): readonly SuggestionView[] {
		return this.#now.suggestions;
	}

	get round(): SuggestionsNow['round'] {
		return this.#now.round;
	}

	/** What came of ties, the last first. */
	get ties(): readonly TieView[] {
		return this.#now.ties;
	}

	get discussed(): Discussed | null {
		return this.#now.discussed;
	}

	get lastDay(): LastDay | null {
		return this.#now.lastDay;
	}

	/** Whether the last day for suggestions has passed. */
	get over(): boolean {
		return this.lastDay !== null && this.lastDay.left < 0;
	}

	/** Asks for what is suggested by now; one question at a time, so that no answer comes after a younger one. */
	refresh(): Promise<void> {
		return (this.#asked = this.#asked.then(() => this.#ask()));
	}

	async #ask(): Promise<void> {
		const now = await get<SuggestionsNow>(`/t/${this.#textId}/suggestions?since=${this.#now.moment}`);
		if (!now) return;
		const known = new Map(this.all.map((suggestion) => [suggestion.id, suggestion]));
		this.arrived = now.suggestions.filter(({ id, mine }) => !mine && !known.has(id)).length;
		this.#now = { ...now, suggestions: updated(this.all, now) };
	}

	suggest(rewordings: readonly Rewording[], { reason, groupName, basedOn }: HandIn) {
		const group = groupName.trim();
		return this.#do<{ suggestionIds: string[] }>('suggest-wording', {
			rewordings,
			reason,
			...(group && { groupName: group }),
			...(basedOn && { basedOn })
		});
	}

	decide(suggestionIds: readonly string[], decision: SuggestionDecision, reason = '') {
		return this.#do<{ decided: string[]; left: unknown[] }>('decide-suggestions', { suggestionIds, decision, reason });
	}

	withdraw = (suggestionId: string) => this.#do('withdraw-suggestion', { suggestionId });
	takeStance = (suggestionId: string, stance: Stance | null, objection = '') =>
		this.#do('take-stance', { suggestionId, stance, objection });
	runOff = (suggestionIds: readonly string[]) => this.#do('call-run-off', { suggestionIds });
	keepVariants = (suggestionIds: readonly string[]) => this.#do('keep-variants', { suggestionIds });
	takeBackTie = (tieId: string) => this.#do('take-back-tie', { tieId });
	discuss = (paragraphId: string | null) => this.#do('discuss-paragraph', { paragraphId });
	/** Says up to which day suggestions are taken; null takes the end away. */
	setLastDay = (until: Day | null) => this.#do<{ until: Day | null }>('set-last-day', { until });
	consolidate = () => this.#do<{ number: string } & NonNullable<SuggestionsNow['round']>>('consolidate-text', {});

	/** Does it and shows what came of it; what was refused stands in `refused`, and null is the answer. */
	async #do<T = unknown>(command: string, input: Record<string, unknown>): Promise<T | null> {
		const answer: Result<T> | null = await tell<T>(command, { textId: this.#textId, ...input });
		this.refused = answer === null ? 'unreachable' : answer.ok ? null : answer.problem;
		if (answer !== null) await this.refresh();
		return answer?.ok ? answer.value : null;
	}
}

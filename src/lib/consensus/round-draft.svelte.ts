import { methods } from '#domain/consensus/methods.ts';
import type { ClusterView, RoundView } from '#protocol/session-state.ts';
import type { VotingMethod } from './faces.ts';

/** What a facilitator begins with: nothing, or an earlier round that this one follows. */
export interface RoundStart {
	question: string;
	/** The round that is followed, and which of its options stand for choice again. */
	previous?: { round: RoundView; optionIds: readonly string[] } | undefined;
}

/** A round while a facilitator prepares it. */
export class RoundDraft {
	method: VotingMethod = $state('dots');
	/** Topics that are left out of the choice. */
	#left: string[] = $state([]);
	/** The one topic to which people say yes or no; empty where the proposal is typed. */
	proposal = $state('');
	/** A proposal in the facilitator's own words. */
	typed = $state('');
	/** Further options in her own words, one per line. */
	further = $state('');
	voteClass: RoundView['voteClass'] = $state('working-decision');
	secrecy: RoundView['secrecy'] = $state('group');
	quorum: number | null = $state(null);
	minutes: number | null = $state(null);
	/** The rules as they were set by hand, by method; until then the usual ones for so many options hold. */
	#set: Partial<Record<VotingMethod, Record<string, unknown>>> = $state({});
	readonly #topics: () => readonly ClusterView[];

	/** Topics with a name can be voted on. */
	readonly votable: readonly ClusterView[] = $derived.by(() =>
		this.#topics().filter(({ title }) => title.trim() !== '')
	);
	readonly chosen: readonly ClusterView[] = $derived.by(() =>
		this.votable.filter(({ elementId }) => !this.#left.includes(elementId))
	);
	readonly lines: readonly string[] = $derived.by(() =>
		this.further
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '')
	);
	/** How many options there are. */
	readonly count: number = $derived.by(() => this.chosen.length + this.lines.length);
	/** Whether people say yes or no to one proposal. */
	readonly single: boolean = $derived.by(() => methods[this.method].options.most === 1);
	readonly least: number = $derived.by(() => methods[this.method].options.least);
	readonly most: number = $derived.by(() => methods[this.method].options.most);
	readonly params: Record<string, unknown> = $derived.by(() => this.#set[this.method] ?? this.usual());

	constructor(topics: () => readonly ClusterView[], { previous }: RoundStart) {
		this.#topics = topics;
		if (!previous) return;
		const { round, optionIds } = previous;
		this.method = Object.hasOwn(methods, round.method) ? (round.method as VotingMethod) : 'dots';
		const again = round.options.filter(({ id, passive }) => optionIds.includes(id) && !passive);
		const elements = again.map(({ elementId }) => elementId);
		this.#left = topics().flatMap(({ elementId }) => (elements.includes(elementId) ? [] : [elementId]));
		const typed = again.filter(({ elementId }) => elementId === null).map(({ label }) => label);
		if (methods[this.method].options.most === 1) this.typed = again[0]?.label ?? '';
		else this.further = typed.join('\n');
		[this.voteClass, this.secrecy, this.quorum] = [round.voteClass, round.secrecy, round.quorum];
		if (this.method !== 'dots') this.#set = { [this.method]: { ...round.params } };
	}

	/** What the method proposes for as many options as are chosen. */
	usual(): Record<string, unknown> {
		return { ...(methods[this.method].defaultParams(this.count) as Record<string, unknown>) };
	}

	/** The rules, to be changed by hand. */
	set(change: (params: Record<string, unknown>) => void): void {
		const params = { ...this.params };
		change(params);
		this.#set = { ...this.#set, [this.method]: params };
	}

	choose(elementId: string, wanted: boolean): void {
		this.#left = wanted ? this.#left.filter((id) => id !== elementId) : [...this.#left, elementId];
	}

	leftOut(elementId: string): boolean {
		return this.#left.includes(elementId);
	}
}

import { methods } from '#domain/consensus/methods.ts';
import type { RoundView } from '#protocol/session-state.ts';
import type { VotingMethod } from './faces.ts';
import { probableRound, type Votable } from './votable.ts';

/** What a facilitator begins with: nothing, or an earlier round that this one follows. */
export interface RoundStart {
	question: string;
	/** The round that is followed, and which of its options stand for choice again. */
	previous?: { round: RoundView; optionIds: readonly string[] } | undefined;
}

/** A round while a facilitator prepares it. */
export class RoundDraft {
	/** The method, once it was chosen or follows an earlier round. */
	#method: VotingMethod | null = $state(null);
	/** What was taken in or left out by hand, or by an earlier round. */
	#wanted: Record<string, boolean> = $state({});
	/** The id of the one thing to which people say yes or no; empty where the proposal is typed. */
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
	readonly #ready: () => readonly Votable[];

	readonly votable: readonly Votable[] = $derived.by(() => this.#ready());
	/** What the round is probably about, as long as nobody says otherwise; it follows what comes in meanwhile. */
	readonly #probable = $derived.by(() => probableRound(this.votable));
	readonly chosen: readonly Votable[] = $derived.by(() => this.votable.filter(({ id }) => !this.leftOut(id)));
	/** The field in which the one proposal is sent. */
	readonly field: Votable['field'] = $derived.by(
		() => this.votable.find(({ id }) => id === this.proposal)?.field ?? 'elementId'
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

	constructor(ready: () => readonly Votable[], { previous }: RoundStart) {
		this.#ready = ready;
		if (previous) this.#follow(previous, ready());
	}

	get method(): VotingMethod {
		return this.#method ?? this.#probable.method;
	}

	set method(method: VotingMethod) {
		this.#method = method;
	}

	/** Counts on from an earlier round: its method, its rules, and those of its options that stand for choice again. */
	#follow({ round, optionIds }: NonNullable<RoundStart['previous']>, all: readonly Votable[]): void {
		this.method = Object.hasOwn(methods, round.method) ? (round.method as VotingMethod) : 'dots';
		const again = round.options.filter(({ id, passive }) => optionIds.includes(id) && !passive);
		const lying = new Set(again.map(({ elementId, measureId }) => elementId ?? measureId));
		this.#wanted = Object.fromEntries(all.map(({ id }) => [id, lying.has(id)]));
		const typed = again.filter(({ elementId, measureId }) => elementId === null && measureId === null);
		if (methods[this.method].options.most === 1) this.typed = again[0]?.label ?? '';
		else this.further = typed.map(({ label }) => label).join('\n');
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

	choose(id: string, wanted: boolean): void {
		this.#wanted = { ...this.#wanted, [id]: wanted };
	}

	leftOut(id: string): boolean {
		return !(this.#wanted[id] ?? this.#probable.asked.some((one) => one.id === id));
	}
}

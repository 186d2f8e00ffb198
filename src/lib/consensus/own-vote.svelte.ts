import type { RoundView, SharedState, VoteRequestView } from '#protocol/session-state.ts';

/** What the server knows about a person's part in the open round; it never travels in the shared state. */
export interface KnownVote {
	roundId: string;
	/** She was there when the round opened, or was admitted to it later. */
	eligible: boolean;
	/** She is biased in this question and does not vote. */
	recused: boolean;
	/** She has answered. */
	voted: boolean;
	/** What she has cast; null before, and in secret rounds, where the server does not know it. */
	cast: unknown;
}

/** A person's own part in the round that is open. */
export class OwnVote {
	#known: KnownVote | null = $state.raw(null);
	readonly #state: () => Pick<SharedState, 'rounds' | 'voteRequests'>;
	readonly participantId: string;

	/** The open round; null while there is none. */
	readonly round: RoundView | null = $derived.by(
		() => this.#state().rounds.findLast(({ state }) => state === 'open') ?? null
	);
	readonly #mine: KnownVote | null = $derived.by(() =>
		this.#known !== null && this.#known.roundId === this.round?.id ? this.#known : null
	);
	/** A round has opened about which the server must be asked. */
	readonly unknown: boolean = $derived.by(() => this.round !== null && this.#mine === null);
	/** What became of her request to vote in it, if she came later and asked. */
	readonly request: VoteRequestView['state'] | null = $derived.by(
		() =>
			this.#state().voteRequests.find(
				({ roundId, participantId }) => roundId === this.round?.id && participantId === this.participantId
			)?.state ?? null
	);
	readonly recused: boolean = $derived.by(() => this.#mine?.recused ?? false);
	readonly eligible: boolean = $derived.by(
		() => ((this.#mine?.eligible ?? false) || this.request === 'admitted') && !this.recused
	);
	readonly voted: boolean = $derived.by(() => this.#mine?.voted ?? false);
	readonly cast: unknown = $derived.by(() => this.#mine?.cast ?? null);
	/** Her vote is still awaited; where hands are counted nobody waits for her phone. */
	readonly awaited: boolean = $derived.by(() => this.eligible && !this.voted && this.round?.method !== 'hand');

	constructor(
		state: () => Pick<SharedState, 'rounds' | 'voteRequests'>,
		participantId: string,
		known: KnownVote | null
	) {
		this.#state = state;
		this.participantId = participantId;
		this.#known = known;
	}

	/** The server has answered. */
	loaded(known: KnownVote | null): void {
		if (known) this.#known = known;
	}

	/** A ballot was counted. */
	counted(ballot: unknown): void {
		if (this.#mine) this.#known = { ...this.#mine, voted: true, cast: ballot };
	}

	/** She has said that she is biased. */
	stoodBack(): void {
		if (this.#mine) this.#known = { ...this.#mine, recused: true };
	}
}

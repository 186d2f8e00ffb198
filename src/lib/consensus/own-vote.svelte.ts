import type { RoundView, SharedState, VoteRequestView } from '#protocol/session-state.ts';

/** What the server knows about a person's part in the open round; it never travels in the shared state. */
export interface KnownVote {
	roundId: string;
	/** She was there when the round opened, or was admitted to it later. */
	eligible: boolean;
	/** What she has cast; null before. */
	cast: Record<string, number> | null;
}

/** A person's own part in the round that is open. */
export class OwnVote {
	#known: KnownVote | null = $state.raw(null);
	readonly #state: () => Pick<SharedState, 'rounds' | 'voteRequests'>;
	readonly #participantId: string;

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
				({ roundId, participantId }) => roundId === this.round?.id && participantId === this.#participantId
			)?.state ?? null
	);
	readonly eligible: boolean = $derived.by(() => (this.#mine?.eligible ?? false) || this.request === 'admitted');
	readonly cast: Record<string, number> | null = $derived.by(() => this.#mine?.cast ?? null);
	/** Her vote is still awaited. */
	readonly awaited: boolean = $derived.by(() => this.eligible && this.cast === null);

	constructor(
		state: () => Pick<SharedState, 'rounds' | 'voteRequests'>,
		participantId: string,
		known: KnownVote | null
	) {
		this.#state = state;
		this.#participantId = participantId;
		this.#known = known;
	}

	/** The server has answered. */
	loaded(known: KnownVote | null): void {
		if (known) this.#known = known;
	}

	/** A ballot was counted. */
	counted(ballot: Record<string, number>): void {
		if (this.#mine) this.#known = { ...this.#mine, cast: ballot };
	}
}

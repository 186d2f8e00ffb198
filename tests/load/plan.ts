/** How large the crowd is and how fast it goes; moments are spread over these times, in milliseconds. */
export interface Plan {
	phones: number;
	groups: number;
	seed: number;
	/** How many cards each phone writes before the reveal. */
	cards: number;
	joining: number;
	writing: number;
	voting: number;
}

/** A large evening: everybody comes within half a minute, writes for one and votes within twenty seconds. */
export const evening: Omit<Plan, 'seed'> = {
	phones: 300,
	groups: 6,
	cards: 3,
	joining: 30_000,
	writing: 60_000,
	voting: 20_000
};

/** The share of requests that the network repeats or loses the answer of. */
export const repeated = 0.1;
/** The share of phones that lose their line while they write, and again while they vote. */
export const dropped = 0.1;
/** The share of phones that send one more card after the reveal. */
export const lateWriters = 0.2;
/** The share of phones that change their vote. */
export const secondThoughts = 0.1;

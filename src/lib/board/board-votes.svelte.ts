import type { BoardElement } from '#board/board-element.ts';
import { blackened } from '#domain/sessions/blackened.ts';
import { sameWords } from '#domain/texts/normal-form.ts';
import type { Place } from '#domain/consensus/place.ts';
import type { VotedView } from '#protocol/board-votes.ts';
import * as m from '#paraglide/messages.js';

/** That people voted on an element, and whether it says something else by now. */
export interface VoteMark {
	vote: VotedView;
	differs: boolean;
}

/**
 * What people voted on of a board. The facts come from the server and stand in no document; the words of the board are read where they
 * are, so that a difference shows while somebody types.
 */
export class BoardVotes {
	#votes = $state.raw<ReadonlyMap<string, VotedView>>(new Map());

	constructor(votes: readonly VotedView[] = []) {
		this.take(votes);
	}

	/** The facts as the server knows them now. */
	take(votes: readonly VotedView[]): void {
		this.#votes = new Map(votes.map((vote) => [vote.elementId, vote]));
	}

	/** Null for what was never voted on. Words that were blackened are shown to nobody once more. */
	of({ id, text }: Pick<BoardElement, 'id' | 'text'>): VoteMark | null {
		const vote = this.#votes.get(id);
		return vote && text !== blackened ? { vote, differs: !sameWords(text, vote.words) } : null;
	}
}

/** What a mark says: that it was voted on or agreed, or else that it differs. */
export function markWord({ vote, differs }: VoteMark): string {
	return differs ? m.board_vote_differs() : saidOf(vote);
}

/** The same for somebody who hears it: also what it differs from. */
export function markWords({ vote, differs }: VoteMark): string[] {
	return differs ? [stateOf(vote), m.board_vote_differs()] : [saidOf(vote)];
}

const stateOf = ({ agreed }: VotedView) => (agreed ? m.board_vote_agreed() : m.board_vote_voted());

/** "abgestimmt: Platz 2 von 5" */
function saidOf(vote: VotedView): string {
	const said = stateOf(vote);
	return vote.place ? m.board_vote_with_place({ said, place: placeWords(vote.place) }) : said;
}

/** Where something came in a vote. */
export const placeWords = ({ rank, of, shared }: Place): string =>
	shared ? m.board_vote_place_shared({ rank, of }) : m.board_vote_place({ rank, of });

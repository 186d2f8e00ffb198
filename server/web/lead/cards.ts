import { revealCards } from '../../commands/reveal-cards.ts';
import { deed } from '../act.ts';

/** What the facilitator does with the cards. */
export const cardDeeds = {
	reveal: deed(revealCards, 'sessionId')
};

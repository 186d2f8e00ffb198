import { blackenCard } from '../../commands/blacken-card.ts';
import { hideCards } from '../../commands/hide-cards.ts';
import { lockCluster } from '../../commands/lock-cluster.ts';
import { revealCards } from '../../commands/reveal-cards.ts';
import { submitCard } from '../../commands/submit-card.ts';
import { deed } from '../act.ts';
import { orderDeeds } from '../order.ts';

/** What the facilitator does with the cards. */
export const cardDeeds = {
	...orderDeeds,
	reveal: deed(revealCards, 'sessionId'),
	typeCard: deed(submitCard, 'sessionId', (form) => ({ text: form.get('text'), onBehalfOf: form.get('onBehalfOf') })),
	hideCards: deed(hideCards, 'sessionId', (form) => ({
		participantId: form.get('participantId'),
		hidden: form.get('hidden') === 'yes'
	})),
	blacken: deed(blackenCard, 'sessionId', (form) => ({ elementId: form.get('elementId') })),
	lockGroup: deed(lockCluster, 'sessionId', (form) => ({
		clusterId: form.get('clusterId'),
		locked: form.get('locked') === 'yes'
	}))
};

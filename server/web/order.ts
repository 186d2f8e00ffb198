import { dissolveCluster, restoreCluster } from '../commands/dissolve-cluster.ts';
import { groupCards } from '../commands/group-cards.ts';
import { mergeClusters } from '../commands/merge-clusters.ts';
import { moveCards } from '../commands/move-cards.ts';
import { renameCluster } from '../commands/rename-cluster.ts';
import { deed } from './act.ts';

const cards = (form: FormData) => form.getAll('elementId');
const cluster = (form: FormData) => ({ clusterId: form.get('clusterId') });

/** What people do to put cards in order, on phones and on the facilitator's screen. */
export const orderDeeds = {
	group: deed(groupCards, 'sessionId', (form) => ({ elementIds: cards(form), title: form.get('title') })),
	sort: deed(moveCards, 'sessionId', (form) => ({ elementIds: cards(form), clusterId: form.get('choice') || null })),
	nameGroup: deed(renameCluster, 'sessionId', (form) => ({ ...cluster(form), title: form.get('title') })),
	merge: deed(mergeClusters, 'sessionId', (form) => ({ ...cluster(form), into: form.get('choice') })),
	dissolve: deed(dissolveCluster, 'sessionId', cluster),
	restoreGroup: deed(restoreCluster, 'sessionId', cluster)
};

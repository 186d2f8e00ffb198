import * as Y from 'yjs';
import { readBody } from '../read-body.ts';
import { restoreBody } from '../restore-body.ts';
import { writeBody } from '../write-body.ts';
import { accepted, standingOf, type Standing } from './apply.ts';
import type { Rewording } from './rewording.ts';

/**
 * Writes rewordings into a live text, one after the other, as far as each fits what the text says then; answers how each stood. Only letters
 * that differ are touched, so that who writes elsewhere in the text loses nothing.
 */
export function writeAccepted(live: Y.Doc, rewordings: readonly Rewording[], newId: () => string): Standing['kind'][] {
	let body = readBody(live);
	const outcomes = rewordings.map((rewording) => {
		const standing = standingOf(body, rewording);
		if (standing.kind === 'fits') body = accepted(body, standing);
		return standing.kind;
	});
	if (!outcomes.includes('fits')) return outcomes;
	const then = new Y.Doc();
	writeBody(then, body, newId);
	restoreBody(live, then);
	then.destroy();
	return outcomes;
}

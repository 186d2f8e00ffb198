import type { LeadState } from '#protocol/session-state.ts';
import { Visitor } from './visitor.ts';

/** A workshop of the demonstration as its facilitator meets it. */
export interface Workshop {
	lead: Visitor;
	session: { sessionId: string; boardId: string; joinPath: string; code: string; processId: string };
}

/** Signs the facilitator of the demonstration in and gives a new workshop of her process. */
export async function openWorkshop(url: string): Promise<Workshop> {
	const lead = await new Visitor(url).signIn('moderation@demo.local');
	const processes = await (await lead.get('/p')).text();
	const processId = /\/p\/([0-9a-f-]{36})/.exec(processes)?.[1] ?? '';
	const { sessionId } = await lead.done<{ sessionId: string }>('create-session', {
		processId,
		title: 'Probe',
		template: 'potential-workshop'
	});
	const watched = await lead.watch(sessionId, 'lead');
	const state = watched.latest() as LeadState;
	watched.leave();
	return {
		lead,
		session: { sessionId, processId, boardId: state.boardId, joinPath: state.joinPath, code: state.code }
	};
}

import { and, eq } from 'drizzle-orm';
import { may, standings, type Standing } from '#domain/rights/rights.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import { findActor, type KnownPerson } from './auth/find-actor.ts';
import type { Sessions } from './auth/sessions.ts';
import { standingsOf } from './auth/standings.ts';
import { settingOfText } from './commands/text-places.ts';
import type { Database, Transaction } from './db/database.ts';
import { findBoard } from './db/repositories/boards.ts';
import { hasBoard } from './db/repositories/non-public-parts.ts';
import { findParticipant } from './db/repositories/sessions.ts';
import { findText } from './db/repositories/texts.ts';
import { agendaSteps, liveSessions } from './db/schema/sessions.ts';
import { colourOf } from './presence-colour.ts';
import type { DocumentAccess, DocumentRight } from './sync/access.ts';

type Person = KnownPerson['actor'];
type Reader = Database | Transaction;

/** What somebody may do in a document, and in which standing she is there. */
interface Entitlement {
	right: DocumentRight;
	held: ReadonlySet<Standing>;
}

const nothing: Entitlement = { right: 'none', held: new Set() };

/** Who may open which document: the answer of this program to the sync server, from the one table of rights. */
export function documentAccess(db: Database, sessions: Sessions): DocumentAccess {
	return {
		async identify(request) {
			const { actor, endsAt } = await sessions.identifyHeader(request.headers.cookie);
			return actor.kind === 'person' ? { personId: actor.personId, sessionEnds: endsAt } : null;
		},
		async grant({ personId }, address) {
			const person = await findActor(db, personId);
			const { right, held } = person ? await entitlement(db, person.actor, address) : nothing;
			const identity = { id: personId, name: person?.name ?? '', colour: colourOf(personId), role: roleOf(held) };
			return { right, tenantId: person?.actor.tenantId ?? '', identity };
		}
	};
}

function entitlement(db: Database, actor: Person, address: DocumentAddress): Promise<Entitlement> {
	return address.kind === 'text' ? toText(db, actor, address.id) : toBoard(db, actor, address);
}

async function toText(db: Database, actor: Person, textId: string): Promise<Entitlement> {
	const text = await findText(db, textId);
	if (!text) return nothing;
	const held = await standingsOf(db, actor, settingOfText(text));
	if (!may(held, 'text.read') && !may(held, 'text.write')) return nothing;
	return { right: text.state === 'open' && !text.rests && may(held, 'text.write') ? 'write' : 'read', held };
}

/** What somebody may do in one of the two documents of a board at this moment. */
export async function rightOnBoard(
	db: Reader,
	actor: Person,
	boardId: string,
	part: 'scaffold' | 'cards'
): Promise<DocumentRight> {
	return (await toBoard(db, actor, { kind: 'board', id: boardId, part })).right;
}

async function toBoard(
	db: Reader,
	actor: Person,
	{ id: boardId, part }: Extract<DocumentAddress, { kind: 'board' }>
): Promise<Entitlement> {
	const { tenantId } = actor;
	const board = await findBoard(db, tenantId, boardId);
	if (!board) return nothing;
	const { processId, nonPublic, rests } = board;
	const meetings = await db
		.select({ sessionId: liveSessions.id, state: liveSessions.state, step: agendaSteps.kind })
		.from(liveSessions)
		.leftJoin(
			agendaSteps,
			and(eq(agendaSteps.tenantId, liveSessions.tenantId), eq(agendaSteps.id, liveSessions.currentStepId))
		)
		.where(and(eq(liveSessions.tenantId, tenantId), hasBoard(db, boardId)));
	const held = new Set(await standingsOf(db, actor, { tenantId, processId }));
	let ordering = false;
	for (const { sessionId, state, step } of meetings) {
		const here = await standingsOf(db, actor, { tenantId, sessionId, nonPublic });
		if (here.has('outside')) return nothing;
		for (const standing of here) held.add(standing);
		const mayOrder = state === 'running' && step === 'cluster' && may(here, 'board.write-cards-in-step');
		ordering ||= mayOrder && !(await areCardsHidden(db, tenantId, sessionId, actor.personId));
	}
	if (!may(held, 'board.read')) return nothing;
	const leads = may(held, part === 'scaffold' ? 'board.write-scaffold' : 'board.write-cards');
	const open = !rests && (board.state === 'open' || (board.state === 'locked' && leads));
	return { right: open && (leads || (part === 'cards' && ordering)) ? 'write' : 'read', held };
}

/** Whether somebody's cards are kept back: then she writes none on the board either. */
async function areCardsHidden(db: Reader, tenantId: string, sessionId: string, personId: string): Promise<boolean> {
	const participant = await findParticipant(db, tenantId, sessionId, personId);
	return participant?.cardsHiddenAt != null;
}

/** The most particular standing: somebody who leads this session is its facilitator here, whatever else she is. */
function roleOf(held: ReadonlySet<Standing>): Standing {
	const order: readonly Standing[] = ['facilitator', 'drafter', 'participant', 'observer', 'projector', 'process-lead'];
	return (
		order.find((standing) => held.has(standing)) ?? standings.findLast((standing) => held.has(standing)) ?? 'anyone'
	);
}

import * as v from 'valibot';
import type { GenericSchema } from 'valibot';
import { refuse, type Result } from '#domain/result.ts';
import type { Problem } from '#domain/problems.ts';
import { may, waitsInPause, type Standing } from '#domain/rights/rights.ts';
import { changesWhatRests } from '#domain/sessions/non-public.ts';
import type { Actor } from '../auth/actor.ts';
import { atRest, whyNot } from '../auth/refusals.ts';
import { isHiddenFrom, standingsOf } from '../auth/standings.ts';
import type { Database, Transaction } from '../db/database.ts';
import { newId } from '../ids.ts';
import type { Committed } from '../sync/server-changes.ts';
import { appendAudit } from './audit.ts';
import type { Command } from './command.ts';
import type { Announcement, Context } from './context.ts';
import { DocumentChanges, type DocumentDoors } from './document-changes.ts';
import { keepReceipt, takeReceipt } from './receipts.ts';

/** What commands need from the running program. */
export interface Surroundings {
	db: Database;
	documents: DocumentDoors;
	clock(): Date;
	/** Called after the commit, in this order: what happened in documents, then what screens should know. */
	published(changes: Committed[], announcements: Announcement[]): void;
}

/** A refusal on its way out of the transaction, which it undoes. */
class Refusal extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem.code);
		this.problem = problem;
	}
}

/**
 * Carries out one command: input, right, rule, one transaction, one audit line; then what others should see.
 * A `key` makes repetitions harmless: they get the first answer again.
 */
export async function execute<Schema extends GenericSchema, Output>(
	around: Surroundings,
	command: Command<Schema, Output>,
	actor: Actor,
	raw: unknown,
	key?: string
): Promise<Result<Output>> {
	const parsed = v.safeParse(command.input, raw);
	if (!parsed.success) return refuse({ code: 'input.invalid', fields: parsed.issues.map(field) });
	const announcements: Announcement[] = [];
	const changes: Committed[] = [];
	try {
		const value = await around.db.transaction(async (tx) => {
			const documents = new DocumentChanges(tx, around.documents, around.clock);
			const ctx = await enter(around, tx, documents, command, actor, parsed.output, announcements);
			const receipt =
				key && ctx.personId ? { tenantId: ctx.tenantId, personId: ctx.personId, key, command: command.name } : null;
			const earlier = receipt && (await takeReceipt(tx, receipt, ctx.now));
			if (earlier) return earlier.repeated as Output;
			const result = await command.run(ctx, parsed.output);
			if (!result.ok) throw new Refusal(result.problem);
			const line = command.audit(parsed.output, result.value);
			await appendAudit(tx, { tenantId: ctx.tenantId, at: ctx.now, actor: ctx.personId, command: command.name, line });
			// Whoever let the process rest meanwhile was first: her line stands in the chain, and after it nothing changes.
			const rests = waitsInPause(command.right) && (await atRest(tx, ctx.place));
			if (rests) throw new Refusal(rests);
			if (receipt) await keepReceipt(tx, receipt, result.value);
			changes.push(...documents.committed);
			return result.value;
		});
		around.published(changes, announcements);
		return { ok: true, value };
	} catch (error) {
		if (error instanceof Refusal) return refuse(error.problem);
		throw error;
	}
}

/** The way in: is there such a thing, and may this person do this with it? */
async function enter<Schema extends GenericSchema, Output>(
	around: Surroundings,
	tx: Transaction,
	documents: DocumentChanges,
	command: Command<Schema, Output>,
	actor: Actor,
	input: v.InferOutput<Schema>,
	announcements: Announcement[]
): Promise<Context> {
	const place = await command.place(tx, input, actor);
	const foreign =
		place && actor.kind === 'person' && actor.tenantId !== place.tenantId && command.right !== 'session.join';
	if (!place || foreign) throw new Refusal({ code: 'thing.not-found', kind: command.name });
	const held = await standingsOf(tx, actor, place);
	if (actor.kind === 'person' && isHiddenFrom(held, place))
		throw new Refusal({ code: 'thing.not-found', kind: command.name });
	if (!may(held, command.right))
		throw new Refusal(refusalOf(actor, held, await whyNot(tx, held, command.right, place)));
	if (place.rests && changesWhatRests(command.right)) throw new Refusal({ code: 'session.rests' });
	const personId = actor.kind === 'person' ? actor.personId : null;
	const now = around.clock();
	return {
		actor,
		personId,
		tenantId: place.tenantId,
		place,
		now,
		tx,
		newId,
		createDocument: (name) => documents.create(name, place.tenantId),
		changeDocuments: (names, apply) => documents.change(names, apply),
		readDocument: (name) => documents.read(name),
		freezeDocument: (name) => documents.freeze(name),
		async setCheckpoint(names, kind, label) {
			const id = newId();
			await documents.mark(names, { id, kind, label, author: personId, at: now });
			return id;
		},
		announce: (what) => void announcements.push(what)
	};
}

/** The words for somebody who may not: who has to sign in first, or is only outside for a while, is told so; a pause is told to everybody. */
function refusalOf(actor: Actor, held: ReadonlySet<Standing>, problem: Problem): Problem {
	if (problem.code !== 'right.missing') return problem;
	if (actor.kind === 'anonymous') return { code: 'right.not-signed-in' };
	return held.has('outside') ? { code: 'session.not-public' } : problem;
}

function field(issue: v.BaseIssue<unknown>): { path: string; problem: string } {
	return { path: v.getDotPath(issue) ?? '', problem: issue.message };
}

import { and, asc, eq, inArray } from 'drizzle-orm';
import { methodNamed } from '#domain/consensus/methods.ts';
import type { Hop, OptionOutcome, Provenance } from '#protocol/provenance.ts';
import type { Database, Transaction } from '../database.ts';
import { results, roundOptions, rounds } from '../schema/consensus.ts';
import { goalRevisions, goalVersions } from '../schema/goals.ts';
import { bodies } from '../schema/organisation.ts';
import { consultations, papers } from '../schema/papers.ts';
import { textVersions } from '../schema/processes.ts';
import { cards, liveSessions } from '../schema/sessions.ts';
import { agreementChain, findCandidate, type AgreementRow } from './agreements.ts';
import { publicBoardOf } from './non-public-parts.ts';
import { promotionsOfItem, type PromotionRow } from './promotions.ts';

type Reader = Database | Transaction;

/**
 * The way of a goal back to the first cards, one path for each of its promotions: goal, record, agreement and the wordings
 * before it, round, frozen words, cards, session. Each hop has its moment; none names a person.
 */
export async function provenanceOf(db: Reader, tenantId: string, itemId: string): Promise<Provenance> {
	const promoted = await promotionsOfItem(db, tenantId, itemId);
	return { paths: await Promise.all(promoted.map((promotion) => pathOf(db, tenantId, promotion))) };
}

async function pathOf(db: Reader, tenantId: string, promotion: PromotionRow): Promise<Hop[]> {
	const chain = await agreementChain(db, tenantId, promotion.agreementId);
	const goal = await goalHops(db, tenantId, promotion);
	const { hash, prevHash, text } = promotion.record;
	return [
		...goal,
		{ kind: 'promotion', at: promotion.createdAt.getTime(), hash, prevHash, textSha256: text.sha256 },
		...(await wayInPublic(db, tenantId, chain))
	];
}

/** What everybody in the house may see of the way: of one that led through a non-public part, only in which session that was. */
async function wayInPublic(db: Reader, tenantId: string, chain: AgreementRow[]): Promise<Hop[]> {
	const origin = chain.at(-1);
	if (!origin) return [];
	if (chain.some(({ nonPublicPartId }) => nonPublicPartId !== null)) return sessionHop(db, tenantId, origin.sessionId);
	return [...chain.map(agreementHop), ...(await beforeTheAgreement(db, tenantId, origin))];
}

/** The way of an agreement back to the first cards, for who wants to see it before it becomes a goal. */
export async function wayOfAgreement(db: Reader, tenantId: string, agreementId: string): Promise<Hop[]> {
	const chain = await agreementChain(db, tenantId, agreementId);
	const origin = chain.at(-1);
	return [...chain.map(agreementHop), ...(origin ? await beforeTheAgreement(db, tenantId, origin) : [])];
}

async function beforeTheAgreement(db: Reader, tenantId: string, origin: AgreementRow): Promise<Hop[]> {
	const { roundId, optionId, candidateId, sessionId } = origin;
	return [
		...(roundId ? await roundHop(db, tenantId, roundId, optionId) : []),
		...(candidateId ? await candidateHops(db, tenantId, candidateId) : []),
		...(await sessionHop(db, tenantId, sessionId))
	];
}

async function goalHops(db: Reader, tenantId: string, { revisionId }: PromotionRow): Promise<Hop[]> {
	const [found] = await db
		.select({ revision: goalRevisions, version: goalVersions, text: textVersions })
		.from(goalRevisions)
		.innerJoin(
			goalVersions,
			and(eq(goalVersions.tenantId, goalRevisions.tenantId), eq(goalVersions.id, goalRevisions.versionId))
		)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, goalRevisions.tenantId), eq(textVersions.id, goalRevisions.textVersionId))
		)
		.where(and(eq(goalRevisions.tenantId, tenantId), eq(goalRevisions.id, revisionId)));
	if (!found) return [];
	const { revision, version, text } = found;
	const changedBy = text.source.from === 'consultation' ? text.source.consultationId : null;
	const resolution = changedBy ?? version.adoptedBy;
	const { versionId, number } = revision;
	const moments = [text.createdAt, revision.createdAt, version.adoptedAt ?? revision.createdAt];
	const at = Math.max(...moments.map((moment) => moment.getTime()));
	return [
		{ kind: 'goal', at, versionId, versionLabel: version.label, number, text: text.plain },
		...(resolution ? await resolutionHop(db, tenantId, resolution, changedBy !== null) : [])
	];
}

async function resolutionHop(db: Reader, tenantId: string, id: string, changedWords: boolean): Promise<Hop[]> {
	const [found] = await db
		.select({ stop: consultations, body: bodies.name, subject: papers.subject })
		.from(consultations)
		.innerJoin(bodies, and(eq(bodies.tenantId, consultations.tenantId), eq(bodies.id, consultations.bodyId)))
		.innerJoin(papers, and(eq(papers.tenantId, consultations.tenantId), eq(papers.id, consultations.paperId)))
		.where(and(eq(consultations.tenantId, tenantId), eq(consultations.id, id)));
	if (!found?.stop.recordedAt) return [];
	const { recordedAt, meetingDate, paperId } = found.stop;
	const { body, subject } = found;
	return [{ kind: 'resolution', at: recordedAt.getTime(), body, meetingDate, paperId, subject, changedWords }];
}

const agreementHop = ({ id, method, createdAt, text }: AgreementRow): Hop => ({
	kind: 'agreement',
	at: createdAt.getTime(),
	agreementId: id,
	method,
	text: text.plain,
	sha256: text.sha256
});

async function roundHop(db: Reader, tenantId: string, roundId: string, chosen: string | null): Promise<Hop[]> {
	const [found] = await db
		.select({ round: rounds, result: results })
		.from(rounds)
		.innerJoin(results, and(eq(results.tenantId, rounds.tenantId), eq(results.roundId, rounds.id)))
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, roundId)));
	if (!found) return [];
	const { round, result } = found;
	const options = await db
		.select({ id: roundOptions.id, label: roundOptions.label })
		.from(roundOptions)
		.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.roundId, roundId)))
		.orderBy(asc(roundOptions.position));
	const method = methodNamed(round.method);
	const ranks = method.ok ? method.value.ranking(result.tally) : null;
	const outcomes = options.map(({ id, label }): OptionOutcome => {
		const rank = ranks?.[id] ?? null;
		return {
			label,
			rank,
			total: countIn(result.tally.total, id),
			voters: countIn(result.tally.voters, id),
			chosen: id === chosen
		};
	});
	return [
		{
			kind: 'round',
			at: result.closedAt.getTime(),
			roundId,
			question: round.question,
			method: round.method,
			voteClass: round.voteClass,
			roundNo: round.roundNo,
			numbers: method.ok ? method.value.ruleNumbers(round.params) : {},
			eligible: result.eligible,
			cast: result.cast,
			recused: result.recused,
			options: outcomes.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)),
			sha256: result.sha256
		}
	];
}

/** A number that a tally counts by option, where its method counts such. */
function countIn(counts: unknown, option: string): number | null {
	if (typeof counts !== 'object' || counts === null) return null;
	const count = (counts as Record<string, unknown>)[option];
	return typeof count === 'number' ? count : null;
}

async function candidateHops(db: Reader, tenantId: string, candidateId: string): Promise<Hop[]> {
	const candidate = await findCandidate(db, tenantId, candidateId);
	if (!candidate) return [];
	const [text] = await db
		.select({ plain: textVersions.plain, sha256: textVersions.sha256 })
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.id, candidate.textVersionId)));
	const frozenAt = candidate.createdAt.getTime();
	const ids = candidate.sources.map(({ cardId }) => cardId).filter((id) => id !== null);
	const sent =
		ids.length === 0
			? []
			: await db
					.select({ at: cards.createdAt })
					.from(cards)
					.where(and(eq(cards.tenantId, tenantId), inArray(cards.id, ids)));
	const first = Math.min(frozenAt, ...sent.map(({ at }) => at.getTime()));
	const sources = candidate.sources.map(({ elementId, text: words }) => ({ elementId, text: words }));
	return [
		...(text ? [{ kind: 'candidate' as const, at: frozenAt, text: text.plain, sha256: text.sha256 }] : []),
		{ kind: 'cards', at: first, cards: sources, boardId: candidate.boardId }
	];
}

async function sessionHop(db: Reader, tenantId: string, sessionId: string): Promise<Hop[]> {
	const [found] = await db
		.select({ session: liveSessions, group: bodies.name })
		.from(liveSessions)
		.leftJoin(bodies, and(eq(bodies.tenantId, liveSessions.tenantId), eq(bodies.id, liveSessions.bodyId)))
		.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
	if (!found) return [];
	const { session, group } = found;
	return [
		{
			kind: 'session',
			at: session.createdAt.getTime(),
			sessionId,
			title: session.title,
			group,
			boardId: publicBoardOf(session)
		}
	];
}

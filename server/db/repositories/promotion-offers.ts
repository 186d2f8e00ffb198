import { and, desc, eq } from 'drizzle-orm';
import { invariant } from '#domain/result.ts';
import type { PromotionOffer, PromotionTarget } from '#protocol/promotion-offer.ts';
import type { Database, Transaction } from '../database.ts';
import { agreements } from '../schema/consensus.ts';
import { goalVersions } from '../schema/goals.ts';
import { findAgreement } from './agreements.ts';
import { readVersion, usedNumbers } from './goals.ts';
import { promotionsOfAgreement } from './promotions.ts';
import { wayOfAgreement } from './provenance.ts';

type Reader = Database | Transaction;

/** What somebody needs who is to take an agreement over: its words and its way, the drafts, and where it already is. */
export async function readPromotionOffer(
	db: Reader,
	tenantId: string,
	agreementId: string
): Promise<PromotionOffer | null> {
	const agreement = await findAgreement(db, tenantId, agreementId);
	if (!agreement) return null;
	const [later] = await db
		.select({ id: agreements.id })
		.from(agreements)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.basedOnId, agreementId)));
	const versions = await db
		.select({ id: goalVersions.id, label: goalVersions.label, state: goalVersions.state })
		.from(goalVersions)
		.where(eq(goalVersions.tenantId, tenantId))
		.orderBy(desc(goalVersions.id));
	const promotions = await promotionsOfAgreement(db, tenantId, agreementId);
	const done = promotions.map(({ itemId, number, versionId }) => {
		const versionLabel = versions.find(({ id }) => id === versionId)?.label ?? '';
		return { itemId, number, versionId, versionLabel };
	});
	const open = versions.filter(({ id, state }) => state === 'draft' && !done.some(({ versionId }) => versionId === id));
	return {
		agreement: { id: agreementId, text: agreement.text.plain, state: agreement.state },
		way: await wayOfAgreement(db, tenantId, agreementId),
		targets: await Promise.all(open.map(({ id }) => targetOf(db, tenantId, id))),
		done,
		laterId: later?.id ?? null
	};
}

async function targetOf(db: Reader, tenantId: string, versionId: string): Promise<PromotionTarget> {
	const version = await readVersion(db, tenantId, versionId);
	invariant(version, 'a listed version can be read');
	return { version, usedNumbers: await usedNumbers(db, tenantId, version.goalSystemId) };
}

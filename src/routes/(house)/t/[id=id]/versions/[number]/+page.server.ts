import { may } from '#domain/rights/rights.ts';
import { maySubmitAgain } from '#domain/texts/resubmission.ts';
import { isIntact } from '#domain/texts/text-version.ts';
import { isVariant } from '#domain/texts/variants.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { findResolvedVersion, listAmendments } from '#server/db/repositories/amendments.ts';
import { isResolved, listResolutionsOfText } from '#server/db/repositories/text-resolutions.ts';
import { findText, findVersion } from '#server/db/repositories/texts.ts';
import { sha256 } from '#server/ids.ts';
import { readVariants } from '#server/web/amendments.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readPresentedAgain } from '#server/web/resubmissions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	requirePerson(event);
	const text = (await findText(db, event.params.id)) ?? notFound();
	const setting = settingOfText(text);
	const person = await requireRight(event, 'text.read', setting);
	const inProcess = { tenantId: text.tenantId, processId: text.processId };
	const version = (await findVersion(db, text.tenantId, text.id, event.params.number)) ?? notFound();
	const [held, amendments, variants, resolved, resolutions, presented, isOne] = await Promise.all([
		standingsOf(db, person, setting),
		listAmendments(db, text.tenantId, version.id),
		readVariants(db, text, version),
		findResolvedVersion(db, text.tenantId, text.id, version.id),
		listResolutionsOfText(db, text.tenantId, text.id),
		readPresentedAgain(db, text.tenantId, text.id),
		isResolved(db, text.tenantId, version.id)
	]);
	const settled = text.roomOf === null && maySubmitAgain(text, isOne);
	return {
		text,
		version,
		intact: isIntact(version, sha256),
		amendments: amendments.filter(({ amendment }) => !isVariant(amendment)).length,
		variants,
		resolutions: resolutions.filter(({ number }) => number === version.number),
		presented: person.role === 'guest' ? [] : presented.filter(({ number }) => number === version.number),
		mayResubmit: settled && may(await standingsOf(db, person, inProcess), 'text.resubmit'),
		guest: person.role === 'guest',
		mayPropose: text.roomOf === null && may(await standingsOf(db, person, inProcess), 'paper.write'),
		mayMove: resolved === null && may(held, 'text.suggest'),
		mayDecide: resolved === null && may(held, 'text.decide')
	};
};

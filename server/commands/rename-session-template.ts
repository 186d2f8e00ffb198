import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { sessionTemplates } from '../db/schema/session-templates.ts';
import { defineCommand } from './command.ts';
import { nameInput, placeOfTemplate, writeNamed } from './session-templates.ts';

/** Gives a template of the organisation another name. */
export const renameSessionTemplate = defineCommand({
	name: 'rename-session-template',
	right: 'session-template.keep',
	input: v.object({ templateId: v.pipe(v.string(), v.uuid()), name: nameInput }),
	place: placeOfTemplate,
	run(ctx, { templateId, name }) {
		const { tx, tenantId } = ctx;
		return writeNamed(ctx, name, templateId, async (named) => {
			await tx
				.update(sessionTemplates)
				.set(named)
				.where(and(eq(sessionTemplates.tenantId, tenantId), eq(sessionTemplates.id, templateId)));
			return ok({ templateId });
		});
	},
	audit: (_, { templateId }) => ({ entity: 'session-template', entityId: templateId })
});

import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { sessionTemplates } from '../db/schema/session-templates.ts';
import { defineCommand } from './command.ts';
import { placeOfTemplate } from './session-templates.ts';

/** Removes a template of the organisation. Sessions that were made from it stay as they are. */
export const removeSessionTemplate = defineCommand({
	name: 'remove-session-template',
	right: 'session-template.keep',
	input: v.object({ templateId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfTemplate,
	async run({ tx, tenantId }, { templateId }) {
		await tx
			.delete(sessionTemplates)
			.where(and(eq(sessionTemplates.tenantId, tenantId), eq(sessionTemplates.id, templateId)));
		return ok({ templateId });
	},
	audit: (_, { templateId }) => ({ entity: 'session-template', entityId: templateId })
});

import type { Extensions } from '@tiptap/core';
import { UniqueID } from '@tiptap/extension-unique-id';
import { StarterKit } from '@tiptap/starter-kit';
import { headingLevels, identifiedNodes, safeHref } from '#text/schema.ts';

/** The editor's side of `src/text/schema.ts`: the same nodes and marks, nothing else. Undo belongs to the collaboration. */
export function textExtensions(): Extensions {
	return [
		StarterKit.configure({
			heading: { levels: [...headingLevels] },
			link: {
				openOnClick: false,
				isAllowedUri: (href) => safeHref(href) !== null,
				HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow' }
			},
			undoRedo: false,
			blockquote: false,
			code: false,
			codeBlock: false,
			horizontalRule: false,
			strike: false,
			underline: false,
			trailingNode: false
		}),
		UniqueID.configure({ types: [...identifiedNodes] })
	];
}

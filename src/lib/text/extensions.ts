import { Node, type Extensions } from '@tiptap/core';
import { UniqueID } from '@tiptap/extension-unique-id';
import { StarterKit } from '@tiptap/starter-kit';
import { headingLevels, identifiedNodes, safeHref } from '#text/schema.ts';
import { tableExtensions } from './tables.ts';
import { taskExtensions } from './tasks.ts';

/** Tables lie in the text itself and nowhere else. */
const TextDocument = Node.create({ name: 'doc', topNode: true, content: '(block | table)+' });

interface Wishes {
	/** What the box of a task is called. */
	taskLabel?(task: string): string;
	/** Whether nobody writes along: then undo is the editor's own. */
	alone?: boolean;
}

/** The editor's side of `src/text/schema.ts`: the same nodes and marks, nothing else. Undo belongs to the collaboration, where there is one. */
export function textExtensions({ taskLabel = (task) => task, alone = false }: Wishes = {}): Extensions {
	return [
		TextDocument,
		StarterKit.configure({
			heading: { levels: [...headingLevels] },
			link: {
				openOnClick: false,
				isAllowedUri: (href) => safeHref(href) !== null,
				HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow' }
			},
			document: false,
			...(!alone && { undoRedo: false }),
			blockquote: false,
			code: false,
			codeBlock: false,
			horizontalRule: false,
			strike: false,
			underline: false,
			trailingNode: false
		}),
		...taskExtensions(taskLabel),
		...tableExtensions,
		UniqueID.configure({ types: [...identifiedNodes] })
	];
}

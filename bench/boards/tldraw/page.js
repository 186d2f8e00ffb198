/** tldraw with a board of so many notes (`?notes=500`), and a handle for the measurement: `window.board`. */
import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import {
	createTLStore,
	defaultBindingUtils,
	defaultShapeUtils,
	getIndices,
	NoteShapeUtil,
	Tldraw,
	toRichText
} from 'tldraw';
import 'tldraw/tldraw.css';
import { movedByOthers, notes, wholeBoard } from '../geometry.js';

const count = Number(new URLSearchParams(location.search).get('notes'));
const planned = notes(count);
const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
store.ensureStoreIsUsable();
const props = NoteShapeUtil.prototype.getDefaultProps();
const order = getIndices(count);
store.put(
	planned.map(({ id, x, y, lines, colour }, at) => ({
		...{ id: `shape:${id}`, typeName: 'shape', type: 'note', parentId: 'page:page', index: order[at], x, y },
		...{ rotation: 0, isLocked: false, opacity: 1, meta: {} },
		props: { ...props, color: colour, richText: toRichText(lines.join(' ')) }
	}))
);

/** @param {import('tldraw').Editor} editor */
function onMount(editor) {
	const look = ({ x, y, zoom }) => editor.setCamera({ x: -x, y: -y, z: zoom }, { immediate: true });
	look(wholeBoard(count, { w: innerWidth, h: innerHeight }, 0.03));
	let others;
	window.board = {
		look,
		camera() {
			const { x, y, z } = editor.getCamera();
			return { x: -x, y: -y, zoom: z, left: 0, top: 0, w: innerWidth, h: innerHeight };
		},
		stands: () => document.querySelector('.tl-shape[data-shape-type="note"]') !== null,
		chosen: () => editor.getSelectedShapeIds().length,
		writing: () => editor.getEditingShapeId() !== null,
		place(id) {
			const { x, y } = editor.getShape(`shape:${id}`);
			return { x, y };
		},
		startOthers(perSecond) {
			let turn = 0;
			others = setInterval(() => {
				const { id, x, y } = movedByOthers(planned, turn++);
				store.mergeRemoteChanges(() => store.put([{ ...store.get(`shape:${id}`), x, y }]));
			}, 1000 / perSecond);
		},
		stopOthers: () => clearInterval(others)
	};
}

createRoot(document.getElementById('board')).render(
	createElement(Tldraw, {
		store,
		onMount,
		assetUrls: getAssetUrls({ baseUrl: '/assets' }),
		options: { maxShapesPerPage: 20_000 },
		cameraOptions: { zoomSteps: [0.03, 0.1, 0.25, 0.5, 1, 2, 4, 8] }
	})
);

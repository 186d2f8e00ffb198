/** Excalidraw with a board of so many notes (`?notes=500`), and a handle for the measurement: `window.board`. */
import { CaptureUpdateAction, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { movedByOthers, notes, wholeBoard } from '../geometry.js';
import { elementsOf } from './elements.js';

const count = Number(new URLSearchParams(location.search).get('notes'));
const planned = notes(count);
/** Excalidraw lets nobody go further away. */
const least = 0.1;
const cameraState = ({ x, y, zoom }) => ({ scrollX: -x, scrollY: -y, zoom: { value: zoom } });

function excalidrawAPI(api) {
	let others;
	const isNote = (id) => !id.startsWith('text-');
	window.board = {
		look: (camera) => api.updateScene({ appState: cameraState(camera) }),
		camera() {
			const { scrollX, scrollY, zoom, offsetLeft, offsetTop, width, height } = api.getAppState();
			return { x: -scrollX, y: -scrollY, zoom: zoom.value, left: offsetLeft, top: offsetTop, w: width, h: height };
		},
		stands: () => isPainted(document.querySelector('canvas.excalidraw__canvas.static')),
		chosen: () => Object.keys(api.getAppState().selectedElementIds).filter(isNote).length,
		writing: () => document.querySelector('.excalidraw-wysiwyg') !== null,
		place(id) {
			const { x, y } = api.getSceneElements().find((element) => element.id === id);
			return { x, y };
		},
		startOthers(perSecond) {
			let turn = 0;
			others = setInterval(() => move(api, movedByOthers(planned, turn++)), 1000 / perSecond);
		},
		stopOthers: () => clearInterval(others)
	};
}

/** As its own collaboration does it: the whole scene is handed over again, with what has changed in it. */
function move(api, { id, x, y }) {
	const all = api.getSceneElementsIncludingDeleted();
	const note = all.find((element) => element.id === id);
	const [dx, dy] = [x - note.x, y - note.y];
	const elements = all.map((element) => {
		if (element.id !== id && element.id !== `text-${id}`) return element;
		const version = element.version + 1;
		return { ...element, x: element.x + dx, y: element.y + dy, version, versionNonce: version * 31 };
	});
	api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
}

function isPainted(paper) {
	if (!paper || paper.width < 40) return false;
	const { width, height } = paper;
	const { data } = paper.getContext('2d').getImageData(width / 2 - 20, height / 2 - 20, 40, 40);
	const pixels = new Uint32Array(data.buffer);
	return pixels.some((pixel) => pixel !== pixels[0]);
}

const initialData = {
	elements: elementsOf(planned),
	appState: cameraState(wholeBoard(count, { w: innerWidth, h: innerHeight }, least))
};
createRoot(document.getElementById('board')).render(createElement(Excalidraw, { excalidrawAPI, initialData }));

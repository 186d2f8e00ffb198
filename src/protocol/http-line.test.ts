import { expect, test } from 'vitest';
import { packFrames, unpackFrames } from './http-line.ts';
import { limits } from './limits.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

test('frames come out of a body as they went in', () => {
	const frames = [bytes(0, 1, 2), bytes(), bytes(...Array<number>(200).fill(7))];
	expect(unpackFrames(packFrames(frames))).toEqual(frames);
	expect(unpackFrames(packFrames([]))).toEqual([]);
});

test('a body that ends within a frame or holds too many is refused', () => {
	expect(() => unpackFrames(packFrames([bytes(1, 2, 3)]).subarray(0, 2))).toThrow();
	expect(() => unpackFrames(new Uint8Array(limits.framesPerPost + 1))).toThrow();
	expect(() => unpackFrames(bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))).toThrow();
});

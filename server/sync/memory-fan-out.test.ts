import { fanOutSuite } from './fan-out.suite.ts';
import { MemoryBus } from './memory-fan-out.ts';

fanOutSuite('in memory', async () => {
	const bus = new MemoryBus();
	return {
		async join() {
			const end = bus.join();
			return { end, cut: () => end.cut(), mend: () => end.mend() };
		},
		close: async () => undefined
	};
});

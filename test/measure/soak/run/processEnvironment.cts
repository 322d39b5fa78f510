import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { Surroundings } from './soak.ts';

/** The longest that any run may take: five tries of thirty seconds, and the waits between them. */
const RUN_LIMIT_MS = 180_000;

/** Real time, memory and output. */
export type ProcessSurroundings = Pick<
	Surroundings,
	'seconds' | 'heap' | 'inTime' | 'wait' | 'takeOutput'
> & {
	/** Prints past the watch on the output. */
	say: (text: string) => void;
};

/** The surroundings of this process; from now on what is printed is kept instead, to be searched for secrets. */
export function watchProcess(): ProcessSurroundings {
	const begun = performance.now();
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	const print = process.stdout.write.bind(process.stdout);
	let output: string[] = [];
	const keep = (chunk: string | Uint8Array): boolean => {
		output.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
		return true;
	};
	process.stdout.write = keep;
	process.stderr.write = keep;
	const wait = async (milliseconds: number) =>
		await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
	return {
		seconds: () => (performance.now() - begun) / 1000,
		heap() {
			collectGarbage();
			collectGarbage();
			return process.memoryUsage().heapUsed;
		},
		async inTime(promise) {
			let timer: NodeJS.Timeout | undefined;
			const limit = new Promise<undefined>((resolve) => {
				timer = setTimeout(() => resolve(undefined), RUN_LIMIT_MS);
			});
			return await Promise.race([promise, limit]).finally(() => clearTimeout(timer));
		},
		wait,
		takeOutput() {
			const taken = output;
			output = [];
			return taken;
		},
		say: (text) => void print(`${text}\n`),
	};
}

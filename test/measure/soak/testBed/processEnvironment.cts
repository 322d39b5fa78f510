import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The longest time of a run: five attempts of thirty seconds, and the delays between them. */
const RUN_LIMIT_MS = 180_000;

/** The time, memory and output of this process. */
export interface ProcessEnvironment {
	/** Seconds since the soak began. */
	seconds: () => number;
	/** Bytes, after a forced collection. */
	heap: () => number;
	/** The promise's value, or undefined if it does not settle in time. */
	inTime: <Value>(promise: Promise<Value>) => Promise<Value | undefined>;
	wait: (milliseconds: number) => Promise<void>;
	/** All that was printed or logged since the last call. */
	takeOutput: () => string[];
	/** Prints, although the output is captured. */
	say: (text: string) => void;
}

/** Captures all output of this process from now on, so that it can be searched for secrets. */
export function captureProcess(): ProcessEnvironment {
	const begun = performance.now();
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	const print = process.stdout.write.bind(process.stdout);
	let output: string[] = [];
	const capture = (chunk: string | Uint8Array): boolean => {
		output.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
		return true;
	};
	process.stdout.write = capture;
	process.stderr.write = capture;
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

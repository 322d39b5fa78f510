import type { MemorySample } from './totals';

/** How much the heap may grow: at a hundred runs a day, a quarter of a megabyte a day, less than n8n itself varies. */
export const MOST_GROWTH_KB = 256;
/** With fewer runs after the warm-up, the growth is not known. */
export const FEWEST_RUNS = 200;
/** This fraction of the time is the warm-up: caches fill, code is compiled. */
export const WARM_UP = 0.25;

/** How the heap grew after the warm-up. */
export interface Growth {
	/** Of the straight line through the samples (least squares); undefined if there are too few. */
	kilobytesPer100Runs?: number;
	grows: boolean;
}

/** The growth of the heap over the runs. */
export function growthOf(samples: readonly MemorySample[]): Growth {
	const end = samples.at(-1)?.seconds ?? 0;
	const warm = samples.filter(({ seconds }) => seconds >= end * WARM_UP);
	const span = (warm.at(-1)?.runs ?? 0) - (warm.at(0)?.runs ?? 0);
	if (span < FEWEST_RUNS || warm.length < 4) return { grows: false };
	const mean = (read: (sample: MemorySample) => number) =>
		warm.reduce((sum, sample) => sum + read(sample), 0) / warm.length;
	const runs = mean((sample) => sample.runs);
	const heap = mean((sample) => sample.heapBytes);
	const together = mean((sample) => (sample.runs - runs) * (sample.heapBytes - heap));
	const apart = mean((sample) => (sample.runs - runs) ** 2);
	const kilobytesPer100Runs = ((together / apart) * 100) / 1024;
	return { kilobytesPer100Runs, grows: kilobytesPer100Runs > MOST_GROWTH_KB };
}

/** The executions that a worker began, by what it printed. */
export const begunIn = (log: string): string[] =>
	[...log.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id ?? '');

/** How often a run continued where a run on another worker had ended. */
export const handoversIn = (workers: readonly number[]): number =>
	workers.filter((worker, at) => at > 0 && worker !== workers[at - 1]).length;

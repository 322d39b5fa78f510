import picocolors from 'picocolors';

import { showProgress, type Report } from '../host/process/progress.cts';

/** A step that failed: which, why, and what the user can do. */
export class StepError extends Error {
	constructor(
		readonly step: string,
		why: string,
		readonly advice: string,
	) {
		super(why);
	}
}

export interface Step<Result> {
	/** What is going on, such as `Building the nodes`. */
	doing: string;
	work: (report: Report) => Promise<Result>;
	/** What is so afterwards. */
	done: string | ((result: Result) => string);
	/** What to do when it fails. */
	advice: string;
}

/**
 * Does one step, with a line that shows the time it takes.
 *
 * @throws StepError when the work fails
 */
export async function step<Result>({ doing, done, advice, work }: Step<Result>): Promise<Result> {
	const progress = showProgress(doing);
	try {
		const result = await work(progress.report);
		const text = typeof done === 'string' ? done : done(result);
		progress.end(`${picocolors.green('✓')} ${text}`);
		return result;
	} catch (error) {
		progress.end(`${picocolors.red('✗')} ${doing}`);
		throw new StepError(doing, (error as Error).message, advice);
	}
}

/** The message of a failed step; anything else that went wrong is shown whole. */
export function describeFailure(error: unknown): string {
	if (!(error instanceof StepError)) return String((error as Error).stack ?? error);
	const { step: failed, message, advice } = error;
	return `${picocolors.red(`Failed: ${failed}.`)}\n${message}\n${picocolors.bold('What to do:')} ${advice}`;
}

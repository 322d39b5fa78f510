import picocolors from 'picocolors';

import { showProgress, type Report } from '../host/process/progress.cts';

/** A failed step: its name, the reason, and what the user can do. */
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
	/** What the step does, such as `Building the nodes`. */
	doing: string;
	work: (report: Report) => Promise<Result>;
	/** The state afterwards, such as `The nodes are built`. */
	done: string | ((result: Result) => string);
	/** What the user can do if it fails. */
	advice: string;
}

/**
 * Does a step, and shows its elapsed time.
 *
 * @throws StepError if the work fails
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

/** The message of a failed step, or the stack of any other error. */
export function describeFailure(error: unknown): string {
	if (!(error instanceof StepError)) return String((error as Error).stack ?? error);
	const { step: failed, message, advice } = error;
	return `${picocolors.red(`Failed: ${failed}.`)}\n${message}\n${picocolors.bold('What to do:')} ${advice}`;
}

import type { FaultKind } from '../../../../sandbox/index';

/** The runs of one operation, and what was found of what they brought. */
export interface OperationTally {
	runs: number;
	/** Brought all that was asked for. */
	succeeded: number;
	/** Ended, for one input item at least, with an error that can be read. */
	failed: number;
	/** Items of successes, and of the whole pages before a failure, that were compared with the truth. */
	checked: number;
	missing: number;
	duplicate: number;
}

/** The heap after a forced collection. */
export interface MemorySample {
	seconds: number;
	runs: number;
	heapBytes: number;
}

const MOST_PROBLEMS = 40;

/** Everything that is counted. */
export class Tally {
	readonly operations = new Map<string, OperationTally>();
	readonly faults = new Map<FaultKind, { injected: number; met: number }>();
	readonly statuses = new Map<string, number>();
	readonly samples: MemorySample[] = [];
	/** What should not have been, the first ones in words. */
	readonly problems: string[] = [];
	problemCount = 0;
	rounds = 0;
	tokens = 0;
	leaked = 0;
	hung = 0;
	ledgersRead = 0;
	seconds = 0;

	/** The counts of an operation, to be added to. */
	of(operation: string): OperationTally {
		const none = { runs: 0, succeeded: 0, failed: 0, checked: 0, missing: 0, duplicate: 0 };
		const counts = this.operations.get(operation) ?? none;
		this.operations.set(operation, counts);
		return counts;
	}

	/** Takes down what should not have been. */
	complain(problem: string): void {
		this.problemCount++;
		this.note(problem);
	}

	/** Puts words beside the findings. */
	note(problem: string): void {
		if (this.problems.length < MOST_PROBLEMS)
			this.problems.push(`Round ${this.rounds}: ${problem}`);
	}

	/** A count over all operations. */
	sum(name: keyof OperationTally): number {
		return [...this.operations.values()].reduce((sum, counts) => sum + counts[name], 0);
	}

	/** All calls that the sandbox answered, those for a token included. */
	get calls(): number {
		return [...this.statuses.values()].reduce((sum, count) => sum + count, 0);
	}
}

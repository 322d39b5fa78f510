import type { FaultKind } from '../../../../sandbox/index';

/** The runs of one operation, and how their items compare with the truth. */
export interface OperationTotals {
	runs: number;
	/** Runs that returned everything. */
	succeeded: number;
	/** Runs with a readable error for at least one input item. */
	failed: number;
	/** Items that were compared with the truth; a failed feed run has those of the pages before the failure. */
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

const MOST_FINDINGS = 40;

/** The totals of a soak. */
export class Totals {
	readonly operations = new Map<string, OperationTotals>();
	readonly faults = new Map<FaultKind, { injected: number; met: number }>();
	readonly statuses = new Map<string, number>();
	readonly samples: MemorySample[] = [];
	/** The first findings, in words, with notes. */
	readonly findings: string[] = [];
	findingCount = 0;
	rounds = 0;
	tokens = 0;
	leaked = 0;
	hung = 0;
	ledgersRead = 0;
	seconds = 0;

	/** The counts of an operation, which the caller adds to. */
	of(operation: string): OperationTotals {
		const none = { runs: 0, succeeded: 0, failed: 0, checked: 0, missing: 0, duplicate: 0 };
		const counts = this.operations.get(operation) ?? none;
		this.operations.set(operation, counts);
		return counts;
	}

	/** Counts a finding: something that must not happen. */
	addFinding(finding: string): void {
		this.findingCount++;
		this.note(finding);
	}

	/** Adds a note to the findings. */
	note(text: string): void {
		if (this.findings.length < MOST_FINDINGS) this.findings.push(`Round ${this.rounds}: ${text}`);
	}

	/** The sum of a count over all operations. */
	sum(name: keyof OperationTotals): number {
		return [...this.operations.values()].reduce((sum, counts) => sum + counts[name], 0);
	}

	/** All calls that the sandbox answered, those for a token included. */
	get calls(): number {
		return [...this.statuses.values()].reduce((sum, count) => sum + count, 0);
	}
}

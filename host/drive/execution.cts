/** An output item of a node. */
export interface RunItem {
	json: Record<string, unknown>;
	pairedItem?: unknown;
	error?: RunError;
}

export interface RunError {
	name?: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
}

/** One run of one node; `data.main` holds its outputs. */
export interface NodeRun {
	executionStatus?: string;
	executionTime?: number;
	error?: RunError;
	data?: { main?: Array<RunItem[] | null> };
}

/** What n8n reports of an execution. */
export interface RunData {
	status: string;
	data: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			lastNodeExecuted?: string;
			error?: RunError;
		};
	};
}

/**
 * Finds the execution in the output of `n8n execute --rawOutput`, where log lines surround the JSON. Only its first and its
 * last line consist of a single brace.
 *
 * @returns undefined if nothing was executed
 */
export function findRunData(output: string): RunData | undefined {
	const blocks = output.matchAll(/^\{\r?$[^]*?^\}\r?$/gm);
	for (const [block] of blocks) {
		const value = parse(block);
		if (isRunData(value)) return value;
	}
	return undefined;
}

/** The items of one output of a node, over all its runs. Empty if it did not run. */
export function itemsOf(run: RunData, node: string, output = 0): RunItem[] {
	const runs = run.data.resultData.runData[node] ?? [];
	return runs.flatMap(({ data }) => data?.main?.[output] ?? []);
}

function parse(block: string): unknown {
	try {
		return JSON.parse(block);
	} catch {
		return undefined;
	}
}

function isRunData(value: unknown): value is RunData {
	const run = value as Partial<RunData> | null;
	return typeof run?.data?.resultData?.runData === 'object';
}

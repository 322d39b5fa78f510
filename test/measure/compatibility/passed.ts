/** What jest's `--json` report tells, as far as it is needed here. */
export interface JestReport {
	testResults: Array<{
		/** What failed in the file, with the errors; empty if nothing did. */
		message: string;
		assertionResults: Array<{ ancestorTitles: string[]; status: string }>;
	}>;
}

/** How many tests passed, by what they are about: the outermost description. A test that did not run does not count. */
export function passedIn({ testResults }: JestReport): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { ancestorTitles, status } of testResults.flatMap((file) => file.assertionResults)) {
		if (status !== 'passed') continue;
		const about = ancestorTitles[0] ?? '';
		counts.set(about, (counts.get(about) ?? 0) + 1);
	}
	return counts;
}

/** What failed, a text for each file. */
export function failuresIn({ testResults }: JestReport): string[] {
	return testResults.map(({ message }) => message).filter((message) => message !== '');
}

/** How many tests passed on one version of n8n. */
export interface HostResult {
	/** `2.8.4`. */
	n8n: string;
	/** Version of the Node.js that it ran on. */
	node: string;
	passed: Map<string, number>;
}

/** A row for whatever was tested, a column for each version of n8n; a test that one of them lacks is 0 there. */
export function compatibilityTable(results: readonly HostResult[]): {
	head: string[];
	rows: string[][];
} {
	const subjects = [...new Set(results.flatMap(({ passed }) => [...passed.keys()]))].sort();
	return {
		head: ['Tests that passed', ...results.map(({ n8n, node }) => `n8n ${n8n}, Node.js ${node}`)],
		rows: subjects.map((subject) => [
			subject.charAt(0).toUpperCase() + subject.slice(1),
			...results.map(({ passed }) => String(passed.get(subject) ?? 0)),
		]),
	};
}

import type { NodeRun } from '../../../rigs/engine/engine';
import { unreadableBecause, resultsByItem } from '../checks/itemResults';
import type { Totals } from '../report/totals';
import type { Job } from './job';

/**
 * Checks a finished run, and counts it.
 *
 * @param run undefined if it did not end
 * @param mustSucceed whether it met no more faults than it has to survive
 */
export function checkRun(
	job: Job,
	run: NodeRun | undefined,
	mustSucceed: boolean,
	totals: Totals,
): void {
	const counts = totals.of(job.operation);
	const addFinding = (finding: string) =>
		totals.addFinding(`${job.operation} of ${job.ledgerIds.join(', ') || 'the list'}: ${finding}`);
	counts.runs++;
	if (run === undefined) {
		totals.hung++;
		addFinding('it did not end');
		return;
	}
	const results = resultsByItem(run, job.input.length);
	for (const [index, result] of results.entries()) job.check(result, index, { totals, addFinding });
	const errors = results.flatMap(({ error }) => error ?? []);
	for (const error of errors) {
		const reason = unreadableBecause(error);
		if (reason) addFinding(`its error cannot be read: ${reason}`);
	}
	const [first] = errors;
	if (first === undefined) counts.succeeded++;
	else counts.failed++;
	if (first && mustSucceed) {
		addFinding(`it should have got through: ${first.message}. ${first.description ?? ''}`);
	}
}

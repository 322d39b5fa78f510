import type { NodeRun } from '../../../rigs/engine/engine';
import type { Job } from '../jobs/job';
import { complaintAboutError, partsOf } from './itemResults';
import type { Tally } from '../report/totals';

/**
 * Judges a run that is over, and counts it.
 *
 * @param run undefined when it did not end
 * @param mustSucceed whether nothing stood in its way for longer than it must bear
 */
export function judgeRun(
	job: Job,
	run: NodeRun | undefined,
	mustSucceed: boolean,
	tally: Tally,
): void {
	const counts = tally.of(job.operation);
	const complain = (problem: string) =>
		tally.complain(`${job.operation} of ${job.ledgerIds.join(', ') || 'the list'}: ${problem}`);
	counts.runs++;
	if (run === undefined) {
		tally.hung++;
		complain('it did not end');
		return;
	}
	const parts = partsOf(run, job.input.length);
	for (const [index, part] of parts.entries()) job.judge(part, index, { tally, complain });
	const errors = parts.flatMap(({ error }) => error ?? []);
	for (const error of errors) {
		const complaint = complaintAboutError(error);
		if (complaint) complain(`its error cannot be read: ${complaint}`);
	}
	const [first] = errors;
	if (first === undefined) counts.succeeded++;
	else counts.failed++;
	if (first && mustSucceed) {
		complain(`it should have got through: ${first.message}. ${first.description ?? ''}`);
	}
}

import { begunIn, handoversIn } from '../../measure/queue/workerLog';

describe('The log of a worker', () => {
	const log = [
		'Worker started execution 7 (job 1)',
		'Worker finished execution 7 (job 1)',
		'Worker started execution 12 (job 2)',
	].join('\n');

	it('tells which executions it started', () => {
		expect(begunIn(log)).toEqual(['7', '12']);
	});

	it('tells how often a run followed one on the other worker', () => {
		expect(handoversIn([0, 0, 1, 0, 0])).toBe(2);
	});
});

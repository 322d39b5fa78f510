import { begunIn, handoversIn } from '../../measure/queue/workerLog';

describe('What a worker printed', () => {
	const log = [
		'Worker started execution 7 (job 1)',
		'Worker finished execution 7 (job 1)',
		'Worker started execution 12 (job 2)',
	].join('\n');

	it('tells which executions it began', () => {
		expect(begunIn(log)).toEqual(['7', '12']);
	});

	it('tells how often the work went from one worker to the other', () => {
		expect(handoversIn([0, 0, 1, 0, 0])).toBe(2);
	});
});

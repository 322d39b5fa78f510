import {
	callsPerHour,
	listCalls,
	mostOfOneTrigger,
	msPerCall,
	reachOfPoll,
	roundSeconds,
	workflowsFor,
} from '../../measure/scale/arithmetic';

const pace = { latencyMs: 200, ownMs: 0 };

describe('The cost of many ledgers', () => {
	it('is one call for each page of the ledger list, and one for an empty list', () => {
		expect([0, 1, 100, 101, 100_000].map((ledgers) => listCalls(ledgers, 100))).toEqual([
			1, 1, 1, 2, 1000,
		]);
	});

	it('is a new token with every poll, four times an hour at most', () => {
		expect([1, 60].map((polls) => callsPerHour(polls, 11, 3))).toEqual([14, 672]);
	});

	it('is limited by ten calls at a time, or by the processor time of each', () => {
		expect(msPerCall({ latencyMs: 95, ownMs: 5 })).toBe(10);
		expect(msPerCall({ latencyMs: 20, ownMs: 5 })).toBe(5);
	});

	it('is the time for the list plus the time for the feeds', () => {
		// Ten pages one after another, then a hundred times ten feeds.
		expect(roundSeconds(1000, 100, pace)).toBe(2 + 20);
	});

	it('fits one poll as far as 36 seconds allow', () => {
		expect(reachOfPoll(pace)).toBe(1800);
		expect(reachOfPoll(pace, { ledgers: 10_000, perPage: 100 })).toBe((36_000 - 20_000) / 20);
		expect(reachOfPoll(pace, { ledgers: 1000, perPage: 100 })).toBe(1000);
	});

	it('does not fit one poll if the list alone takes too long', () => {
		expect(reachOfPoll(pace, { ledgers: 18_000, perPage: 100 })).toBe(0);
		expect(workflowsFor(1000, 0)).toBeUndefined();
	});

	it('fits one trigger if list and feeds fit one poll', () => {
		const most = mostOfOneTrigger(pace, 100);
		expect(roundSeconds(most, 100, pace)).toBeLessThanOrEqual(36);
		expect(roundSeconds(most + 1, 100, pace)).toBeGreaterThan(36);
		expect(workflowsFor(100_000, 1800)).toBe(56);
	});
});

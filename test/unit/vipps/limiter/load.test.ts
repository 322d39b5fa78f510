import { createConcurrency } from '../../../../vipps/limiter/concurrency';
import { callAll, type Arrival, type Reply } from './simulation';

describe('the limiter on a server under load', () => {
	it('does not open up on a server that gets slower, and takes no longer for it', async () => {
		const serve = ({ pending }: Arrival) => ({ latency: 40 * Math.max(1, pending / 20) });
		const { duration, most } = await callAll(1000, serve);
		expect(duration).toBeLessThanOrEqual(1.3 * (1000 / 20) * 40);
		expect(most).toBeLessThanOrEqual(100);
	});

	it.each([
		{ working: 25, waiting: 75, clientMs: 0 },
		{ working: 25, waiting: 75, clientMs: 1 },
		{ working: 25, waiting: 75, clientMs: 2.3 },
		{ working: 60, waiting: 40, clientMs: 2.3 },
	])(
		'fills a server of $working calls at a time and is never refused, with $clientMs ms of work here for each',
		async ({ working, waiting, clientMs }) => {
			const latency = 40;
			const freeAt = Array.from({ length: working }, () => 0);
			let sentAt = 0;
			const { duration, failed } = await callAll(1000, ({ at }) => {
				// The calls are sent one after another, and served in this order.
				sentAt = Math.max(at, sentAt + clientMs);
				const place = freeAt.indexOf(Math.min(...freeAt));
				const begins = Math.max(sentAt, freeAt[place] ?? 0);
				const ahead = ((begins - sentAt) / latency) * working;
				if (ahead > waiting) return { latency: sentAt - at + 1, verdict: 'failed' };
				freeAt[place] = begins + latency;
				return { latency: begins + latency - at };
			});
			const least = 1000 * Math.max(latency / working, clientMs);
			expect(failed).toBe(0);
			expect(duration).toBeLessThanOrEqual(1.3 * least);
		},
	);

	it('narrows on a server that fails under load, until it does not', async () => {
		const serve = ({ pending }: Arrival): Reply => ({
			latency: 40,
			verdict: pending > 25 ? 'failed' : 'fine',
		});
		const { duration, failed } = await callAll(1000, serve);
		expect(duration).toBeLessThanOrEqual(2.5 * (1000 / 25) * 40);
		expect(failed).toBeLessThan(200);
	});

	it('opens up again after a server had trouble', async () => {
		const { duration } = await callAll(1000, ({ at }) => ({
			latency: 40,
			verdict: at < 150 ? 'failed' : 'fine',
		}));
		expect(duration).toBeLessThanOrEqual(150 + 3 * (1000 / 40) * 40);
	});

	it('opens up in small steps when a server got much slower right after it had opened up', () => {
		let time = 0;
		const window = createConcurrency(200, () => time);
		const round = (latency: number) => {
			time += latency;
			for (let left = window.concurrency(); left > 0; left--) window.note('fine', latency, true);
			return window.concurrency();
		};
		expect(round(40)).toBe(80);
		let size = round(160);
		expect(size).toBeLessThan(40);
		for (let rounds = 0; rounds < 20; rounds++) {
			const next = round(160);
			expect(next).toBeLessThanOrEqual((size + 1) * 1.25);
			size = next;
		}
	});
});

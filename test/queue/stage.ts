import { sleep } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/index';
import type { Books } from './books';
import type { Cluster } from './cluster.cts';
import { differenceOf, type Difference } from './judge';
import { FLOW, LEDGER, TRIGGERED } from './workflows';

const PATIENCE_MS = 200_000;

/** All that a run in queue mode takes, and what can be asked of it. */
export class Stage {
	/** How many sales each ledger had when the trigger began. */
	private readonly before: Map<string, number>;

	constructor(
		readonly sandbox: Sandbox,
		readonly books: Books,
		readonly cluster: Cluster,
		begun: string,
	) {
		const sales = sandbox.ledgers().map(({ ledgerId }) => [ledgerId, this.soldBy(ledgerId, begun)]);
		this.before = new Map(sales as Array<[string, number]>);
	}

	/** Starts the workflow by its webhook, and waits for n8n's answer; newer versions listen a moment after they are up. */
	async call(): Promise<number> {
		for (let tries = 1; ; tries++) {
			const { status } = await fetch(`${this.cluster.url}/webhook/${FLOW}`, { method: 'POST' });
			if (status !== 404 || tries === 300) return status;
			await sleep(100);
		}
	}

	/** What the workflow has booked, beside all that was sold. */
	flow(): Difference & { sold: number } {
		const sold = this.salesOf(LEDGER, 0);
		return { ...differenceOf(sold, this.books.bookedBy(FLOW)), sold: sold.length };
	}

	/** The same of the trigger, since it began. */
	triggered(): Difference & { sold: number } {
		const sold = [...this.before].flatMap(([id, count]) => this.salesOf(id, count));
		const booked = this.books
			.bookedBy(TRIGGERED)
			.map((sale) => ({ ...sale, dedupeKey: undefined }));
		return { ...differenceOf(sold, booked), sold: sold.length };
	}

	/** The workflow's executions, latest first. */
	async executions(): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: FLOW }));
		const answer = await this.cluster.client.get(`/executions?filter=${filter}&limit=100`);
		return (answer as { results: Array<{ id: string; status: string }> }).results;
	}

	/** Waits for what is to come true. */
	async until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
		for (const end = Date.now() + PATIENCE_MS; !(await isTrue()); await sleep(200)) {
			if (Date.now() > end) throw new Error(`${what} in ${PATIENCE_MS / 1000} s`);
		}
	}

	private salesOf(ledgerId: string, from: number): object[] {
		const sales = this.sandbox.sales(ledgerId).slice(from);
		return sales.map((entry) => ({ ledgerId, ...entry }));
	}

	private soldBy(ledgerId: string, instant: string): number {
		const end = Date.parse(instant);
		return this.sandbox.sales(ledgerId).filter(({ time }) => Date.parse(String(time)) <= end)
			.length;
	}
}

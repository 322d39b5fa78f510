import { callWebhook } from '../../../host/drive/webhook.cts';
import type { Sandbox } from '../../../sandbox/index';
import type { AccountingSystem } from '../../rigs/n8n/accountingSystem';
import type { Cluster } from './cluster.cts';
import { differenceOf, type Difference } from '../../rigs/difference';
import { FLOW, LEDGER } from './workflows';

/** Everything that a test in queue mode consists of. */
export class QueueSetup {
	/** The number of sales of each ledger at the first start of the trigger. */
	private readonly before: Map<string, number>;

	constructor(
		readonly sandbox: Sandbox,
		/** The endpoint that the workflow posts to. */
		readonly accounting: AccountingSystem,
		/** The endpoint that the trigger's workflow posts to. */
		private readonly triggerAccounting: AccountingSystem,
		readonly cluster: Cluster,
		begun: string,
	) {
		const sales = sandbox.ledgers().map(({ ledgerId }) => [ledgerId, this.soldBy(ledgerId, begun)]);
		this.before = new Map(sales as Array<[string, number]>);
	}

	/** Starts the workflow by its webhook. Gives the status of n8n's answer. */
	async call(): Promise<number> {
		return (await callWebhook(this.cluster.url, FLOW)).status;
	}

	/** Compares what the workflow has booked with all sales. */
	flow(): Difference & { sold: number } {
		const sold = this.salesOf(LEDGER, 0);
		return { ...differenceOf(sold, this.accounting.booked), sold: sold.length };
	}

	/** Compares what the trigger's workflow has booked with all sales since its first start. */
	triggered(): Difference & { sold: number } {
		const sold = [...this.before].flatMap(([id, count]) => this.salesOf(id, count));
		const booked = this.triggerAccounting.booked.map((sale) => ({ ...sale, dedupeKey: undefined }));
		return { ...differenceOf(sold, booked), sold: sold.length };
	}

	/** The workflow's executions, latest first. */
	async executions(): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: FLOW }));
		const answer = await this.cluster.client.get(`/executions?filter=${filter}&limit=100`);
		return (answer as { results: Array<{ id: string; status: string }> }).results;
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

import { startSandbox, type Sandbox, type Switches } from '../../../sandbox/index';
import { PollRig } from '../../rigs/engine/trigger/pollRig';
import { save } from '../../rigs/engine/checkpointRig';
import { ledger } from '../../rigs/engine/rig';
import { Scheduled, workflowOfSteps, type Step } from '../../rigs/engine/scheduled';

/** Ledgers in one page of the ledger list. The real number is not documented. */
export const LEDGERS_PER_PAGE = 100;
/** The time limit of a poll in an older n8n. */
const budgetMs = 45_000;

/** What one poll, or one run of the workflow, has cost. */
export interface Cost {
	ledgers: number;
	listCalls: number;
	feedCalls: number;
	/** Calls for a token, and calls that were refused because the token had expired. */
	tokenCalls: number;
	sales: number;
	seconds: number;
	/** Processor time, including the sandbox's, which runs in the same process. */
	ownMs: number;
	/** The size of n8n's static data, which is written as a whole. */
	stateBytes: number;
}

/** The example workflow without its schedule: reads all ledgers from their saved checkpoints, works, saves. */
const steps: Record<string, Step> = {
	Ledgers: {
		parameters: { resource: 'ledger', operation: 'getAll', returnAll: true },
		from: { Start: [0] },
	},
	Feed: {
		parameters: {
			resource: 'sale',
			operation: 'getFeed',
			output: 'entries',
			ledgerId: ledger('={{ $json.ledgerId }}'),
			limit: 1000,
			startFrom: 'savedCheckpoint',
		},
		from: { Ledgers: [0] },
	},
	Work: { is: 'work', y: -100, from: { Feed: [0] } },
	Save: { parameters: save, y: 100, from: { Feed: [1] } },
};

/** An account with so many ledgers, a trigger for all of them, and a workflow that saves checkpoints. */
export class Account {
	private constructor(
		private readonly sandbox: Sandbox,
		private readonly trigger: PollRig,
		private readonly flow: Scheduled,
		private readonly ledgers: number,
		private readonly processorMs: () => number,
	) {}

	/**
	 * Opens an account of which the trigger and the workflow have read all earlier sales.
	 *
	 * @param processorMs the processor time that this process has taken, in milliseconds
	 */
	static async open(ledgers: number, now: string, processorMs: () => number): Promise<Account> {
		const options = { now, ledgerCount: ledgers, ledgerPageSize: LEDGERS_PER_PAGE };
		const sandbox = await startSandbox(options);
		const { clientId, clientSecret, url: baseUrl } = sandbox;
		const trigger = new PollRig({ clientId, clientSecret, baseUrl });
		const account = new Account(sandbox, trigger, new Scheduled(sandbox), ledgers, processorMs);
		await account.catchUp();
		return account;
	}

	/** Sets the clock, the latency of every answer, and the switches. */
	arrange(now: string, latencyMs: number, switches: Partial<Switches> = {}): void {
		const { clock, faults } = this.sandbox;
		clock.set(now);
		faults.clear();
		if (latencyMs > 0) faults.add({ kind: 'slow', everyMs: latencyMs });
		Object.assign(this.sandbox.switches, switches);
	}

	/** One poll of the trigger. */
	async poll(): Promise<Cost> {
		return await this.cost(async () => {
			const { length } = await this.trigger.poll({ budgetMs });
			return { sales: length, state: this.trigger.saved };
		});
	}

	/** One run of the workflow. */
	async run(): Promise<Cost> {
		return await this.cost(async () => {
			const { status } = await this.flow.run(workflowOfSteps(steps));
			if (status !== 'success') throw new Error(`The run ended with status ${status}`);
			const state = JSON.stringify(this.flow.memory.staticData);
			return { sales: this.flow.bookingStep.take().length, state };
		});
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}

	private async catchUp(): Promise<void> {
		this.trigger.set({ startFrom: 'now' });
		type Kept = {
			ledgers: Record<string, { checkpoint: { cursor?: string; since?: string } }>;
		};
		const kept = () =>
			Object.entries((JSON.parse(this.trigger.saved) as Kept).ledgers).map(
				([ledgerId, { checkpoint }]) => ({ ledgerId, ...checkpoint }),
			);
		do await this.trigger.poll({ budgetMs });
		while (kept().some(({ since }) => since !== undefined));
		const known = kept().map(({ ledgerId, cursor = '' }) => ({ ledgerId, cursor }));
		await this.flow.run(
			workflowOfSteps({ Save: { parameters: save, from: { Start: [0] } } }, known),
		);
	}

	private async cost(work: () => Promise<{ sales: number; state: string }>): Promise<Cost> {
		const { requests } = this.sandbox;
		requests.length = 0;
		const begun = performance.now();
		const worked = this.processorMs();
		const { sales, state } = await work();
		const seconds = (performance.now() - begun) / 1000;
		const ownMs = this.processorMs() - worked;
		const answered = (part: string) =>
			requests.filter(({ path, status }) => path.startsWith(part) && status === 200).length;
		const listCalls = answered('/settlement/');
		const feedCalls = answered('/sales/');
		const tokenCalls = requests.length - listCalls - feedCalls;
		return {
			...{ ledgers: this.ledgers, listCalls, feedCalls, tokenCalls, sales, seconds, ownMs },
			stateBytes: Buffer.byteLength(state),
		};
	}
}

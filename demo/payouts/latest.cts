import { DateTime } from 'luxon';

import type { N8nEnvironment } from '../../host/drive/environment.cts';
import { itemsOf } from '../../host/drive/execution.cts';
import type { WorkflowImport } from '../../host/drive/n8n.cts';
import type { Sandbox } from '../../sandbox/index.ts';
import { runExample } from '../examples.cts';
import { step } from '../step.cts';
import { toPayout, type Payout } from './payouts.cts';
import { payoutTable } from './table.cts';
import { latestPayouts, payoutDifferences } from './truth.cts';

/** What the workflow returned, and what the sandbox held meanwhile. */
interface Latest {
	/** The first date that was read, `YYYY-MM-DD`. */
	since: string;
	payouts: Payout[];
	truths: Payout[];
}

/** Runs the workflow in n8n, prints the latest payout of each ledger, and compares them with those in the sandbox. */
export async function showLatestPayouts(
	environment: N8nEnvironment,
	sandbox: Sandbox,
	workflow: WorkflowImport,
): Promise<void> {
	const { since, payouts, truths } = await step({
		doing: `Running the workflow "${workflow.name}"`,
		work: async () => await runBetweenPayouts(environment, sandbox, workflow),
		done: 'The workflow ran',
		advice: 'Read what the node says. If that is no help, run the tests.',
	});
	const table = payoutTable(payouts, sandbox.ledgers());
	console.log(`\nThe latest payout of each ledger since ${since}\n${table}\n`);
	await step({
		doing: "Comparing with the sandbox's own books",
		work: async () => {
			const found = payoutDifferences(truths, payouts);
			if (found.length > 0) throw new Error(found.join('\n'));
		},
		done: "Payouts agree with the sandbox's own books",
		advice: 'Run the tests: either the nodes or the sandbox lose or invent money.',
	});
}

/** Runs the workflow again if there was a payout during the run. */
async function runBetweenPayouts(
	environment: N8nEnvironment,
	sandbox: Sandbox,
	workflow: WorkflowImport,
): Promise<Latest> {
	const dates = datesOfWorkflow();
	const truths = latestPayouts(sandbox, dates);
	const run = await runExample(environment, workflow);
	const later = latestPayouts(sandbox, datesOfWorkflow());
	if (JSON.stringify(later) !== JSON.stringify(truths)) {
		return await runBetweenPayouts(environment, sandbox, workflow);
	}
	const rows = itemsOf(run, run.data.resultData.lastNodeExecuted ?? '');
	return { since: dates[0] ?? '', truths, payouts: rows.map(({ json }) => toPayout(json)) };
}

/** From the first day of last month until today, as in the workflow. */
function datesOfWorkflow(): string[] {
	const today = DateTime.now().setZone('Europe/Oslo').startOf('day');
	const first = today.minus({ months: 1 }).startOf('month');
	const count = Math.round(today.diff(first, 'days').days) + 1;
	return Array.from({ length: count }, (_, days) => first.plus({ days }).toFormat('yyyy-MM-dd'));
}

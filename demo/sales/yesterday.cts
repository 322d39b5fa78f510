import { DateTime } from 'luxon';

import type { N8nEnvironment } from '../../host/drive/environment.cts';
import { itemsOf } from '../../host/drive/execution.cts';
import type { WorkflowImport } from '../../host/drive/n8n.cts';
import type { Sandbox } from '../../sandbox/index.ts';
import { runExample } from '../examples.cts';
import { step } from '../step.cts';
import { salesNodes } from '../workflows.cts';
import { salesByLedger, totalsByCurrency, type LedgerSales } from './sales.cts';
import { salesTable } from './table.cts';
import { differences, truthOf } from './truth.cts';

/** The sales of yesterday that the workflow returned. */
interface Sales {
	/** The date of the ledgers of a currency, `YYYY-MM-DD`. */
	dateOf: (currency: string) => string;
	ledgers: LedgerSales[];
}

/** Runs the workflow in n8n, prints its sales, and compares them with those in the sandbox. */
export async function showYesterday(
	environment: N8nEnvironment,
	sandbox: Sandbox,
	workflow: WorkflowImport,
): Promise<void> {
	const { dateOf, ledgers } = await step({
		doing: `Running the workflow "${workflow.name}"`,
		work: async () => await runForOneDate(environment, sandbox, workflow),
		done: 'The workflow ran',
		advice: 'Read what the node says. If that is no help, run the tests.',
	});
	console.log(`\nSales of ${dateOf('NOK')}\n${salesTable(ledgers, totalsByCurrency(ledgers))}\n`);
	await step({
		doing: "Comparing with the sandbox's own books",
		work: async () => {
			const found = differences(truthOf(sandbox, dateOf), ledgers);
			if (found.length > 0) throw new Error(found.join('\n'));
		},
		done: "Entries and gross agree with the sandbox's own books",
		advice: 'Run the tests: either the nodes or the sandbox lose or invent sales.',
	});
}

/** Runs the workflow again if the date has changed during the run. */
async function runForOneDate(
	environment: N8nEnvironment,
	sandbox: Sandbox,
	workflow: WorkflowImport,
): Promise<Sales> {
	const dateOf = yesterday();
	const run = await runExample(environment, workflow);
	const later = yesterday();
	if (['NOK', 'EUR'].some((currency) => later(currency) !== dateOf(currency)))
		return await runForOneDate(environment, sandbox, workflow);

	const rows = salesNodes(workflow).flatMap((name) =>
		itemsOf(run, name).map(({ json }): unknown => json),
	);
	return { dateOf, ledgers: salesByLedger(rows, sandbox.ledgers()) };
}

/** Yesterday where the merchants of a currency are. */
function yesterday(): (currency: string) => string {
	const now = DateTime.now();
	return (currency) => {
		const zone = currency === 'EUR' ? 'Europe/Helsinki' : 'Europe/Oslo';
		return now.setZone(zone).minus({ days: 1 }).toFormat('yyyy-MM-dd');
	};
}

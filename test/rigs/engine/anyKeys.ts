import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { ledgerGetAll } from '../../../nodes/VippsSales/operations/ledger.getAll';
import type { Operation } from '../../../nodes/shared/operations/operation';
import { createRegistry } from '../../../nodes/shared/operations/registry';
import { runItems } from '../../../nodes/shared/operations/runItems';
import { call } from '../../../vipps/http/call';
import type { SandboxOptions } from '../../../sandbox/index';
import { Engine, workflowOf, type NodeRun } from './engine';
import { setUp, type Rig } from './rig';

/** The funds of a ledger on a date: its first page, as Vipps sends it. */
const getFunds: Operation = {
	resource: 'ledger',
	option: { name: 'Get Funds', value: 'getFunds', action: 'Get funds', description: '' },
	subtitle: '',
	fields: [],
	async run(itemIndex, run) {
		const ledgerId = this.getNodeParameter('ledgerId', itemIndex) as string;
		const path = `/report/v2/ledgers/${ledgerId}/funds/dates/2026-06-01`;
		const body = await call(run, { path, subject: `the transactions of ledger ${ledgerId}` });
		return { outputs: [(body as { items: IDataObject[] }).items] };
	},
};

const registry = createRegistry([{ name: 'Ledger', value: 'ledger' }], [ledgerGetAll, getFunds]);

/** A node like ours that any keys may be used for. */
const anyKeysNode: INodeType = {
	description: {
		displayName: 'Any Keys',
		name: 'anyKeys',
		group: ['input'],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: [
			...registry.properties,
			{ displayName: 'Ledger', name: 'ledgerId', type: 'string', default: '' },
		],
	},
	async execute() {
		return await runItems(this, registry);
	},
};

const TYPE = 'test.anyKeys';
const operations = {
	ledgers: { resource: 'ledger', operation: 'getAll', returnAll: true },
	funds: { resource: 'ledger', operation: 'getFunds' },
};

/** An engine whose credential has the keys of the sandbox's sales unit. */
export interface SalesUnitRig extends Rig {
	/** Reads the ledgers by a node that any keys may be used for. */
	ledgers: (input?: object[], more?: object) => Promise<NodeRun>;
	/** Reads funds by it. */
	funds: (ledgerId: string) => Promise<NodeRun>;
	/** Edits the credential as n8n does: what is hidden stays as it was. */
	edit: (changes: object) => void;
}

/** Sets it up. */
export async function setUpSalesUnit(options: SandboxOptions = {}): Promise<SalesUnitRig> {
	const rig = await setUp(options);
	const { salesUnit, url: baseUrl } = rig.sandbox;
	const keys = { keyType: 'salesUnit', ...salesUnit, baseUrl };
	const engine = new Engine(keys, { [TYPE]: anyKeysNode });
	const run = async (parameters: INodeParameters, input: object[] = [{}], more = {}) =>
		await engine.run(workflowOf(parameters, input as never, more));
	return {
		...rig,
		engine,
		run,
		ledgers: async (input, more) => await run(operations.ledgers, input, { type: TYPE, ...more }),
		funds: async (ledgerId) => await run({ ...operations.funds, ledgerId }, [{}], { type: TYPE }),
		edit: (changes) => {
			engine.credential.data = { ...engine.credential.data, ...changes };
		},
	};
}

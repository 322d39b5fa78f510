import { LoadOptionsContext, PollContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import type { Sandbox } from '../../../../sandbox/index';
import { StoredCredential } from '../credentials';
import { nodeNamed, nodeTypesWith, typeOf } from '../nodeTypes';

const nodeTypes = nodeTypesWith();

/** A trigger, and what differs from its own defaults unless a test sets it. */
interface Tested {
	name: string;
	defaults: INodeParameters;
}

/** Sales come as Vipps sent them. */
const salesTrigger: Tested = { name: 'vippsSalesTrigger', defaults: { output: 'entries' } };
export const settlementTrigger: Tested = { name: 'vippsSettlementTrigger', defaults: {} };

/** What a poll is done with. */
export interface PollOptions {
	mode?: WorkflowExecuteMode;
	/** Whether it is the one that a newer host does when the workflow is switched on. */
	isActivation?: boolean;
	/** Whether n8n is killed when the items are passed on, before anything is saved. */
	crashes?: boolean;
	/** What a newer host tells. */
	budgetMs?: number;
}

/**
 * One trigger in a host that polls. `older`: one workflow and one context for ever, whose static data is saved when items come and
 * when the workflow is switched on, and stays as a failed poll has left it. `newer`: a copy of the static data for every poll,
 * saved when the poll ends well and dropped when it throws. Either way it goes through JSON.
 */
export class PollRig {
	readonly credential: StoredCredential;

	readonly warnings: string[] = [];

	/** What executions of their own failed with. */
	readonly told: Error[] = [];

	parameters: INodeParameters;

	/** What is in the database. */
	saved = '{}';

	private context?: PollContext;

	private copy: IDataObject = {};

	constructor(
		data: ICredentialDataDecryptedObject,
		private readonly host: 'older' | 'newer' = 'newer',
		private readonly tested: Tested = salesTrigger,
	) {
		this.parameters = tested.defaults;
		this.credential = new StoredCredential(data);
	}

	/** The json of the items; throws as the poll does. */
	async poll(options: PollOptions = {}): Promise<IDataObject[]> {
		return ((await this.output(options))?.[0] ?? []).map(({ json }) => json);
	}

	/** What the poll returned. */
	async output(options: PollOptions = {}): Promise<INodeExecutionData[][] | null> {
		if (this.host === 'newer' || options.mode === 'manual') this.context = undefined;
		const context = (this.context ??= this.load(options));
		const returned = (await this.node.poll?.call(context)) ?? null;
		if (options.mode === 'manual') return returned;
		if (options.crashes) {
			this.restart();
			return returned;
		}
		const isKept = this.host === 'newer' ? !options.isActivation : options.isActivation;
		if (returned !== null || isKept) this.saved = JSON.stringify(this.copy);
		return returned;
	}

	/** n8n is started again: nothing is left but what was saved. */
	restart(): void {
		this.context = undefined;
	}

	/** Sets the node up anew, as saving the workflow does. */
	set(parameters: INodeParameters): void {
		this.parameters = { ...this.tested.defaults, ...parameters };
		this.restart();
	}

	async ledgerOptions() {
		const { workflow, node, additionalData } = this.parts();
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		return (await this.node.methods?.loadOptions?.getLedgers?.call(context)) ?? [];
	}

	private get node() {
		return nodeNamed(this.tested.name);
	}

	private load({ mode = 'trigger', budgetMs }: PollOptions): PollContext {
		const { workflow, node, additionalData } = this.parts();
		const context = new PollContext(workflow, node, additionalData, mode, 'activate');
		this.copy = JSON.parse(this.saved) as IDataObject;
		const warn = (message: string) => this.warnings.push(message);
		Object.defineProperties(context, {
			getWorkflowStaticData: { value: () => this.copy },
			__emitError: { value: (error: Error) => void this.told.push(error) },
			logger: { value: { warn, info: () => {}, debug: () => {}, error: () => {} } },
		});
		if (this.host === 'newer') {
			Object.defineProperties(context, {
				__commitCursor: { value: async () => {} },
				getPollBudgetMs: { value: () => budgetMs ?? 36_000 },
			});
		}
		return context;
	}

	private parts() {
		const node: INode = {
			id: 'trigger',
			name: 'Trigger',
			type: typeOf(this.tested.name),
			typeVersion: 1,
			position: [0, 0],
			parameters: this.parameters,
			credentials: { vippsAccountingApi: { id: 'credential', name: 'Vipps' } },
		};
		const workflow = new Workflow({
			id: 'workflow',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes,
			settings: { timezone: 'Europe/Oslo' },
		});
		const additionalData = {
			credentialsHelper: this.credential,
			variables: {},
			hooks: { runHook: async () => {}, addHandler: () => {} },
		} as unknown as IWorkflowExecuteAdditionalData;
		return { workflow, node: workflow.getNode('Trigger') as INode, additionalData };
	}
}

/** The keys of items. */
export const keysOf = (items: IDataObject[]) => items.map(({ dedupeKey }) => dedupeKey);

/** The settlement trigger, with the keys of a sandbox. */
export const settlementRigOn = (
	{ clientId, clientSecret, url: baseUrl }: Sandbox,
	host?: 'older' | 'newer',
): PollRig => new PollRig({ clientId, clientSecret, baseUrl }, host, settlementTrigger);

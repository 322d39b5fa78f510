import { WorkflowExecute, LoadOptionsContext } from 'n8n-core';
import type {
	IConnections,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodeType,
	INodeTypes,
	IPinData,
	IRun,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { chained, manualTrigger } from '../workflowJson.cts';
import { StoredCredential } from './credentials';
import { nodeNamed, nodeTypesWith, typeOf } from './nodeTypes';

const NODE_NAME = 'Vipps Sales';

/** Stands in for n8n's Manual Trigger, whose items come as pinned data. */
const trigger: INodeType = {
	description: {
		displayName: 'Manual Trigger',
		name: 'manualTrigger',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
};

/** A workflow as n8n exports it. */
export interface WorkflowJson {
	nodes: INode[];
	connections: IConnections;
	pinData?: IPinData;
	/** By default `v1` and `Europe/Oslo`. */
	settings?: { executionOrder?: 'v0' | 'v1'; timezone?: string };
}

/** How a workflow is run. */
export interface RunOptions {
	/** What started it: its own trigger, unless this says otherwise. */
	mode?: WorkflowExecuteMode;
	/** What n8n keeps between the runs of the workflow. */
	memory?: { staticData: IDataObject };
}

/** What one run of the node left. */
export interface NodeRun {
	/** The items of each output; an output that is not connected is listed all the same. */
	outputs: INodeExecutionData[][];
	/** The json of the first output's items. */
	items: IDataObject[];
	error?: { message: string; description?: string | null; httpCode?: string | null };
	hints: NodeExecutionHint[];
}

/** A workflow of one Vipps Sales node, run once for each input item. */
export function workflowOf(
	parameters: INodeParameters,
	input: IDataObject[] = [{}],
	more: Partial<INode> = {},
): WorkflowJson {
	return {
		nodes: [
			manualTrigger,
			{
				id: 'node',
				name: NODE_NAME,
				type: typeOf('vippsSales'),
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: { vippsAccountingApi: { id: 'credential', name: 'Vipps' } },
				...more,
			},
		],
		connections: chained('Start', NODE_NAME),
		pinData: { Start: input.map((json) => ({ json })) },
	};
}

/** n8n's engine with our node, and one stored credential. */
export class Engine {
	readonly credential: StoredCredential;
	private readonly nodeTypes: INodeTypes;

	/** @param standIns further node types, by name */
	constructor(data: ICredentialDataDecryptedObject, standIns: Record<string, INodeType> = {}) {
		this.credential = new StoredCredential(data);
		this.nodeTypes = nodeTypesWith({ 'n8n-nodes-base.manualTrigger': trigger, ...standIns });
	}

	/** Runs a workflow to its end, as n8n does in production. */
	async run(json: WorkflowJson): Promise<NodeRun> {
		return summarise(await this.start(json));
	}

	/** Starts a workflow; `cancel()` of what it gives is the user's Stop. */
	start(json: WorkflowJson, { mode = 'trigger', memory }: RunOptions = {}) {
		const workflow = this.load(json, memory?.staticData);
		const execution = new WorkflowExecute(this.additionalData({ mode, memory }), mode);
		const startNode = workflow.getNode('Start') ?? undefined;
		return execution.run({ workflow, startNode, pinData: json.pinData });
	}

	/** Opens the ledger drop-down, as the editor does. */
	async searchLedgers(filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
		const workflow = this.load(
			workflowOf({ resource: 'sale', operation: 'getByDate', output: 'entries' }),
		);
		const node = workflow.getNode(NODE_NAME) as INode;
		const context = new LoadOptionsContext(workflow, node, this.additionalData(), '');
		const { searchLedgers } = nodeNamed('vippsSales').methods?.listSearch ?? {};
		if (searchLedgers === undefined) throw new Error('The node has no list of ledgers');
		return await searchLedgers.call(context, filter, paginationToken);
	}

	private load(json: WorkflowJson, staticData?: IDataObject): Workflow {
		const { nodes, connections, pinData } = json;
		const settings = { executionOrder: 'v1' as const, timezone: 'Europe/Oslo', ...json.settings };
		return new Workflow({
			id: 'workflow',
			nodes,
			connections,
			active: false,
			nodeTypes: this.nodeTypes,
			pinData,
			settings,
			staticData: structuredClone(staticData),
		});
	}

	private additionalData({ mode, memory }: RunOptions = {}): IWorkflowExecuteAdditionalData {
		/** n8n keeps what was changed when a run ends, whether or not it succeeded, unless it is a manual one. */
		const keep = async (hook: string, [, changed]: unknown[]) => {
			if (hook !== 'workflowExecuteAfter' || !changed || !memory || mode === 'manual') return;
			memory.staticData = JSON.parse(JSON.stringify(changed)) as IDataObject;
		};
		const hooks = { runHook: keep, addHandler: () => {} };
		return {
			credentialsHelper: this.credential,
			currentNodeExecutionIndex: 0,
			variables: {},
			hooks,
		} as unknown as IWorkflowExecuteAdditionalData;
	}
}

function summarise(run: IRun): NodeRun {
	const { runData, error } = run.data.resultData;
	const [task] = runData[NODE_NAME] ?? [];
	const outputs = (task?.data?.main ?? []).map((items) => items ?? []);
	return {
		outputs,
		items: (outputs[0] ?? []).map(({ json }) => json),
		error: (task?.error ?? error) as NodeRun['error'],
		hints: task?.hints ?? [],
	};
}

import { readWorkflows, salesNodes, withCredential } from '../../../demo/workflows.cts';
import { join, rm, temporaryFolder, writeFile } from '../host/machine.cts';

const type = 'n8n-nodes-vipps-accounting.vippsSales';
const workflow = {
	id: 'one',
	name: 'One',
	connections: {},
	nodes: [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		{ name: 'Ledgers', type, parameters: { resource: 'ledger' } },
		{ name: 'Sales', type, parameters: { operation: 'getByDate' } },
		{ name: 'Other', type: 'n8n-nodes-base.httpRequest', parameters: { resource: 'ledger' } },
	],
};

describe('the credential of a workflow', () => {
	const credential = { type: 'vippsAccountingApi', id: 'c', name: 'Keys' };

	it('is set in the nodes of this package and in no other', () => {
		const { nodes } = withCredential(workflow, credential);
		const reference = { vippsAccountingApi: { id: 'c', name: 'Keys' } };
		expect(nodes.map(({ credentials }) => credentials)).toEqual([
			undefined,
			reference,
			reference,
			undefined,
		]);
	});

	it('does not change the given workflow', () => {
		const before = structuredClone(workflow);
		withCredential(workflow, credential);
		expect(workflow).toEqual(before);
	});
});

it('distinguishes nodes that read sales from all others', () => {
	expect(salesNodes(workflow)).toEqual(['Sales']);
});

describe('the example workflows', () => {
	let folder: string;

	beforeEach(async () => {
		folder = await temporaryFolder();
	});

	afterEach(async () => await rm(folder, { recursive: true, force: true }));

	const write = async (file: string, content: unknown) => {
		const text = typeof content === 'string' ? content : JSON.stringify(content);
		await writeFile(join(folder, file), text);
	};

	it('are read in the order of their names, without other files', async () => {
		await write('b.json', { ...workflow, id: 'two' });
		await write('a.json', workflow);
		await write('README.md', '# Workflows');
		const read = await readWorkflows(folder);
		expect([...read].map(([file, { id }]) => [file, id])).toEqual([
			['a.json', 'one'],
			['b.json', 'two'],
		]);
	});

	it.each([
		{ what: 'no JSON', content: '{' },
		{ what: 'no workflow', content: { id: 'a' } },
		{ what: 'a workflow without an id', content: { ...workflow, id: undefined } },
	])('are refused by file name if one is $what', async ({ content }) => {
		await write('a.json', content);
		await expect(readWorkflows(folder)).rejects.toThrow(/^a\.json is not /);
	});
});

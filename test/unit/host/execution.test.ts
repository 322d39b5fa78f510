import { findRunData, itemsOf } from '../../../host/drive/execution.cts';

const run = {
	status: 'success',
	data: {
		resultData: {
			lastNodeExecuted: 'B',
			runData: {
				A: [
					{ data: { main: [[{ json: { n: 1 } }], [{ json: { n: 2, text: '}\n{\n}' } }]] } },
					{ data: { main: [null, [{ json: { n: 3 } }]] } },
				],
				B: [{ error: { message: 'no way' } }],
			},
		},
	},
};
const printed = JSON.stringify(run, null, 2);

describe('an execution in what n8n printed', () => {
	it('is found between log lines', () => {
		const output = `n8n Task Broker ready\n{ not: json }\n${printed}\nStopping n8n...\n}\n`;
		expect(findRunData(output)).toEqual(run);
	});

	it('is found without log lines, and with Windows line ends', () => {
		expect(findRunData(printed)).toEqual(run);
		expect(findRunData(`Log\r\n${printed.replaceAll('\n', '\r\n')}\r\n`)).toEqual(run);
	});

	it('is found after other JSON and after a broken block', () => {
		const other = JSON.stringify({ level: 'info' }, null, 2);
		expect(findRunData(`${other}\n{\nbroken\n}\n${printed}`)).toEqual(run);
	});

	it('is undefined if nothing was executed', () => {
		expect(findRunData('The workflow with the id "x" does not exist.\n')).toBeUndefined();
		expect(findRunData('')).toBeUndefined();
	});
});

describe('the items of a node', () => {
	it('are those of one output over all its runs', () => {
		expect(itemsOf(run, 'A').map(({ json }) => json.n)).toEqual([1]);
		expect(itemsOf(run, 'A', 1).map(({ json }) => json.n)).toEqual([2, 3]);
	});

	it('are none if it failed, did not run or has no such output', () => {
		expect(itemsOf(run, 'B')).toEqual([]);
		expect(itemsOf(run, 'C')).toEqual([]);
		expect(itemsOf(run, 'A', 7)).toEqual([]);
	});
});

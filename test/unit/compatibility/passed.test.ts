import { compatibilityTable, failuresIn, passedIn } from '../../measure/compatibility/passed';

const result = (status: string, ...ancestorTitles: string[]) => ({ status, ancestorTitles });

describe('the compatibility table', () => {
	it('counts what passed by the outermost description, over all files', () => {
		const testResults = [
			{
				message: '',
				assertionResults: [
					result('passed', 'the trigger', 'deep'),
					result('passed', 'the trigger'),
				],
			},
			{
				message: '',
				assertionResults: [result('passed', 'the editor'), result('pending', 'the editor')],
			},
		];
		expect([...passedIn({ testResults })]).toEqual([
			['the trigger', 2],
			['the editor', 1],
		]);
	});

	it('tells what failed, file by file', () => {
		const file = (message: string) => ({ message, assertionResults: [] });
		expect(failuresIn({ testResults: [file('● it fails'), file(''), file('● no file')] })).toEqual([
			'● it fails',
			'● no file',
		]);
	});

	it('says 0 where a version did not run what another one did', () => {
		const table = compatibilityTable([
			{ n8n: '2.8.4', node: '20.20.0', passed: new Map([['the trigger', 3]]) },
			{ n8n: '2.41.1', node: '24.1.0', passed: new Map([['faults', 7]]) },
		]);
		expect(table).toEqual({
			head: ['Tests that passed', 'n8n 2.8.4, Node.js 20.20.0', 'n8n 2.41.1, Node.js 24.1.0'],
			rows: [
				['Faults', '0', '7'],
				['The trigger', '3', '0'],
			],
		});
	});
});

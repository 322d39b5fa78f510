import type { IDataObject } from 'n8n-workflow';

import { complaints } from '../../generate/fieldTable';
import { allExamples } from '../../generate/examples/all';
import {
	otherFields,
	settlementCheckpointFields,
	triggerFields,
} from '../../generate/fields/others';
import { rowFields } from '../../generate/fields/flat';
import { documentOf, documentParts, shapeFields } from '../../generate/parts';
import { readDocument } from '../../generate/read.cts';
import { replaceFigures } from '../../measure/figures/document.cts';
import { ledger, setUp } from '../../rigs/engine/rig';

/** All that is not layout, which Prettier sees to; in lines, for a failure that can be read. */
const withoutLayout = (text: string) =>
	text
		.replace(/\s+/g, '')
		.replace(/-{3,}/g, '---')
		.replace(/(?<=[,|}\]>])/g, '\n');

describe('docs/operations.md and docs/bookkeeping.md', () => {
	it('show what the nodes take and give: if they do not, run npm run docs', async () => {
		const current = new Map<string, string>();
		for (const [part, text] of await documentParts()) {
			const document = documentOf(part);
			const before = current.get(document.path) ?? (await readDocument(document.path));
			current.set(document.path, replaceFigures(before, document, text));
		}
		expect([...current.keys()]).toEqual(['docs/operations.md', 'docs/bookkeeping.md']);
		for (const [path, text] of current) {
			expect(withoutLayout(await readDocument(path))).toBe(withoutLayout(text));
		}
	});

	it.each(Object.entries(shapeFields))(
		'describes each field of the output %s, and no other',
		async (output, fields) => {
			const rig = await setUp();
			const sale = { resource: 'sale', output, returnAll: true };
			const items: IDataObject[] = [];
			for (const ledgerId of ['302334', '310488', '602118'].map(ledger)) {
				const feed = { ...sale, operation: 'getFeed', ledgerId };
				const dates = { period: 'dateRange', fromDate: '2026-05-01', toDate: '2026-05-31' };
				const ofDates = { ...sale, operation: 'getByDate', ledgerId, ...dates };
				items.push(...(await rig.run(feed)).items, ...(await rig.run(ofDates)).items);
			}
			await rig.close();
			expect(items.length).toBeGreaterThan(1000);
			const found = complaints(items, fields).filter((complaint) => !/sandboxNew/i.test(complaint));
			expect(found).toEqual([]);
		},
	);

	it('describes each field of the items that are no sales, and no other', async () => {
		const examples = await allExamples();
		const described = { ...otherFields, ...settlementCheckpointFields };
		for (const [part, fields] of Object.entries(described)) {
			const items = examples.get(part)?.outputs.at(-1)?.items ?? [];
			expect([part, complaints(items, fields)]).toEqual([part, []]);
		}
		const items = examples.get('trigger')?.outputs[0]?.items ?? [];
		const fields = new Map([...rowFields, ...triggerFields].map((field) => [field.name, field]));
		expect(complaints(items, [...fields.values()])).toEqual([]);
	});

	it('would tell of a field that is not described, one that is made up, and one of another kind', () => {
		const ofCheckpoint = otherFields['checkpoint-get'] ?? [];
		const first = ofCheckpoint.find(({ name }) => name === 'ledgerId');
		expect(complaints([{ ledgerId: 1, other: null }], first ? [first] : [])).toEqual([
			'ledgerId is 1, but described as text',
			'other is not described',
		]);
		expect(complaints([], first ? [first] : [])).toEqual(['no item has ledgerId']);
	});
});

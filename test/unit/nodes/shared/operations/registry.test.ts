import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../../../nodes/shared/operations/operation';
import { createRegistry } from '../../../../../nodes/shared/operations/registry';
import { run } from '../../../vipps/anyRun';
import { evaluate } from './evaluate.cts';

const field: INodeProperties = {
	displayName: 'Colour',
	name: 'colour',
	type: 'string',
	default: '',
};

const operation = (resource: string, value: string, more: Partial<Operation> = {}): Operation => ({
	resource,
	option: { name: value, value, action: `${value} a ${resource}`, description: value },
	subtitle: `${value} ${resource}`,
	fields: [],
	run: async () => ({ outputs: [[]] }),
	...more,
});

const car = { name: 'Car', value: 'car' };
const boat = { name: 'Boat', value: 'boat' };
const paintCar = operation('car', 'paint', { fields: [field], outputs: ['Painted', 'Dry'] });
const sellCar = operation('car', 'sell', {
	fields: [{ ...field, displayOptions: { show: { output: ['rows'] }, hide: { isFree: [true] } } }],
});
const paintBoat = operation('boat', 'paint', { fields: [field], outputs: ['Afloat'] });

const registry = createRegistry([car, boat], [paintCar, sellCar, paintBoat]);
const named = (name: string, { properties } = registry) =>
	properties.filter((property) => property.name === name);

/** A node that is set to these parameters. */
const nodeSetTo = (parameters: Record<string, unknown>) =>
	({
		getNode: () => run.node,
		getNodeParameter: (name: string, _itemIndex: number, fallback: unknown) =>
			parameters[name] ?? fallback,
	}) as unknown as IExecuteFunctions;

describe('the properties of a node', () => {
	it('offer each resource, the first by default', () => {
		expect(named('resource')).toMatchObject([{ options: [car, boat], default: 'car' }]);
	});

	it("offer each resource its own operations, that resource's first by default", () => {
		expect(named('operation')).toMatchObject([
			{
				displayOptions: { show: { resource: ['car'] } },
				options: [paintCar.option, sellCar.option],
				default: 'paint',
			},
			{
				displayOptions: { show: { resource: ['boat'] } },
				options: [paintBoat.option],
				default: 'paint',
			},
		]);
	});

	it('offer a resource and an operation that are added', () => {
		const bike = { name: 'Bike', value: 'bike' };
		const rideBike = operation('bike', 'ride', { fields: [{ ...field, name: 'road' }] });
		const more = createRegistry([car, boat, bike], [paintCar, sellCar, paintBoat, rideBike]);
		expect(named('resource', more)[0]?.options).toContain(bike);
		expect(named('operation', more)[2]).toMatchObject({ options: [rideBike.option] });
		expect(named('road', more)).toHaveLength(1);
		expect(more.selected(nodeSetTo({ resource: 'bike', operation: 'ride' }))).toBe(rideBike);
	});

	it('show each field for its own operation alone, under its own conditions', () => {
		expect(named('colour').map(({ displayOptions }) => displayOptions)).toEqual([
			{ show: { resource: ['car'], operation: ['paint'] } },
			{
				show: { resource: ['car'], operation: ['sell'], output: ['rows'] },
				hide: { isFree: [true] },
			},
			{ show: { resource: ['boat'], operation: ['paint'] } },
		]);
	});
});

describe('the outputs of a node', () => {
	it.each([
		{
			name: 'two with names',
			set: { resource: 'car', operation: 'paint' },
			outputs: ['Painted', 'Dry'],
		},
		{ name: 'one with a name', set: { resource: 'boat', operation: 'paint' }, outputs: ['Afloat'] },
		{ name: 'one without a name', set: { resource: 'car', operation: 'sell' }, outputs: undefined },
	])('are those of the selected operation: $name', ({ set, outputs }) => {
		expect(evaluate(registry.outputs, set)).toEqual(
			outputs?.map((displayName) => ({ type: 'main', displayName })) ?? ['main'],
		);
	});
});

describe('the subtitle of a node', () => {
	it('is that of the selected operation', () => {
		const subtitleOf = (set: object) => evaluate(registry.subtitle, set as never);
		expect(subtitleOf({ resource: 'car', operation: 'sell' })).toBe('sell car');
		expect(subtitleOf({ resource: 'boat', operation: 'paint' })).toBe('paint boat');
		expect(subtitleOf({ resource: 'boat', operation: 'sell' })).toBe('');
	});
});

describe('the selected operation', () => {
	it('is the one of that name that belongs to the selected resource', () => {
		const select = (resource: string, name: string) =>
			registry.selected(nodeSetTo({ resource, operation: name }));
		expect(select('car', 'paint')).toBe(paintCar);
		expect(select('boat', 'paint')).toBe(paintBoat);
	});

	it.each([
		{
			name: 'an unknown resource',
			set: { resource: 'plane', operation: 'paint' },
			message: /Resource'? must be car or boat/,
		},
		{
			name: 'an unknown operation',
			set: { resource: 'car', operation: 'fly' },
			message: /Operation'? must be paint or sell/,
		},
		{
			name: 'an operation of another resource',
			set: { resource: 'boat', operation: 'sell' },
			message: /Operation'? must be paint(?! or)/,
		},
	])('is refused with a message that names the choices: $name', ({ set, message }) => {
		expect(() => registry.selected(nodeSetTo(set))).toThrow(message);
	});
});

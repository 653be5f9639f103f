import { workflowSchema } from '@congso/contract/workflow';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getIncomingWorkflow, getWorkflow } from './find-workflow.ts';
import { listWorkflows } from './list-workflows.ts';
import { publishShippedWorkflow, publishWorkflow } from './publish-workflow.ts';
import { SHIPPED_WORKFLOW } from './shipped-workflow.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const founded = () =>
  publishShippedWorkflow(office, {}, { id: 'organisation:office:1', actorId: null, at: new Date() });
const listed = async () =>
  (await listWorkflows(office, await callerOf(office, 'planning-officer'))).workflows.map(({ id }) => id);

describe('a workflow', () => {
  it('is there once an office is founded, once however often that is told', async () => {
    expect(await listed()).toEqual([]);
    await Promise.all([founded(), founded()]);
    await founded();
    expect(await listed()).toEqual(['incoming:1']);
    expect(workflowSchema.parse(await getIncomingWorkflow(office))).toEqual({ id: 'incoming:1', ...SHIPPED_WORKFLOW });
  });

  it('that is published never changes; a new version is used from then on and the old one kept', async () => {
    await founded();
    await publishWorkflow(office, { ...SHIPPED_WORKFLOW, name: 'Đổi lén', transitions: [] });
    expect(await getWorkflow(office, 'incoming:1')).toMatchObject({ name: SHIPPED_WORKFLOW.name });
    await publishWorkflow(office, { ...SHIPPED_WORKFLOW, version: 2, name: 'Quy trình mới' });
    expect(await getIncomingWorkflow(office)).toMatchObject({ id: 'incoming:2', name: 'Quy trình mới' });
    expect(await getWorkflow(office, 'incoming:1')).toMatchObject({ version: 1, name: SHIPPED_WORKFLOW.name });
    expect(await listed()).toEqual(['incoming:2', 'incoming:1']);
  });

  it('as shipped leads from its start to an end, names only states it has, and never gets stuck', () => {
    const { states, transitions, start, end } = SHIPPED_WORKFLOW;
    const keys = states.map(({ key }) => key);
    for (const { from, to } of transitions) expect(keys).toEqual(expect.arrayContaining([from, to]));
    for (const part of ['lead', 'coordinate'] as const) {
      const reached = new Set([start]);
      for (const state of reached) {
        const next = transitions.filter(({ from, onlyPart }) => from === state && (!onlyPart || onlyPart === part));
        expect(next.length > 0 || end.includes(state)).toBe(true);
        for (const { to } of next) reached.add(to);
      }
      expect(end.some((state) => reached.has(state))).toBe(true);
    }
    // The number of a lead is never nought: nothing but what coordinates can be released.
    for (const { leaves, onlyPart } of transitions) if (leaves === 'skipped') expect(onlyPart).toBe('coordinate');
  });
});

import { viewBlock } from './blocks.ts';
import { all, type Check, fields, flag, isObject, list, string, typed } from './check.ts';
import { plainText } from './composition.ts';
import { limits } from './limits.ts';
import { uniqueIds } from './unique-ids.ts';

const blocks = all(list(viewBlock, { min: 0, max: limits.blocksPerView }), uniqueIds);

const common = {
  private_metadata: string({ min: 0, max: limits.privateMetadata }),
  callback_id: string({ min: 0, max: limits.callbackId }),
  external_id: string({ min: 0, max: limits.callbackId }),
};

const submitForInputs: Check = (view, at, report) => {
  if (!isObject(view) || view.submit !== undefined || !Array.isArray(view.blocks)) return;
  if (!view.blocks.some((block: unknown) => isObject(block) && block.type === 'input')) return;
  const message = 'missing required field: submit (a view with input blocks needs one)';
  report({ pointer: at, message, constraint: 'required' });
};

/** Accepts a modal. Source: https://docs.slack.dev/reference/views/modal-views */
export const modalView: Check = all(
  typed({
    modal: fields(
      { title: plainText(limits.modalTitle), blocks },
      {
        ...common,
        close: plainText(limits.modalTitle),
        submit: plainText(limits.modalTitle),
        clear_on_close: flag,
        notify_on_close: flag,
        submit_disabled: flag,
      },
    ),
  }),
  submitForInputs,
);

/** Accepts a Home tab. Source: https://docs.slack.dev/reference/views/home-tab-views */
export const homeView: Check = typed({ home: fields({ blocks }, common) });

import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../platform/calls.ts';
import type { BackgroundCalls } from '../platform/messages.ts';
import { answers } from './answers.ts';
import { openOffice } from './office.ts';

export default defineBackground(() => {
  const office = openOffice();
  serve<BackgroundCalls>(answers(office));
  browser.runtime.onInstalled.addListener(() => void office.prepare());
  browser.runtime.onStartup.addListener(() => void office.prepare());
});

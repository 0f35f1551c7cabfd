import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import type { Paper } from '../paper.ts';

/** What the application shows, shared by all its parts. */
export const current = signal<Paper>([]);

/** Compiled in the page, and declared without decorators, which are not plain TypeScript. */
export const Paperboy = Component({
  selector: 'app-root',
  template: `
    @for (story of paper(); track story.id) {
      <article>
        <h3>{{ story.title }}</h3>
        <p>{{ story.lead }} by <b>{{ story.agency }}</b>, {{ story.tail }}</p>
        @if (story.note !== undefined) {
          <p class="note">{{ story.note }}</p>
        }
        <ul>
          @for (line of story.lines; track line.id) {
            <li>{{ line.text }}</li>
          }
        </ul>
        <div class="raw" [innerHTML]="story.markup"></div>
      </article>
    }
  `,
})(
  class {
    readonly paper = current;
  },
);

export const providers = [provideZonelessChangeDetection()];

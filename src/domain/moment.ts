/** A time of publication as exactly as the publisher gave it. */
export interface Moment {
  /** UTC; midnight UTC of the publisher's date when `precision` is `day`. */
  readonly at: Date;
  readonly precision: 'minute' | 'day';
}

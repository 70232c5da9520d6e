/** Values of labels in the order in which the metric names them. */
type Labels = readonly string[];

export interface Counter {
  readonly add: (labels: Labels, amount?: number) => void;
}
export interface Histogram {
  readonly observe: (labels: Labels, value: number) => void;
}
/** One figure at the moment it is asked for. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}
/** The metrics of a process, and their text for Prometheus. */
export interface Metrics {
  readonly counter: (name: string, help: string, labels: readonly string[]) => Counter;
  /** `limits` are the upper bounds of its buckets, rising. */
  readonly histogram: (name: string, help: string, labels: readonly string[], limits: readonly number[]) => Histogram;
  /** Figures that are looked up when somebody asks. One that fails leaves its metric out. */
  readonly gauge: (
    name: string,
    help: string,
    labels: readonly string[],
    look: () => Promise<Sample[]> | Sample[],
  ) => void;
  /** The text format of Prometheus, version 0.0.4. */
  readonly text: () => Promise<string>;
}

type Writer = () => Promise<string[]> | string[];
/** An address can invent no more series than this; what comes after is counted under the label `other`. */
const mostSeries = 2000;

export function openMetrics(): Metrics {
  const writers: { readonly head: string; readonly write: Writer }[] = [];
  const add = (name: string, kind: string, help: string, write: Writer): void => {
    writers.push({ head: `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n`, write });
  };
  return {
    counter: (name, help, labels) => {
      const values = new Map<string, number>();
      add(name, 'counter', help, () => [...values].map(([key, value]) => `${name}${key} ${value}\n`));
      return {
        add: (given, amount = 1) => {
          const key = keyOf(values, labels, given);
          values.set(key, (values.get(key) ?? 0) + amount);
        },
      };
    },
    histogram: (name, help, labels, limits) => {
      const values = new Map<string, { readonly counts: number[]; sum: number; readonly labels: Labels }>();
      add(name, 'histogram', help, () =>
        [...values.values()].flatMap((each) => bucketLines(name, labels, limits, each)),
      );
      return {
        observe: (given, value) => {
          const key = keyOf(values, labels, given);
          const each = values.get(key) ?? { counts: limits.map(() => 0).concat(0), sum: 0, labels: given };
          values.set(key, each);
          const at = limits.findIndex((limit) => value <= limit);
          each.counts[at < 0 ? limits.length : at]! += 1;
          each.sum += value;
        },
      };
    },
    gauge: (name, help, labels, look) =>
      add(name, 'gauge', help, async () =>
        (await look()).map(({ labels: given, value }) => `${name}${series(labels, given)} ${value}\n`),
      ),
    text: async () => {
      const parts = await Promise.all(
        writers.map(async ({ head, write }) => {
          const lines = await Promise.resolve()
            .then(write)
            .catch(() => []);
          return lines.length === 0 ? '' : head + lines.join('');
        }),
      );
      return parts.join('');
    },
  };
}

const keyOf = (values: ReadonlyMap<string, unknown>, names: readonly string[], given: Labels): string => {
  const key = series(names, given);
  return values.has(key) || values.size < mostSeries
    ? key
    : series(
        names,
        given.map(() => 'other'),
      );
};

/** `{method="GET",route="/"}`; nothing without labels. */
function series(names: readonly string[], given: Labels): string {
  const pairs = names.map((name, at) => `${name}="${escaped(given[at] ?? '')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').slice(0, 200);

function bucketLines(
  name: string,
  names: readonly string[],
  limits: readonly number[],
  { counts, sum, labels }: { readonly counts: readonly number[]; readonly sum: number; readonly labels: Labels },
): string[] {
  let below = 0;
  const buckets = [...limits.map(String), '+Inf'].map((limit, at) => {
    below += counts[at] ?? 0;
    return `${name}_bucket${series([...names, 'le'], [...labels, limit])} ${below}\n`;
  });
  return [
    ...buckets,
    `${name}_sum${series(names, labels)} ${sum}\n`,
    `${name}_count${series(names, labels)} ${below}\n`,
  ];
}

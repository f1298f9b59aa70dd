type Params = Readonly<Record<string, unknown>>;

/** What `Hypium.setData` takes: how often suites and tests run, and with which parameters. */
export interface HypiumData {
  readonly suites?: readonly SuiteData[];
}

interface SuiteData {
  readonly describe?: string | readonly string[];
  readonly stress?: number;
  readonly params?: Params;
  readonly items?: readonly ItemData[];
}

interface ItemData {
  readonly it?: string;
  readonly stress?: number;
  readonly params?: readonly Params[];
}

/** One run of a test. */
export interface Run {
  /** What its function is given as `data`. */
  readonly data: Params | undefined;
  /** What tells it from the other runs, to be added to its name; empty for the only one. */
  readonly label: string;
}

/** Which runs the data of a test run asks for. */
export class DataDriver {
  #data: HypiumData = {};

  setData(data: HypiumData): void {
    this.#data = data;
  }

  /** What is added to the names of a suite, for each time that it runs. */
  suiteLabels(suite: string): readonly string[] {
    const times = this.#suite(suite)?.stress ?? 1;
    return repetitions(times);
  }

  runs(suite: string, test: string): readonly Run[] {
    const { params: shared, items = [] } = this.#suite(suite) ?? {};
    const { stress = 1, params = [] } = items.find(({ it }) => it === test) ?? {};
    const sets = params.length === 0 ? [shared] : params.map((each) => ({ ...each, ...shared }));
    return sets.flatMap((data, index) => {
      const which = params.length > 1 ? ` #${index + 1} ${JSON.stringify(params[index])}` : '';
      return repetitions(stress).map((repetition) => ({ data, label: which + repetition }));
    });
  }

  #suite(name: string): SuiteData | undefined {
    return this.#data.suites?.find(({ describe = [] }) => [describe].flat().includes(name));
  }
}

function repetitions(times: number): readonly string[] {
  return times === 1 ? [''] : Array.from({ length: times }, (_, index) => ` (${index + 1} of ${times})`);
}

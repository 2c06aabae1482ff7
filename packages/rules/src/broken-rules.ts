import { fieldOf, isFields } from './fields.js';
import type { DocumentRuleParams, FindingOf } from './findings.js';
import { isIpv4, isInRange } from './ipv4.js';
import { fieldName, type Path, segmentsOf } from './path.js';
import { repetitions } from './repetitions.js';
import { defaultsOf, type Member, type Rule } from './rule.js';

/** A value that breaks one of the document's own rules. */
export type RuleFinding<Code extends string = string> = FindingOf<keyof DocumentRuleParams, Code>;

/**
 * Finds what breaks an operation's rules, in time linear in the size of the arguments. What a value should be by its
 * schema is checked elsewhere: a value of another type breaks no rule here.
 *
 * @param ignored names of lists that are not looked at, such as `body.tags`
 */
export function* brokenRules<Code extends string>(
  rules: readonly Rule<Code>[],
  args: unknown,
  ignored: ReadonlySet<string> = new Set(),
): Generator<RuleFinding<Code>> {
  for (const rule of rules) {
    for (const base of reached({ path: [], value: args }, segmentsOf(rule.base), ignored)) {
      if (rule.when?.every((member) => valueOf(base.value, member) === member.value) === false) continue;
      for (const target of reached(base, segmentsOf(rule.at ?? ''), ignored)) yield* breaches(rule, target);
    }
  }
}

interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Every place that a way leads to, but for lists that are ignored. A query that was not given has no fields. */
function reached(from: Place, way: readonly string[], ignored: ReadonlySet<string>): Place[] {
  let places = [from];
  for (const segment of way) {
    const next: Place[] = [];
    for (const { path, value } of places) {
      if (segment === '[]') {
        if (!Array.isArray(value) || isIgnored(path, ignored)) continue;
        for (const [index, item] of value.entries()) next.push({ path: [...path, index], value: item });
      } else {
        const member = fieldOf(value, segment) ?? (path.length === 0 && segment === 'query' ? {} : undefined);
        if (member !== undefined) next.push({ path: [...path, segment], value: member });
      }
    }
    if (next.length === 0) return next;
    places = next;
  }
  return ignored.size === 0
    ? places
    : places.filter(({ path, value }) => !Array.isArray(value) || !isIgnored(path, ignored));
}

const isIgnored = (path: Path, ignored: ReadonlySet<string>): boolean =>
  ignored.size > 0 && ignored.has(fieldName(path));

const valueOf = (object: unknown, { name, default: fallback }: Member): unknown => fieldOf(object, name) ?? fallback;

function* breaches<Code extends string>(rule: Rule<Code>, { path, value }: Place): Generator<RuleFinding<Code>> {
  const { code } = rule;
  if (rule.word === 'uniqueBy') {
    if (!Array.isArray(value)) return;
    const { trim = false } = rule;
    const members = rule.members.map(({ name }) => name);
    const defaults = defaultsOf(rule.members);
    for (const repetition of repetitions(value, (item) => keyOf(item, rule.members, trim))) {
      const params = { ...repetition, members, defaults, trim };
      yield { path: [...path, repetition.index], rule: 'uniqueBy', params, code };
    }
    return;
  }
  if (rule.word === 'notWithin') {
    if (isIpv4(value) && isInRange(value, rule.range)) {
      yield { path, rule: 'notWithin', params: { range: rule.range }, code };
    }
    return;
  }
  if (!isFields(value)) return;
  const given = rule.members.filter((name) => fieldOf(value, name) !== undefined);
  if (rule.word === 'exactlyOneOf') {
    if (given.length !== 1) yield { path, rule: 'exactlyOneOf', params: { fields: rule.members }, code };
    return;
  }
  const when = Object.fromEntries((rule.when ?? []).map((member) => [member.name, member.value]));
  const wrong = rule.word === 'forbids' ? given : rule.members.filter((name) => !given.includes(name));
  for (const name of wrong) yield { path: [...path, name], rule: rule.word, params: { when }, code };
}

/** What an item is compared by; undefined when it has none of the members, or one that is neither text, number nor flag. */
function keyOf(item: unknown, members: readonly Member[], trim: boolean): string | undefined {
  const values = members.length === 0 ? [item] : isFields(item) ? members.map((member) => valueOf(item, member)) : [];
  if (values.every((value) => value === undefined)) return undefined;
  const isComparable = values.every((value) => ['string', 'number', 'boolean', 'undefined'].includes(typeof value));
  if (!isComparable) return undefined;
  return JSON.stringify(values.map((value) => (trim && typeof value === 'string' ? trimSpaces(value) : value)));
}

/** A text without the spaces at its edges. No other white space is dropped. */
export function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}

// How people without a picture are drawn.

import { describe, expect, test } from 'vitest';
import { agentInitials, customerInitials, hueOf } from '../../../src/ui/parts/initials.ts';

describe('letters', () => {
  test('an agent has two, or one where there is little room', () => {
    expect(agentInitials('Hana', 2)).toBe('Ha');
    expect(agentInitials('Hana', 1)).toBe('H');
    expect(agentInitials('amara', 2)).toBe('Am');
  });

  test('a Han name has one character', () => {
    expect(agentInitials('偉倫', 2)).toBe('偉');
    expect(customerInitials('林雅婷', 2)).toBe('林');
  });

  test('a customer has the first letters of the first and the last word', () => {
    expect(customerInitials('Daniel Okafor', 2)).toBe('DO');
    expect(customerInitials('Madonna', 2)).toBe('M');
  });

  test('an emoji of many code points stays whole', () => {
    expect(agentInitials('👩‍👩‍👧‍👦 family', 2)).toBe('👩‍👩‍👧‍👦');
  });

  test('nothing gives nothing, and a name of any length costs the same', () => {
    expect(agentInitials('  ', 2)).toBe('');
    expect(customerInitials('x'.repeat(10_000_000), 2)).toBe('X');
  });
});

test('a hue is the same for the same id, and ids spread over the circle', () => {
  expect(hueOf('hana')).toBe(hueOf('hana'));
  const hues = Array.from({ length: 360 }, (_, n) => hueOf(`agent-${n}`));
  expect(Math.min(...hues)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...hues)).toBeLessThan(360);
  expect(new Set(hues.map((hue) => Math.floor(hue / 36))).size).toBe(10);
});

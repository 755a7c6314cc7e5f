#!/usr/bin/env python3
"""Checks a ledger of ./outdial simulate by itself: check-ledger.py LEDGER.csv [LEDGER.csv.campaigns.json]

No number is in two calls at once; no campaign without edits has more calls at once than its concurrency; nobody is called
outside a window with a time zone of its own, on one of its holidays, or before startAt and after endAt; nobody more often
than the largest number of retries allows, calls that failed before they rang aside. It knows the settings that the
campaigns began with, so run it on ledgers without operators: --faults none, or faults of your own choice.
"""
import csv, json, sys
from collections import defaultdict
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

def when(text): return datetime.fromisoformat(text.replace('Z', '+00:00'))
calls = [dict(row, start=when(row['startedAt']), end=when(row['endedAt'])) for row in csv.DictReader(open(sys.argv[1]))]
settings = {c['name']: c for c in json.load(open(sys.argv[2] if len(sys.argv) > 2 else sys.argv[1] + '.campaigns.json'))}
broken = []

def at_once(calls):
    edges = sorted([(c['end'], -1) for c in calls] + [(c['start'], 1) for c in calls], key=lambda edge: (edge[0], edge[1]))
    now = most = 0
    for _, step in edges: now += step; most = max(most, now)
    return most

def is_open(window, at):
    there = at.astimezone(ZoneInfo(window['timeZone']))
    day = lambda date: date.strftime('%a').upper()
    holiday = lambda date: date.isoformat() in window.get('holidays', [])
    today, yesterday, time = there.date(), there.date() - timedelta(1), there.strftime('%H:%M')
    for span in window.get('hours', [window]):
        late = span['end'] <= span['start']  # ends on the next day
        began = day(today) in span['days'] and time >= span['start'] and (late or time < span['end'])
        goes_on = late and day(yesterday) in span['days'] and time < span['end'] and not holiday(yesterday)
        if not holiday(today) and (began or goes_on): return True
    return False

by_phone, by_campaign, by_contact = defaultdict(list), defaultdict(list), defaultdict(int)
for call in calls:
    own = settings[call['campaign']]
    by_phone[call['phone']].append(call); by_campaign[call['campaign']].append(call)
    rang = call['answeredAt'] or call['end'] - call['start'] != timedelta(seconds=1)
    by_contact[call['campaign'], call['phone']] += bool(rang)
    window = own.get('window', {'timeZone': 'CONTACT_LOCAL'})
    if window['timeZone'] != 'CONTACT_LOCAL' and not is_open(window, call['start']): broken.append(f'closed: {call["attempt"]}')
    if 'startAt' in own and call['start'] < when(own['startAt']): broken.append(f'too early: {call["attempt"]}')
    if 'endAt' in own and call['start'] >= when(own['endAt']): broken.append(f'too late: {call["attempt"]}')
for phone, those in by_phone.items():
    if at_once(those) > 1: broken.append(f'{phone} in {at_once(those)} calls at once')
for name, those in by_campaign.items():
    if at_once(those) > settings[name].get('concurrency', 1): broken.append(f'{name}: {at_once(those)} calls at once')
for (name, phone), times in by_contact.items():
    if times > settings[name].get('retries', {}).get('maxRetries', 2) + 1: broken.append(f'{name} rang {phone} {times} times')
print(f'{len(calls)} calls, {len(by_phone)} numbers, {len(settings)} campaigns: ' + ('; '.join(broken) or 'every rule held'))
sys.exit(1 if broken else 0)

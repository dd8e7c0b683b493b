// The occurrences that ical.js finds in a calendar file, for tests: [uid, start, end] each, in UTC; dates for whole days.
function occurrences(text, from, to) {
  const calendar = new ICAL.Component(ICAL.parse(text)), found = [], every = calendar.getAllSubcomponents("vevent");
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const take = (event, start, end) => {
    const first = start.toJSDate().getTime(), last = end.toJSDate().getTime();
    const said = (moment, time) => (moment.isDate ? moment.toString() : new Date(time).toISOString());
    if (first < to && (last > from || first === last && first >= from)) found.push([event.uid, said(start, first), said(end, last)]);
  };
  for (const one of every.filter(each => !each.hasProperty("recurrence-id"))) {
    const event = new ICAL.Event(one), uid = event.uid;
    every.filter(each => each.hasProperty("recurrence-id") && each.getFirstPropertyValue("uid") === uid)
      .forEach(each => event.relateException(new ICAL.Event(each)));
    if (!event.isRecurring()) {
      take(event, event.startDate, event.endDate);
      continue;
    }
    const dates = event.iterator();
    for (let next; (next = dates.next()) && next.toJSDate().getTime() < to + 40 * 86400000;) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      take(item, startDate, endDate);
    }
  }
  return JSON.stringify(found);
}

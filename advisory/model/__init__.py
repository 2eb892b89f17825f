"""The words of the field as frozen types: no I/O, no third-party import.

    time        as-of, known-at, ISO weeks
    marking     TLP, the reliability of sources, the credibility of incidents
    vocabulary  stances, statuses, hazards, categories, precisions
    text        report, span, evidence, reading
    value       span, evidence, count, date range, place, actor, claim
    incident    mention, incident, condition
    calling_off what is announced and called off
    decision    what a person decided
    assessment  region, contribution, floor, coverage, assessment
    advice      slot, statement, measure, advisory
    delivery    document, subscriber, delivery
    identity    the ids of reports, mentions and incidents
    exchange    mentions and incidents as JSON
    naming      regions in prose
    wording     days and counts in prose
    distance    how far two points lie apart

A value that a source did not give is `None`: never 0, "" or "unknown".
"""

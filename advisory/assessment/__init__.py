"""Incidents, conditions and rules become a level that can be explained.

rows, engine, scorable    incidents as rows; one query finds every match of every rule
points, floors, levels    what the matches give on a day, and the level of that day
coverage, calm, hands     what was read, what is held over it, what people set
timeline                  one region over time: the above in order
trend, confidence, gaps   how it moved, how sure it is, what could not be seen
counterfactuals, drivers  when it would fall, what would raise it, what it comes from
knowledge, assess         the way in; output and explain are the way out as JSON
rule_tests                the examples inside the rules, run by the same engine
"""

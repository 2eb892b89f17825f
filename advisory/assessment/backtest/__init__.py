"""Hold the rules against what then happened: a table of coded events, replayed week by week.

table      the rows of a CSV become events, by the strings of the table
panel      events become days and regions: what was counted, when it is asked, what came after
replay     the rules over the panel: points, daily levels, published levels; no day sees the next
baselines  what a score must beat: recent deaths, mean deaths, decayed deaths
ranks      how well values order what happened, for resampled regions
calm       how often levels change, and change back
chances    probabilities from values, fitted on earlier years
measure    all figures of a backtest with their intervals, paired and alone
governments  the ranks of countries against the levels that governments give them
run        the way in; output is the way out as JSON
"""

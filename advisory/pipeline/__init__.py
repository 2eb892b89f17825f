"""The stages in order: what comes in at one end and leaves at the other.

desk      what a run works with: store, rules, lexicon, gazetteer, each opened when first needed
ingest    intake and extraction: files become reports, reports become readings
known     incidents: all readings of one clearance become what there is to know
answers   assessment: what is known becomes levels, look-ups, snapshots
products  advice and rendering: a level becomes a document
editions  a draft is kept in all its variants, numbered, and found again
signing   people sign an edition until it is released; `releases` reads the log, `slips` prove it
review    the queue of what waits for a person
"""

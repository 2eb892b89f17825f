"""One report becomes a reading: mentions and conditions, each value with its evidence.

The rooms in the order in which a report goes through them; each imports only from those before it,
which the house's contract holds them to.

    text        the page: blocks, sentences, one scan for every word of the lexicon
    dates       the days told, and which is the day of a deed
    counts      people counted: killed, injured, and the groups that are sums of others
    places      the places named, and which of them only say where another lies
    actors      who is named, by a name or without one
    roles       who did it to whom, and who is blamed
    reality     whether it happened at all
    tellings    what one sentence tells, or nothing
    composing   which tellings are one incident, and which are none
    claims      who says so
    fields      each value of a mention with the words that prove it
    conditions  the states that last

`groups` says which types of incident go together; `findings`, `under` and `sentence` hold what is
found in a page, under a heading and in a sentence, when asked for, `words` its words on either side
of an offset, `days_of_speech` which days are of words, not of deeds. `reader` walks the rooms,
`helped` reads beside a language model, and `output` writes what was read.
"""

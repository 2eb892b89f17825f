"""Which tellings of a report are one incident, and which incidents are worth one."""

"""An assessment becomes an advisory: statements, outlook, measures, what changed."""

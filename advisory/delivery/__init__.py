"""Who reads what, and how a message gets there: subscribers, routing, SMTP."""

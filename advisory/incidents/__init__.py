"""Mentions of the same thing become one incident, with every claim kept."""

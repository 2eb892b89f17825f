"""Incidents, conditions and rules become a level that can be explained."""
